using System.Globalization;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Figures.ImportingCounts;

/// <summary>The refusals of imported counts.</summary>
internal static class ImportedCountErrors
{
    public const string Words = "imported count";

    public const string ImportedAlready = "count-imported-already";

    public const string Unchanged = "nothing-corrected";

    public static Refusal Already(Guid id) => new(ImportedAlready, RefusalKind.Conflict,
        "This count is there already.", "Correct it, so that the old value is kept.")
    {
        Extensions = new Dictionary<string, object?> { ["countId"] = id },
    };

    public static Refusal NothingCorrected { get; } = new(Unchanged, RefusalKind.Conflict,
        "The correction changes neither the count nor its source.");

    public static InputError? Negative(Known<long> value) => value.TryGet(out var count) && count < 0
        ? new InputError("/value/value", count.ToString(CultureInfo.InvariantCulture), "A count is not negative.")
        : null;
}
