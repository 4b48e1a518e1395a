using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.MarkingJobs.Batching;
using FirearmsRegistry.Registry.MarkingJobs.Inspecting;
using FirearmsRegistry.Registry.MarkingJobs.LoggingFrames;
using FirearmsRegistry.Registry.MarkingJobs.Ordering;
using FirearmsRegistry.Registry.MarkingJobs.ReadingBack;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class MarkingJobExamples
{
    public static Guid Station { get; } = Guid.Parse("01980a5e-0000-7000-8000-000000000007");

    public static PartialDate Day { get; } = PartialDate.Parse("2026-03-02").GetOrThrow();

    public static OrderedMark Mark { get; } = new(
        MarkKind.NationalNumber, ComponentKind.Frame, Short("left side, above the trigger"), true, MarkMethod.DotPeen,
        Known.Of(Millimetres.Of(2.0m).GetOrThrow()), Known.Of(Millimetres.Of(0.12m).GetOrThrow()));

    public static OrderMarkingEndpoint.OrderMarkingBody Order { get; } = new(
        Guid.Parse("01980a5e-0000-7000-8000-000000000003"), Mark, Short("FRAME18"), PayloadKind.BareNumber,
        SeriesId: Guid.Parse("01980a5e-0000-7000-8000-000000000005"));

    public static OrderMarkingBatchEndpoint.OrderMarkingBatchBody Batch { get; } = new(
        Short("Import of March 2026"), [Order.FirearmId], Mark, Short("FRAME18"), PayloadKind.BareNumber, Order.SeriesId);

    public static ReadMarkBackEndpoint.ReadingBody Reading { get; } = new(
        Station, MarkText.Parse("ES 26 A0000001 5B").GetOrThrow(), Day, HexBytes.Of("ES26A00000015B"),
        PhotoHash.Parse(new string('a', 64)).GetOrThrow());

    public static InspectMarkEndpoint.InspectionBody Inspection { get; } = new(
        InspectionOutcome.Marked, PhotoHash.Parse(new string('b', 64)).GetOrThrow(), Day, Reason("The whole text and the symbol are on the frame."));

    public static RecordMachineFramesEndpoint.FramesBody Frames { get; } = new(
        Station, [new MachineFrame(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), MachineFrameDirection.Sent, HexBytes.Of("GO\r"))]);

    public static Note Reason(string text) => Note.Parse(text).GetOrThrow();

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
