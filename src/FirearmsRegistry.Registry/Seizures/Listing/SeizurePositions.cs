using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;

namespace FirearmsRegistry.Registry.Seizures.Listing;

/// <summary>Where a page of seizures ended: the date as given and the id.</summary>
internal static class SeizurePositions
{
    public static Refusal Broken { get; } =
        RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged.");

    public static string Of(SeizureSummary seizure) => $"{seizure.OccurredOn}|{seizure.Id}";

    public static bool TryRead(string text, out string date, out Guid id)
    {
        var parts = text.Split('|');
        (date, id) = (parts[0], Guid.Empty);
        return parts.Length == 2 && parts[0].Length is > 0 and <= 10 && !parts[0].Contains('\0', StringComparison.Ordinal)
            && Guid.TryParse(parts[1], out id);
    }
}
