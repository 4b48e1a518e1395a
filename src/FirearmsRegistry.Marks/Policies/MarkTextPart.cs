using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>
/// One part of what stands on the metal, for the order of a mark's text and for what is encouraged. What is required is a
/// <see cref="MarkElement"/>, because only those are kept apart and can be checked.
/// </summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum MarkTextPart
{
    /// <summary>A symbol: of the State, of a region, of the certifying body.</summary>
    Symbol,

    /// <summary>The country as its ISO 3166-1 alpha-2 code (MOSAIC 05.30).</summary>
    Country,

    /// <summary>The code of the agency that keeps or transfers the arm, or of the body that certified its deactivation.</summary>
    Agency,

    /// <summary>The maker's name or code.</summary>
    Maker,

    /// <summary>The city and State of the maker.</summary>
    Place,

    /// <summary>The importer's name, city and State.</summary>
    Importer,

    /// <summary>The year, of two digits where the policy of the mark says no more.</summary>
    Year,

    /// <summary>The type or model.</summary>
    Model,

    /// <summary>The maker's number.</summary>
    Serial,

    /// <summary>The calibre or gauge.</summary>
    Calibre,

    /// <summary>The number that the registry issued.</summary>
    NationalNumber,

    /// <summary>Who bought the arm from its maker.</summary>
    Purchaser,

    /// <summary>The country that the arm is made for.</summary>
    Destination,
}
