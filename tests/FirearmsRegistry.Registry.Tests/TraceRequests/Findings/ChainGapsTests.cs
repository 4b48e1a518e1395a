using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.Findings;

public sealed class ChainGapsTests
{
    private static readonly Guid Other = Guid.Parse("019342f0-0000-7000-8000-0000000000dd");

    public static TheoryData<string, object[], ChainGapKind[]> Histories => new()
    {
        { "held since its making", [Registered()], [] },
        { "sold from hand to hand", [Registered(), Passed(Holder, Other, "2012-01-01"), Passed(Other, Holder, "2013-01-01")], [] },
        { "taken over from an older register", [Registered(FirearmOrigin.LegacyRecord)], [ChainGapKind.OriginUnknown] },
        { "registered when recovered", [Registered(FirearmOrigin.Recovered, Known<Guid>.Unknown)], [ChainGapKind.OriginUnknown, ChainGapKind.HolderUnknown] },
        { "nobody knows who had it", [Registered(holder: Known<Guid>.Unknown), Passed(Holder, Other, "2012-01-01")], [ChainGapKind.HolderUnknown] },
        { "State stock without a party", [Registered(FirearmOrigin.StateStock, Known<Guid>.None)], [] },
        { "passed on by somebody else", [Registered(), Passed(Other, Holder, "2012-01-01")], [ChainGapKind.ChangeWithoutRecord] },
        { "passed on by nobody", [Registered(), Passed(Known<Guid>.None, Known.Of(Other), "2012-01-01")], [ChainGapKind.ChangeWithoutRecord] },
        { "nobody wrote down who gave it", [Registered(), Passed(Known<Guid>.Unknown, Known.Of(Other), "2012-01-01")], [ChainGapKind.GiverUnknown] },
        { "lent and back", [Registered(), Transfer(TransferKind.Loan, "2012", Known.Of(Other)), Back("2013")], [] },
        { "lent for ever", [Registered(), Transfer(TransferKind.Loan, "2012", Known.Of(Other))], [ChainGapKind.LoanNotReturned] },
        { "lent and sold by the lender", [Registered(), Transfer(TransferKind.Loan, "2012", Known.Of(Other)), Passed(Holder, Other, "2013")],
            [ChainGapKind.LoanNotReturned, ChainGapKind.ChangeWithoutRecord] },
        { "lent, stolen, recovered and back", [Registered(), Transfer(TransferKind.Loan, "2012", Known.Of(Other)), Reported(LossKind.Stolen, "2013"), Recovered("2014"), Back("2015")], [] },
        { "brought in though never out", [Registered(), Transfer(TransferKind.Import, "2012", country: "PRT")], [ChainGapKind.ImportWithoutExport] },
        { "exported", [Registered(), Transfer(TransferKind.Export, "2012", country: "PRT")], [ChainGapKind.ExportWithoutImport] },
        { "exported and sold here", [Registered(), Transfer(TransferKind.Export, "2012", country: "PRT"), Passed(Holder, Other, "2013")], [ChainGapKind.ExportWithoutImport] },
        { "out and in", [Registered(), Transfer(TransferKind.Export, "2012", Known.Of(Other), "PRT"), Transfer(TransferKind.Import, "2013", country: "PRT")], [ChainGapKind.HeldAbroad] },
        { "out, in, and in again", [Registered(), Transfer(TransferKind.Export, "2012", country: "PRT"), Transfer(TransferKind.Import, "2013"), Transfer(TransferKind.Import, "2014")],
            [ChainGapKind.HeldAbroad, ChainGapKind.ImportWithoutExport] },
        { "stolen and sold by its holder", [Registered(), Reported(LossKind.Stolen, "2012"), Passed(Holder, Other, "2013")], [ChainGapKind.RecoveryNotRecorded] },
        { "stolen and recovered", [Registered(), Reported(LossKind.Stolen, "2012"), Recovered("2013"), Passed(Holder, Other, "2014")], [] },
        { "stolen without a date", [Registered(), new FirearmReportedLost(Guid.CreateVersion7(), LossKind.Stolen, Known<Marks.Dates.PartialDate>.Unknown, On("2015"), Short("R"))], [ChainGapKind.DateUnknown] },
        { "destroyed and sold", [Registered(), Disposed(DisposalMethod.Destroyed, "2012", Known.Of(Holder)), Passed(Holder, Other, "2013")], [ChainGapKind.RecordAfterDisposal] },
        { "sold before it was made", [Registered(), Passed(Holder, Other, "2009-12-31")], [ChainGapKind.DatesOutOfOrder] },
        { "sold in the year in which it was made", [Registered(), Passed(Holder, Other, "2010-01-01")], [] },
        { "passed on by somebody else after the seizure", [Registered(), Passed(Other, Holder, "2021-01-01")], [] },
        { "nothing on record", [], [] },
    };

