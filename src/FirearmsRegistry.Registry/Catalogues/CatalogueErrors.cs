using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Catalogues.Checking;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>The refusals of the catalogues.</summary>
internal static class CatalogueErrors
{
    public const string Words = "catalogue entry";

    public const string Taken = "catalogue-code-taken";

    public const string Unchanged = "nothing-corrected";

    public const string InUse = "catalogue-entry-in-use";

    public const string Withdrawn = "catalogue-entry-withdrawn";

    private const int MostUsersNamed = 20;

    public static Refusal NothingCorrected { get; } = new(Unchanged, RefusalKind.Conflict, "The correction changes nothing.");

    public static Refusal IsWithdrawn { get; } = new(Withdrawn, RefusalKind.Conflict, "The entry was withdrawn.",
        "Add it again where it was withdrawn by mistake; its history stays.");

    public static Refusal NoSuchCatalogue(string? seen) => new("not-found", RefusalKind.NotFound, "There is no such catalogue.",
        $"The catalogues are {string.Join(", ", Codes.All<CatalogueKind>())}.")
    {
        Errors = [new InputError("path:kind", Shortened(seen), $"Must be one of {string.Join(", ", Codes.All<CatalogueKind>())}.")],
    };

    public static Refusal CodeTaken(CatalogueCode code) => new(Taken, RefusalKind.Conflict, "The catalogue has an entry with this code.",
        $"Correct the entry {code}, or choose another code.")
    {
        Errors = [new InputError("/entry/code", code.ToString(), "Must be new in its catalogue.")],
    };

    public static Refusal UsedBy(IReadOnlyList<(CatalogueKind Kind, CatalogueCode Code)> users) => new(InUse, RefusalKind.Conflict,
        "Other entries refer to this one.", "Correct or withdraw them first.")
    {
        Extensions = new Dictionary<string, object?>
        {
            ["usedBy"] = users.Take(MostUsersNamed).Select(user => $"{Codes.Of(user.Kind)}/{user.Code}").ToList(),
            ["uses"] = users.Count,
        },
    };

    public static Refusal Of(IEnumerable<EntryFault> faults) =>
        Refusal.Input([.. faults.Select(fault => new InputError($"/entry{fault.Pointer}", Shortened(fault.Seen), fault.Rule))]);

    public static string? Shortened(string? seen) => seen is { Length: > 100 } ? seen[..100] : seen;
}
