using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Payloads;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.Ordering;
using FirearmsRegistry.Registry.MarkingJobs.ReadingBack;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;
using static FirearmsRegistry.Registry.Tests.Firearms.Arms;

namespace FirearmsRegistry.Registry.Tests.MarkingJobs;

/// <summary>Marking jobs as their events make them.</summary>
internal static class JobCase
{
    public static readonly Guid Job = Guid.CreateVersion7(Now);

    public static readonly Guid Station = Guid.CreateVersion7(Now);

    public static readonly Guid OtherStation = Guid.CreateVersion7(Now);

    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public static readonly MarkingSettings Settings = new(Lease, Ncage.Parse("A1B2C").GetOrThrow());

    public static readonly NationalNumber Number = NumberSequence.NextAfter(SeriesCode.Parse("ES26A").GetOrThrow(), 0).Number!.Value;

    public static readonly HexBytes Payload = HexBytes.Of(NationalPayload.Of(Settings.Authority!.Value, Number).Text);

    public static readonly PhotoHash Photo = PhotoHash.Parse(new string('a', 64)).GetOrThrow();

    public static OrderedMark NumberMark { get; } = new(
        MarkKind.NationalNumber, ComponentKind.Frame, Text("left side"), true, MarkMethod.DotPeen, Size(2m), Size(0.12m));

    public static MarkText Printed { get; } = MarkText.Parse(Number.Printed).GetOrThrow();

    public static OrderMarking Order(OrderedMark? mark = null, PayloadKind payload = PayloadKind.National) => new(
        Job, Mark, Guid.CreateVersion7(Now), mark ?? NumberMark, Text("FRAME18"), payload, SeriesId: Guid.CreateVersion7(Now));

    public static Firearm Arm(params IEnumerable<object> later) => Given([Registered(), .. later]);

    /// <summary>The events that lead to a state, the shortest way.</summary>
    public static IReadOnlyList<object> Path(MarkingJobState state)
    {
        var ordered = new MarkingOrdered(Guid.CreateVersion7(Now), Mark, NumberMark.With(Printed), Text("FRAME18"), Payload);
        object[] reserved = [ordered, new MarkingNumberReserved(Number)];
        object[] sent = [.. reserved, new MarkingJobClaimed(Station, Now + Lease)];
        object[] marking = [.. sent, new MarkingStarted(Station, On("2026-01-31"), Now + Lease)];
        object[] marked = [.. marking, new MarkingFinished(Station)];
        return state switch
        {
            MarkingJobState.Ordered => [ordered],
            MarkingJobState.NumberReserved => reserved,
            MarkingJobState.Sent => sent,
            MarkingJobState.Marking => marking,
            MarkingJobState.Marked => marked,
            MarkingJobState.ReadBack => [.. marked, Misread],
            MarkingJobState.Verified => [.. marked, Misread with { TextDifferences = [] }, new MarkingVerified(On("2026-01-31"))],
            MarkingJobState.Rejected => [.. marking, new MarkingRejected(Reason("Refused."))],
            MarkingJobState.UnknownMarkState => [.. marking, new MarkStateUnknown(UnknownCause.ReportedByStation)],
            MarkingJobState.Cancelled => [.. reserved, new MarkingCancelled(Reason("Sent back."))],
        };
    }

    public static MarkReadBack Misread { get; } = new(Printed, On("2026-01-31"), [new ReadDifference(1, "E", "F")], []);

    public static MarkingJob In(MarkingJobState state, params IEnumerable<object> later) => Fold([.. Path(state), .. later]);

    public static MarkingJob Fold(IEnumerable<object> events)
    {
        var job = new MarkingJob { Id = Job };
        foreach (var happened in events)
        {
            if (happened is MarkingStarted started)
                job.Apply(new Event<MarkingStarted>(started));
            else
                job.Apply((dynamic)happened);
        }

        return job;
    }

    public static ReadMarkBack Reading(string? text = null, HexBytes? payload = null) => new(
        Job, Station, payload ?? Payload, MarkText.Parse(text ?? Number.Printed).GetOrThrow(), On("2026-01-31"), Photo, null);
}
