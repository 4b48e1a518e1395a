using System.Globalization;

using FirearmsRegistry.Marks.CheckCharacters;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Marks.NationalNumbers;

/// <summary>A running number that no arm ever gets, because its check characters hold I, O or Q, which wear to digits.</summary>
/// <param name="Running">The running number left out.</param>
/// <param name="Check">Its two check characters: the reason.</param>
public sealed record SkippedNumber(int Running, string Check);

/// <summary>The next number of a series and the ones left out before it.</summary>
/// <param name="Number">The number; none when the series is used up.</param>
/// <param name="Skipped">The running numbers left out on the way, so that each gap can be explained.</param>
public sealed record NextNumber(NationalNumber? Number, IReadOnlyList<SkippedNumber> Skipped);

/// <summary>Makes the numbers of a series one after the other. About 16 in 100 running numbers are left out.</summary>
public static class NumberSequence
{
    /// <summary>Makes the number with a given running number.</summary>
    /// <param name="country">A country of today.</param>
    /// <param name="year">The year of marking in two digits (0 to 99) or four (2000 to 2099).</param>
    /// <param name="classLetter">The class of arms.</param>
    /// <param name="running">1 to <see cref="NationalNumber.MaxRunning"/>.</param>
    /// <param name="number">The number; nothing if the country or year can have none, or if its check characters hold I, O or Q.</param>
    public static bool TryMake(CountryCode country, int year, ClassLetter classLetter, int running, out NationalNumber number)
    {
        number = default;
        return SeriesCode.For(country, year, classLetter).TryGet(out var series, out _) && TryMake(series, running, out number);
    }

    /// <summary>Makes the number with a given running number in a series.</summary>
    public static bool TryMake(SeriesCode series, int running, out NationalNumber number)
    {
        number = default;
        if (running is < 1 or > NationalNumber.MaxRunning) return false;
        var unchecked12 = Unchecked(series, running);
        var check = Mod1271x36.Compute(unchecked12);
        return !IsConfusable(check) && NationalNumber.Parse(unchecked12 + check).TryGet(out number, out _);
    }

    /// <summary>The first number that may be issued after a running number; 0 asks for the first of the series.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The running number is negative or higher than <see cref="NationalNumber.MaxRunning"/>.</exception>
    public static NextNumber NextAfter(SeriesCode series, int running)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(running);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(running, NationalNumber.MaxRunning);
        var skipped = new List<SkippedNumber>();
        for (var next = running + 1; next <= NationalNumber.MaxRunning; next++)
        {
            if (TryMake(series, next, out var number)) return new NextNumber(number, skipped);
            skipped.Add(new SkippedNumber(next, Mod1271x36.Compute(Unchecked(series, next))));
        }

        return new NextNumber(null, skipped);
    }

    private static string Unchecked(SeriesCode series, int running) => string.Create(CultureInfo.InvariantCulture, $"{series}{running:0000000}");

    private static bool IsConfusable(string check) => check.AsSpan().IndexOfAny('I', 'O', 'Q') >= 0;
}
