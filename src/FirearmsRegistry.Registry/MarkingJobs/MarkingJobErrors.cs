using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>The refusals of the area.</summary>
internal static class MarkingJobErrors
{
    public const string Job = "marking job";

    public const string Batch = "marking batch";

    public const string WrongState = "marking-job-state";

    public const string StartedAlready = "marking-started-already";

    public const string ClaimedAlready = "marking-job-claimed";

    public const string OtherStation = "marking-job-of-another-station";

    public const string NotClaimed = "marking-job-not-claimed";

    public const string OrderDoesNotFit = "marking-order-does-not-fit";

    public const string OpenAlready = "marking-open-already";

    public const string ArmsUnfit = "firearms-unfit-for-batch";

    public const string NumberInJob = "number-in-marking-job";

    public const string NumberLent = "number-lent";

    public const string UnknownStation = "unknown-station";

    public const string UnknownSeries = "unknown-series";

    public const string PayloadMissing = "payload-not-read";

    public const string TooManyFrames = "too-many-frames";

    public static Refusal NoAuthority { get; } = new("no-authority-code", RefusalKind.RuleBroken,
        "This registry has no NCAGE to put into a payload.", "An administrator sets Registry:Ncage; or order the bare number.")
    {
        Errors = [new InputError("/payload", Codes.Of(PayloadKind.National), "Needs the authority's NCAGE.", "MIL-STD-130N", Codes.Of(PayloadKind.BareNumber))],
    };

    public static Refusal Paused { get; } = new("marking-batch-paused", RefusalKind.Conflict, "The batch is paused.", "Resume it first.");

    public static Refusal LeaseOver { get; } = new("marking-lease-over", RefusalKind.Conflict,
        "The station's lease is over.", "Nothing was started. Claim the job again.");

    public static Refusal MarkUnknown { get; } = new("unknown-mark-state", RefusalKind.Conflict,
        "Nobody knows what is on the metal.", "Only a person's inspection with a photo ends this; the arm is in quarantine until then.");

    public static Refusal InState(MarkingJobState state, string title) => new(WrongState, RefusalKind.Conflict, title,
        $"The job is {Codes.Of(state).Replace('_', ' ')}.")
    {
        Extensions = new Dictionary<string, object?> { ["state"] = Codes.Of(state) },
    };

    public static Refusal Started(MarkingJobState state) => new(StartedAlready, RefusalKind.Conflict,
        "The job was started, and a start is never repeated.", "Report what the machine said; where its answer was lost, report unknown_mark_state.")
    {
        Extensions = new Dictionary<string, object?> { ["state"] = Codes.Of(state) },
    };

    public static Refusal Claimed(Guid? station, DateTimeOffset until) => new(ClaimedAlready, RefusalKind.Conflict,
        "Another station has the job.", string.Create(CultureInfo.InvariantCulture, $"Its lease ends at {until.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}."))
    {
        Extensions = new Dictionary<string, object?> { ["stationId"] = station, ["leaseEndsAt"] = until },
    };

    public static Refusal TooLong(DateTimeOffset until) => Refusal.Input(new InputError("/until", until.ToString("O", CultureInfo.InvariantCulture),
        "A job is taken along until a time that is to come, and for 14 days at the most."));

    public static Refusal ForOther(Guid? station) => new(OtherStation, RefusalKind.Conflict, "The job belongs to another station.")
    {
        Extensions = new Dictionary<string, object?> { ["stationId"] = station },
    };

    public static Refusal ClaimFirst { get; } = new(NotClaimed, RefusalKind.Conflict, "A job is claimed before it is started.");

    public static Refusal Misfit(string pointer, string? seen, string rule, string? source = null, string? suggestion = null) =>
        new(OrderDoesNotFit, RefusalKind.RuleBroken, "The order does not fit the kind of mark.")
        {
            Errors = [new InputError(pointer, seen, rule, source, suggestion)],
        };

    public static Refusal Open(Guid job) => new(OpenAlready, RefusalKind.Conflict,
        "The same mark is ordered for this firearm already.", "Cancel the other job, or wait for its end.")
    {
        Extensions = new Dictionary<string, object?> { ["markingJobId"] = job },
    };

    public static Refusal InJob(NationalNumber number, Guid job) => new(NumberInJob, RefusalKind.Conflict,
        "A number belongs to one marking job for ever.")
    {
        Errors = [new InputError("/number", number.Printed, "Was ordered in another job.", "Firearms Protocol Art. 8(1)(a)")],
        Extensions = new Dictionary<string, object?> { ["markingJobId"] = job },
    };

    public static Refusal Lent(NationalNumber number, Guid station) => new(NumberLent, RefusalKind.Conflict,
        "The number is lent to a station.")
    {
        Errors = [new InputError("/number", number.Printed, "Only the station that borrowed it may mark it.")],
        Extensions = new Dictionary<string, object?> { ["stationId"] = station },
    };

    public static Refusal NoStation(Guid id) => new(UnknownStation, RefusalKind.RuleBroken, "There is no such station.")
    {
        Errors = [new InputError("/stationId", id.ToString(), "Must be the id of a station.")],
    };

    public static Refusal NoSeries(Guid id) => new(UnknownSeries, RefusalKind.RuleBroken, "There is no such number series.")
    {
        Errors = [new InputError("/seriesId", id.ToString(), "Must be the id of an open number series.")],
    };

    public static Refusal NoFirearm(Guid id) => new("unknown-firearm", RefusalKind.RuleBroken, "Only a registered firearm is marked.")
    {
        Errors = [new InputError("/firearmId", id.ToString(), "No firearm has this id.")],
    };

    public static Refusal Unfit(IReadOnlyList<(int Index, Guid Firearm, Refusal Why)> arms) => new(ArmsUnfit, RefusalKind.Conflict,
        "Some firearms of the batch cannot be marked now; nothing was ordered.", "Settle what is said of each, or order the batch without them.")
    {
        Errors =
        [
            .. arms.Select(arm => new InputError(
                string.Create(CultureInfo.InvariantCulture, $"/firearmIds/{arm.Index}"), arm.Firearm.ToString(), arm.Why.Title,
                arm.Why.Errors.Select(error => error.Source).FirstOrDefault(source => source is not null))),
        ],
        Extensions = new Dictionary<string, object?>
        {
            ["firearms"] = arms.Select(arm => new Dictionary<string, object?>
            {
                ["firearmId"] = arm.Firearm,
                ["problem"] = ProblemDocuments.TypePrefix + arm.Why.Name,
            }).ToList(),
        },
    };

    public static Refusal NotRead { get; } = new(PayloadMissing, RefusalKind.RuleBroken, "The symbol must be read with the text.")
    {
        Errors = [new InputError("/payload", null, "Must hold the bytes that the camera read: the order has a symbol.", "ISO/IEC 29158")],
    };

    public static Refusal NoSymbol { get; } = new(OrderDoesNotFit, RefusalKind.RuleBroken, "The order has no symbol.")
    {
        Errors = [new InputError("/payload", null, "Must be left out.")],
    };

    public static Refusal FramesFull(int left, int bytesLeft) => new(TooManyFrames, RefusalKind.Conflict,
        "The job keeps no more frames.",
        string.Create(CultureInfo.InvariantCulture, $"It has room for {left} frames of {bytesLeft} bytes together; the others stay in the station's log."));
}
