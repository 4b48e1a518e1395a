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

    private static string Pointer(int index) => string.Create(CultureInfo.InvariantCulture, $"/unused/{index}");
}
