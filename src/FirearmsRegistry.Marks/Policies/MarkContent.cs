using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>What a mark tells, taken apart; none where it does not tell.</summary>
/// <param name="Maker">The maker's name or brand.</param>
/// <param name="Country">The country that the mark stands for.</param>
/// <param name="Serial">The maker's number, or the code of the alternative scheme.</param>
/// <param name="Year">The year of manufacture or import, also when it is part of the serial.</param>
/// <param name="NationalNumber">The number that a registry issued; it tells its country by itself.</param>
/// <param name="Symbol">What the symbol shows, in words.</param>
public sealed record MarkContent(
    string? Maker = null,
    CountryCode? Country = null,
    MarkText? Serial = null,
    int? Year = null,
    NationalNumber? NationalNumber = null,
    string? Symbol = null)
{
    /// <summary>The country that the mark tells, by name or by a national number.</summary>
    public CountryCode? ToldCountry => Country ?? NationalNumber?.Country;

    /// <summary>Whether the mark tells an element.</summary>
    public bool Tells(MarkElement element) => element switch
    {
        MarkElement.Maker => !string.IsNullOrWhiteSpace(Maker),
        MarkElement.Country => ToldCountry is not null,
        MarkElement.Serial => Serial is not null,
        MarkElement.Year => Year is not null,
        MarkElement.NationalNumber => NationalNumber is not null,
        MarkElement.Symbol => !string.IsNullOrWhiteSpace(Symbol),
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, null),
    };
}
