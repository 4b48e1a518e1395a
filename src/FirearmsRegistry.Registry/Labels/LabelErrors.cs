using System.Globalization;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Labels;

/// <summary>The refusals of the area.</summary>
internal static class LabelErrors
{
    public const string UnknownPrinter = "unknown-printer";

    public const string NotAllowed = "printer-not-allowed";

    public const string NoAnswer = "printer-unavailable";

    public static Refusal Count(int count, int most) => Refusal.Input(new InputError(
        "/itemIds", count.ToString(CultureInfo.InvariantCulture), $"Must name 1 to {most} items."));

    public static Refusal Twice(int index, Guid id) => Refusal.Input(new InputError(Pointer(index), id.ToString(), "The same item stands twice."));

    public static Refusal Unknown(IEnumerable<(int Index, Guid Id)> missing) => SeizureErrors.Unknown(
        [.. missing.Select(item => new InputError(Pointer(item.Index), item.Id.ToString(), "Must be the id of a seized item."))]);

    public static Refusal NoPrinter(string name, IEnumerable<string> known) => new(UnknownPrinter, RefusalKind.RuleBroken,
        "There is no such printer.", "An administrator names the printers in Registry:Printers.")
    {
        Errors = [new InputError("/printer", name, "Must be the name of a configured printer.")],
        Extensions = new Dictionary<string, object?> { ["printers"] = known.Order(StringComparer.Ordinal).ToList() },
    };

    /// <summary>Says neither the address nor what is wrong with it: that is the administrator's to see.</summary>
    public static Refusal AddressRefused { get; } = new(NotAllowed, RefusalKind.Unavailable,
        "The printer's configured address is not one that may be printed to.",
        "An administrator sets Registry:Printers to host:port; never a link-local address, and loopback only with Registry:Printing:AllowLoopback.");

    public static Refusal Dead { get; } = new(NoAnswer, RefusalKind.Unavailable,
        "The printer does not take the labels.", "See whether it is switched on and has labels; some may have been printed.");

    private static string Pointer(int index) => string.Create(CultureInfo.InvariantCulture, $"/itemIds/{index}");
}
