using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Candidates.Describing;

/// <summary>What is said of an arm, by the register or by who asks; null where nothing is known.</summary>
/// <param name="Maker">The maker's name.</param>
/// <param name="Model">The model.</param>
/// <param name="Calibre">The calibre.</param>
/// <param name="Country">The country of manufacture (ISO 3166-1 alpha-3).</param>
/// <param name="Year">The year of manufacture.</param>
public sealed record ArmDescription(string? Maker = null, string? Model = null, string? Calibre = null, string? Country = null, int? Year = null)
{
    /// <summary>Nothing is known.</summary>
    public static ArmDescription Unknown { get; } = new();
}

/// <summary>A part of an arm's description.</summary>
public enum DescribedFact
{
    /// <summary>The maker.</summary>
    Maker,

    /// <summary>The model.</summary>
    Model,

    /// <summary>The calibre.</summary>
    Calibre,

    /// <summary>The country of manufacture.</summary>
    Country,

    /// <summary>The year of manufacture.</summary>
    Year,
}

/// <summary>How what the register says compares with what was asked.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum Agreement
{
    /// <summary>One of the two says nothing.</summary>
    Unknown,

    /// <summary>Both say the same.</summary>
    Agrees,

    /// <summary>They are near: a part of a name, an alias, another name of a cartridge, a year beside it.</summary>
    Near,

    /// <summary>They differ.</summary>
    Differs,
}
