using System.Globalization;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Figures;

/// <summary>The years that figures and counts may be of.</summary>
internal static class Years
{
    public const int First = 1900;

    public const int Last = 2199;

    public static string Rule { get; } = string.Create(CultureInfo.InvariantCulture, $"Must be a year from {First} to {Last}.");

    public static InputError? Broken(string pointer, int year) => year is >= First and <= Last
        ? null
        : new InputError(pointer, year.ToString(CultureInfo.InvariantCulture), Rule);
}
