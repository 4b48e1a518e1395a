using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FirearmsRegistry.Web.Tracing.Chaining;

namespace FirearmsRegistry.Web.Tests.Tracing;

public sealed class ChainPathTests
{
    private static readonly Guid Maker = Guid.CreateVersion7();
    private static readonly Guid Buyer = Guid.CreateVersion7();

    [Fact]
    public void A_theft_is_the_step_on_which_the_arm_left_the_licit_circuit()
    {
        var (made, sold, stolen) = (Hop(HopKind.Manufactured, Maker), Hop(HopKind.Sale, Buyer), Hop(HopKind.Stolen, Buyer));

        var path = Path([made, sold, stolen], DiversionKind.Theft, stolen.EventId);

        Assert.Equal([PathNode.Holder, PathNode.Holder, PathNode.Missing, PathNode.Intake], path.Steps.Select(step => step.Node));
        Assert.Equal([false, false, true, false], path.Steps.Select(step => step.IsDiversion));
    }

    [Fact]
    public void Without_a_report_it_left_between_the_last_legal_record_and_the_intake()
    {
        var (made, sold) = (Hop(HopKind.Manufactured, Maker), Hop(HopKind.Sale, Buyer));

        var path = Path([made, sold], DiversionKind.AfterLastLegalRecord, sold.EventId);

        Assert.Equal([false, false, true], path.Steps.Select(step => step.IsDiversion));
    }

    [Fact]
    public void Without_any_record_only_the_way_to_the_intake_is_marked()
    {
        var path = Path([], DiversionKind.NoLegalRecord, null);

        Assert.Equal((PathNode.Intake, true), (Assert.Single(path.Steps).Node, path.Steps[0].IsDiversion));
    }

    [Fact]
    public void A_holder_who_has_the_arm_again_keeps_its_number()
    {
        var path = Path([Hop(HopKind.Manufactured, Maker), Hop(HopKind.Sale, Buyer), Hop(HopKind.Return, Maker)], DiversionKind.AfterLastLegalRecord, null);

        Assert.Equal([1, 2, 1, null], path.Steps.Select(step => step.HolderNumber));
    }

    [Fact]
    public void A_gap_stands_on_the_step_that_it_leaves_open_and_one_that_lasts_on_the_intake()
    {
        var (made, sold) = (Hop(HopKind.Manufactured, Maker), Hop(HopKind.Sale, Buyer));
        var giver = new ChainGap(ChainGapKind.GiverUnknown, made.EventId, sold.EventId, Known<PartialDate>.Unknown, Known<PartialDate>.Unknown);
        var loan = giver with { Kind = ChainGapKind.LoanNotReturned, AfterEventId = sold.EventId, BeforeEventId = null };

        var path = ChainPath.Of(new ChainShown([made, sold], null, new PointOfDiversion(DiversionKind.AfterLastLegalRecord, sold.EventId, Known<PartialDate>.Unknown),
            [giver, loan], null, [], []));

        Assert.Equal([[], [ChainGapKind.GiverUnknown], [ChainGapKind.LoanNotReturned]], path.Steps.Select(step => step.Gaps.Select(gap => gap.Kind).ToArray()));
    }

    [Fact]
    public void What_happened_after_the_intake_stands_behind_it()
    {
        var export = Hop(HopKind.Export, null) with { OtherCountry = CountryCode.Parse("PRT").GetOrThrow() };
        var destroyed = Hop(HopKind.Destroyed, null) with { AfterIntake = true };

        var path = Path([Hop(HopKind.Manufactured, Maker), export, destroyed], DiversionKind.Abroad, export.EventId);

        Assert.Equal([PathNode.Holder, PathNode.Abroad, PathNode.Intake, PathNode.Gone], path.Steps.Select(step => step.Node));
        Assert.Equal([false, false, false, true], path.Steps.Select(step => step.IsAfterIntake));
        Assert.True(path.Steps[2].IsDiversion);
    }

    private static ChainPath Path(IReadOnlyList<ChainHop> hops, DiversionKind kind, Guid? shown) => ChainPath.Of(
        new ChainShown(hops, null, new PointOfDiversion(kind, shown, Known<PartialDate>.Unknown), [], null, [], []));

    private static ChainHop Hop(HopKind kind, Guid? to) => new(
        Guid.CreateVersion7(), kind, Known<PartialDate>.Unknown, DateTimeOffset.UnixEpoch, null, Known<Guid>.Unknown,
        to is { } holder ? Known.Of(holder) : Known<Guid>.Unknown);
}
