using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;

/// <summary>
/// The time in which an arm left the licit circuit, as precisely as the records tell: a report's own date, else from the last legal
/// record to the intake.
/// </summary>
/// <param name="NotBefore">Not before this date; unknown where the register has no lawful record with a date.</param>
/// <param name="NotAfter">Not after this date.</param>
/// <param name="LongestDays">Days from the first possible to the last possible day; null where the beginning is unknown or contradicts the end.</param>
public sealed record DiversionInterval(Known<PartialDate> NotBefore, PartialDate NotAfter, int? LongestDays)
{
    /// <summary>Finds it.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="intakeOn">When the arm came in.</param>
    public static DiversionInterval Of(Chain chain, PartialDate intakeOn)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (chain.PointOfDiversion.OccurredOn.TryGet(out var reported))
            return Between(Known.Of(reported), reported);
        var lastLegal = chain.LastLegalRecord?.OccurredOn is { } on && on.TryGet(out var date) ? Known.Of(date) : Known<PartialDate>.Unknown;
        return Between(lastLegal, ChainBuilder.OpenReport(chain.Hops) is { } report ? Earlier(report, intakeOn) : intakeOn);
    }

    private static DiversionInterval Between(Known<PartialDate> notBefore, PartialDate notAfter) => new(notBefore, notAfter,
        notBefore.TryGet(out var from) && from.Earliest <= notAfter.Latest ? notAfter.Latest.DayNumber - from.Earliest.DayNumber : null);

    /// <summary>A report without a date had happened when it was recorded.</summary>
    private static PartialDate Earlier(ChainHop report, PartialDate intakeOn)
    {
        var recorded = PartialDate.OfDay(DateOnly.FromDateTime(report.RecordedAt.UtcDateTime));
        return recorded.CertainlyBefore(intakeOn) ? recorded : intakeOn;
    }
}
