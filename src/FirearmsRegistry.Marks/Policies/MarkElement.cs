using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>One thing that a mark tells.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum MarkElement
{
    /// <summary>Who made the arm.</summary>
    Maker,

    /// <summary>The country that the mark stands for: of manufacture, of import, or whose stocks it comes from.</summary>
    Country,

    /// <summary>The maker's number, or the code of the alternative scheme.</summary>
    Serial,

    /// <summary>The year of manufacture or of import.</summary>
    Year,

    /// <summary>A number that the State issued.</summary>
    NationalNumber,

    /// <summary>A symbol: of the State, of the certifying body, or of the alternative scheme.</summary>
    Symbol,
}