    [Theory]
    [MemberData(nameof(Histories), DisableDiscoveryEnumeration = true)]
    public void A_history_has_these_gaps_and_no_others(string history, object[] events, ChainGapKind[] kinds)
    {
        var gaps = ChainGaps.Of(ChainBuilder.Build(Register(events), IntakeOn).Hops, IntakeOn);

        Assert.True(kinds.Order().SequenceEqual(gaps.Select(gap => gap.Kind).Order()), $"{history}: {string.Join(", ", gaps.Select(gap => gap.Kind))}");
    }

    [Fact]
    public void A_gap_names_the_records_and_the_dates_between_which_it_lies()
    {
        var entries = Register(Registered(holder: Known<Guid>.Unknown), Passed(Holder, Other, "2012-01-02"));

        var gap = Assert.Single(ChainGaps.Of(ChainBuilder.Build(entries, IntakeOn).Hops, IntakeOn));

        Assert.Equal(new ChainGap(ChainGapKind.HolderUnknown, entries[0].EventId, entries[1].EventId, Known.Of(On("2010")), Known.Of(On("2012-01-02"))), gap);
    }

    [Fact]
    public void A_gap_without_an_end_lasts_until_the_intake()
    {
        var gap = Assert.Single(ChainGaps.Of(ChainBuilder.Build(Register(Registered(), Transfer(TransferKind.Export, "2012", country: "PRT")), IntakeOn).Hops, IntakeOn));

        Assert.Equal((null, Known.Of(IntakeOn)), (gap.BeforeEventId, gap.To));
    }

    [Property]
    public Property What_came_after_the_intake_makes_no_gap() => Prop.ForAll(
        Gen.Choose(0, 4).ListOf().ToArbitrary(),
        after =>
        {
            var before = Register([Registered(), Passed(Holder, Other, "2012-01-01"), Passed(Holder, Other, "2013-01-01")]);
            var whole = Register([Registered(), Passed(Holder, Other, "2012-01-01"), Passed(Holder, Other, "2013-01-01"), .. after.Select(Later)]);
            return ChainGaps.Of(ChainBuilder.Build(before, IntakeOn).Hops, IntakeOn).SequenceEqual(
                ChainGaps.Of(ChainBuilder.Build(whole, IntakeOn).Hops, IntakeOn));
        });

    private static object Later(int choice) => choice switch
    {
        0 => Passed(Other, Holder, "2021-01-01"),
        1 => Transfer(TransferKind.Export, "2021", country: "PRT"),
        2 => Reported(LossKind.Stolen, "2020-06-16"),
        3 => Transfer(TransferKind.Loan, "2022"),
        _ => Disposed(DisposalMethod.Destroyed, "2020-12", Known<Guid>.None),
    };

    private static FirearmTransferred Passed(Guid from, Guid to, string on) => Passed(Known.Of(from), Known.Of(to), on);

    private static FirearmTransferred Passed(Known<Guid> from, Known<Guid> to, string on) =>
        new(Guid.CreateVersion7(), TransferKind.Sale, from, to, Short("LIC-1"), null, On(on));

    private static FirearmTransferred Back(string on) =>
        new(Guid.CreateVersion7(), TransferKind.Return, Known.Of(Other), Known.Of(Holder), Short("LIC-1"), null, On(on));
}
