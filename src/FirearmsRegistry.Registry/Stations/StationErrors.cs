using System.Globalization;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Stations;

/// <summary>The refusals of the area.</summary>
internal static class StationErrors
{
    public const string Station = "station";

    public const string NotLent = "number-not-lent";

    public const string UnknownSeries = "unknown-series";

    public static Refusal NoSeries(Guid id) => new(UnknownSeries, RefusalKind.RuleBroken, "There is no such number series.")
    {
        Errors = [new InputError("/seriesId", id.ToString(), "Must be the id of an open number series.")],
    };

    public static Refusal NoneReturned { get; } = Refusal.Input(new InputError("/unused", "[]", "Must name at least one number."));

    public static Refusal Twice(int index, NationalNumber number) =>
        Refusal.Input(new InputError(Pointer(index), number.Printed, "The same number stands twice."));

    public static Refusal NotOut(int index, NationalNumber number) => new(NotLent, RefusalKind.Conflict,
        "Only a number that is lent in this block and in no marking job can be given back.")
    {
        Errors = [new InputError(Pointer(index), number.Printed, "Was given back, is in a marking job, or belongs to another block.")],
    };

    public const string NotGenuine = "log-not-genuine";

    public const string NotAssigned = "operator-not-assigned";

    public const string ClockAhead = "station-clock-ahead";

    public static Refusal Forged(int index, string rule) => new(NotGenuine, RefusalKind.RuleBroken,
        "The log is not the one of this station, whole and unaltered; nothing of it was taken.")
    {
        Errors = [new InputError(string.Create(CultureInfo.InvariantCulture, $"/entries/{index}"), null, rule)],
    };

    public static Refusal Unassigned { get; } = new(NotAssigned, RefusalKind.Conflict,
        "The person was not assigned to the station at that time.");

    public static Refusal Ahead { get; } = new(ClockAhead, RefusalKind.Conflict, "The entry's time is still to come, whatever its uncertainty.");

    public const string KeyRevoked = "signing-key-revoked";

    public const string UnknownKey = "unknown-signing-key";

    public const string NoAssignment = "no-assignment-to-end";

    public static Refusal Revoked { get; } = new(KeyRevoked, RefusalKind.Conflict, "The key was revoked.", "A new key is enrolled in its place.");

    public static Refusal NoSuchKey { get; } = new(UnknownKey, RefusalKind.RuleBroken, "The key was never enrolled at this station.")
    {
        Errors = [new InputError("/publicKey", null, "Must be a key of the station or of a person there.")],
    };

    public static Refusal NothingToEnd { get; } = new(NoAssignment, RefusalKind.Conflict,
        "The person has no assignment to this station that lasts beyond that time.");

    public static Refusal PeriodBackwards { get; } = Refusal.Input(new InputError("/until", null, "Must be later than from."));

    public static Refusal TooManyEntries { get; } = Refusal.Input(new InputError("/entries", null, "Must hold 1 to 200 entries."));

    private static string Pointer(int index) => string.Create(CultureInfo.InvariantCulture, $"/unused/{index}");
}
