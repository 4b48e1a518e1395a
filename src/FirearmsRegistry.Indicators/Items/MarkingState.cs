namespace FirearmsRegistry.Indicators.Items;

/// <summary>
/// The state of an arm's marks as they were found. A later restoration is a fact of its own and does not change this one,
/// since the IAFQ's table by marking shows what the finder saw.
/// </summary>
public enum MarkingState
{
    /// <summary>The marks name exactly this arm.</summary>
    UniquelyMarked,

    /// <summary>There are marks, but they do not tell this arm from others (a maker's name without a serial, say).</summary>
    NotUniquelyMarked,

    /// <summary>The arm never bore a mark.</summary>
    NeverMarked,

    /// <summary>Marks were removed.</summary>
    Erased,

    /// <summary>Marks were changed.</summary>
    Altered,

    /// <summary>Nobody has established whether and how the arm is marked.</summary>
    Unknown,
}
