namespace FirearmsRegistry.Registry.Shared.Wording;

/// <summary>The languages of reports: the official ones of the United Nations (ISO 639-1).</summary>
public enum ReportLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>French.</summary>
    Fr,

    /// <summary>Spanish.</summary>
    Es,

    /// <summary>Arabic.</summary>
    Ar,

    /// <summary>Russian.</summary>
    Ru,

    /// <summary>Chinese.</summary>
    Zh,
}
