using System.Globalization;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Figures.ImportingCounts;

/// <summary>The refusals of imported counts.</summary>
internal static class ImportedCountErrors
{
    public const string Words = "imported count";

    public const string ImportedAlready = "count-imported-already";

    public const string Unchanged = "nothing-corrected";

    public const string NotContestedName = "count-not-contested";

    public const string PlaceTakenName = "count-place-taken";

    public static Refusal NotContested(long line) => new(NotContestedName, RefusalKind.Conflict,
        string.Create(CultureInfo.InvariantCulture, $"No other row of the file contradicts line {line}."), "Only rows that contradict another one wait to be assigned.");

    public static Refusal PlaceTaken { get; } = new(PlaceTakenName, RefusalKind.Conflict,
        "The file has a count of this category already, which no row contradicts.", "Give the row the category of which it is the count.");

    public static Refusal Already(Guid id) => new(ImportedAlready, RefusalKind.Conflict,
        "This count is there already.", "Correct it, so that the old value is kept.")
    {
        Extensions = new Dictionary<string, object?> { ["countId"] = id },
    };

    public static Refusal NothingCorrected { get; } = new(Unchanged, RefusalKind.Conflict,
        "The correction changes neither the count nor its source.");

    /// <summary>Why a value is no count; null where it is one, does not apply or was not reported.</summary>
    public static InputError? NoCount(Known<long> value) => value.TryGet(out var count) && count is < 0 or > CountLimits.Most
        ? new InputError("/value/value", count.ToString(CultureInfo.InvariantCulture), count < 0 ? "A count is not negative."
            : string.Create(CultureInfo.InvariantCulture, $"A count is at most {CountLimits.Most}."))
        : null;
}
