using System.Globalization;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Figures;

/// <summary>The years that items may be of. Of which years counts are taken over and published is narrower.</summary>
internal static class Years
{
    public const int First = 1900;

    public const int Last = 2199;

    public static string Rule { get; } = string.Create(CultureInfo.InvariantCulture, $"Must be a year from {First} to {Last}.");

    /// <summary>Why a year is none of which counts are taken over or published (1990 to 2100); null where it is one.</summary>
    public static InputError? NotOfCounts(string pointer, int year) => CountYears.Has(year)
        ? null
        : new InputError(pointer, year.ToString(CultureInfo.InvariantCulture), CountYears.MustBe);

    public static InputError? Broken(string pointer, int year) => year is >= First and <= Last
        ? null
        : new InputError(pointer, year.ToString(CultureInfo.InvariantCulture), Rule);
}
