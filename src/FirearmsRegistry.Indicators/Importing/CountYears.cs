namespace FirearmsRegistry.Indicators.Importing;

/// <summary>The years of which counts are taken over and published: those that messages of the series may name.</summary>
public static class CountYears
{
    /// <summary>The first.</summary>
    public const int First = 1990;

    /// <summary>The last.</summary>
    public const int Last = 2100;

    /// <summary>The rule, as a sentence.</summary>
    public static string MustBe { get; } = FormattableString.Invariant($"Must be a year from {First} to {Last}.");

    /// <summary>Whether a year is one of them.</summary>
    public static bool Has(int year) => year is >= First and <= Last;
}
