using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>Checks that several decisions share.</summary>
internal static class FirearmRules
{
    /// <summary>The last day that it can be anywhere on earth (UTC+14): a clerk's "today" must not be taken for the future.</summary>
    public static DateOnly LastToday(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddHours(14));

    /// <summary>Refuses a date that is certainly in the future, or certainly before the arm was made.</summary>
    public static Refusal? Impossible(Firearm firearm, DateTimeOffset now, string pointer, PartialDate on) =>
        Errors(now, pointer, on, MadeOn(firearm)) is { Count: > 0 } errors ? FirearmErrors.Dates(errors) : null;

    /// <summary>Refuses a date that is certainly before another one.</summary>
    public static Refusal? Before(string pointer, PartialDate on, PartialDate other, string what) =>
        on.CertainlyBefore(other)
            ? FirearmErrors.Dates([new InputError(pointer, on.ToString(), $"Cannot lie before {what} ({other}).")])
            : null;

    /// <summary>The errors of a date; the making is the year of manufacture, or the day of a registration as manufactured.</summary>
    public static IReadOnlyList<InputError> Errors(DateTimeOffset now, string pointer, PartialDate on, PartialDate? made)
    {
        if (on.CertainlyAfter(LastToday(now)))
            return [new InputError(pointer, on.ToString(), "Cannot lie in the future.")];
        return made is { } making && on.CertainlyBefore(making)
            ? [new InputError(pointer, on.ToString(), $"Cannot lie before the making of the firearm ({making}).")]
            : [];
    }

    private static PartialDate? MadeOn(Firearm firearm) =>
        firearm.Registration.Origin == FirearmOrigin.Manufactured ? firearm.Registration.OccurredOn : YearMade(firearm.Description);

    /// <summary>The year of manufacture as a date, where it is known.</summary>
    public static PartialDate? YearMade(FirearmDescription description) =>
        description.YearOfManufacture.TryGet(out var year) && PartialDate.Parse(year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture)).TryGet(out var date, out _)
            ? date
            : null;
}
