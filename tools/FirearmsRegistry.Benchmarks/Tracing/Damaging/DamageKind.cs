namespace FirearmsRegistry.Benchmarks.Tracing.Damaging;

/// <summary>How a mark is damaged before it is searched.</summary>
internal enum DamageKind
{
    /// <summary>One character, anywhere, is read as another one of the confusion table.</summary>
    OneWrong,

    /// <summary>Two are.</summary>
    TwoWrong,

    /// <summary>Two cannot be read.</summary>
    TwoUnreadable,

    /// <summary>The first one, two or three characters are missing, each as often; five at least are left.</summary>
    PrefixLost,

    /// <summary>Two neighbours that differ stand in the other order.</summary>
    Transposed,

    /// <summary>The whole mark was written down in another script.</summary>
    WrongScript,
}
