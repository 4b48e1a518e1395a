using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Marks;

/// <summary>The two ways of marking at manufacture that Firearms Protocol Art. 8(1)(a) allows.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum MarkScheme
{
    /// <summary>Name of the maker, country or place of manufacture, serial.</summary>
    Classic,

    /// <summary>Simple geometric symbols with a numeric or alphanumeric code, from which every State can tell the country of manufacture.</summary>
    AlternativeSymbol,
}
