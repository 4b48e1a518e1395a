namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>How a field's text stands in the body.</summary>
public enum FieldKind
{
    /// <summary>As text; left out when empty, so that the use case says whether it is needed.</summary>
    Text,

    /// <summary>As a number; as text where it is none, so that the use case says what is wrong with it.</summary>
    Number,

    /// <summary>As a moment (RFC 3339, in UTC); as text where it is none.</summary>
    Moment,

    /// <summary>As a day; as text where it is none.</summary>
    Day,

    /// <summary>As a date that may lack its day or its month; as text where it is none.</summary>
    Date,

    /// <summary>As true or false.</summary>
    Flag,

    /// <summary>As a text that is known, none or unknown.</summary>
    KnownText,

    /// <summary>As a number that is known, none or unknown.</summary>
    KnownNumber,

    /// <summary>As a date that may lack its day or its month and that is known, none or unknown.</summary>
    KnownDate,

    /// <summary>As a list of texts, which are typed with commas or blanks between them.</summary>
    List,

    /// <summary>As a list of texts that is known, none or unknown.</summary>
    KnownList,

    /// <summary>As a list of texts of which each has a line, so that there may be commas and blanks in it.</summary>
    Lines,

    /// <summary>As a list of days of which each has a line.</summary>
    Days,

    /// <summary>As a list of what stands below it in numbered rows; the text is how many there are.</summary>
    Rows,

    /// <summary>Not by itself: what is refused of several fields together stands there.</summary>
    Group,

    /// <summary>As text that no draft keeps.</summary>
    Secret,
}
