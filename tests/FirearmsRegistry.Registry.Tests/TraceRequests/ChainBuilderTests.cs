using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests;

public sealed class ChainBuilderTests
{
    public static TheoryData<string, object[], HopKind?, DiversionKind> Histories => new()
    {
        { "held since its making", [Registered()], HopKind.Manufactured, DiversionKind.AfterLastLegalRecord },
        { "sold", [Registered(), Transfer(TransferKind.Sale)], HopKind.Sale, DiversionKind.AfterLastLegalRecord },
        { "stolen", [Registered(), Transfer(TransferKind.Sale), Reported(LossKind.Stolen)], HopKind.Sale, DiversionKind.Theft },
        { "lost", [Registered(), Reported(LossKind.Lost)], HopKind.Manufactured, DiversionKind.Loss },
        { "passed on", [Registered(), Reported(LossKind.UnlawfullyTransferred)], HopKind.Manufactured, DiversionKind.UnlawfulTransfer },
        { "stolen and recovered long before", [Registered(), Reported(LossKind.Stolen, "2012-01-01"), Recovered("2013-01-01")], HopKind.Manufactured, DiversionKind.AfterLastLegalRecord },
        { "stolen and recovered by the seizure", [Registered(), Reported(LossKind.Stolen), Recovered("2020-06-15")], HopKind.Manufactured, DiversionKind.Theft },
        { "exported", [Registered(), Transfer(TransferKind.Export, country: "PRT")], HopKind.Export, DiversionKind.Abroad },
        { "back from abroad", [Registered(), Transfer(TransferKind.Export, "2011-01-01", country: "PRT"), Transfer(TransferKind.Import)], HopKind.Import, DiversionKind.AfterLastLegalRecord },
        { "destroyed on paper", [Registered(), Disposed(DisposalMethod.Destroyed, "2018", Known<Guid>.None)], HopKind.Destroyed, DiversionKind.AfterDisposal },
        { "destroyed after the seizure", [Registered(), Disposed(DisposalMethod.Destroyed, "2020-12-01", Known<Guid>.None)], HopKind.Manufactured, DiversionKind.AfterLastLegalRecord },
        { "sold after the seizure", [Registered(), Transfer(TransferKind.Sale, "2021-01-01")], HopKind.Manufactured, DiversionKind.AfterLastLegalRecord },
        { "registered as recovered only", [Registered(FirearmOrigin.Recovered, Known<Guid>.Unknown)], null, DiversionKind.NoLegalRecord },
        { "nothing on record", [], null, DiversionKind.NoLegalRecord },
    };

    [Theory]
    [MemberData(nameof(Histories), DisableDiscoveryEnumeration = true)]
    public void A_history_leads_to_its_last_legal_record_and_its_point_of_diversion(
        string history, object[] events, HopKind? lastRecord, DiversionKind diversion)
    {
        var chain = ChainBuilder.Build(Register(events), IntakeOn);

        Assert.True((lastRecord, diversion) == (chain.LastLegalRecord?.Kind, chain.PointOfDiversion.Kind),
            $"{history}: {chain.LastLegalRecord?.Kind}, {chain.PointOfDiversion.Kind}");
    }

    [Fact]
    public void A_hop_carries_its_record_its_legal_basis_its_parties_and_both_times()
    {
        var sale = Transfer(TransferKind.Sale);
        var entries = Register(Registered(), sale);

        var hop = ChainBuilder.Build(entries, IntakeOn).Hops[1];

        Assert.Equal(new ChainHop(entries[1].EventId, HopKind.Sale, Known.Of(sale.OccurredOn), entries[1].RecordedAt, sale.LegalBasis, sale.From, sale.To), hop);
    }

    [Fact]
    public void A_corrected_transfer_shows_the_corrected_entry_and_the_record_that_corrected_it()
    {
        var sale = Transfer(TransferKind.Sale);
        var wrong = new TransferEntry(sale.Kind, sale.From, sale.To, sale.LegalBasis, null, sale.OccurredOn);
        var right = wrong with { To = Known.Of(Guid.CreateVersion7()) };
        var entries = Register(Registered(), sale, new TransferCorrected(sale.TransferId, wrong, right, Long("Wrong buyer.")));

        var chain = ChainBuilder.Build(entries, IntakeOn);

        Assert.Equal((right.To, entries[2].EventId, entries[1].EventId), (chain.Hops[1].To, chain.Hops[1].CorrectedBy, chain.Hops[1].EventId));
        Assert.Equal(right.To, chain.LastLegalRecord!.Holder);
    }

    [Fact]
    public void An_arm_of_the_State_that_is_lent_stays_in_State_stock_and_one_that_is_sold_does_not()
    {
        Assert.True(ChainBuilder.Build(Register(Registered(FirearmOrigin.StateStock), Transfer(TransferKind.Loan)), IntakeOn).LastLegalRecord!.InStateStock);
        Assert.False(ChainBuilder.Build(Register(Registered(FirearmOrigin.StateStock), Transfer(TransferKind.StateToCivilian)), IntakeOn)
            .LastLegalRecord!.InStateStock);
    }

    [Property]
    public Property What_is_recorded_later_never_changes_the_hops_before() => Prop.ForAll(
        Gen.Choose(0, 7).ListOf().ToArbitrary(),
        choices =>
        {
            var entries = Register([Registered(), .. choices.Select(Any)]);
            var whole = ChainBuilder.Build(entries, IntakeOn).Hops;
            return Enumerable.Range(0, entries.Count + 1).All(length =>
                ChainBuilder.Build([.. entries.Take(length)], IntakeOn).Hops.SequenceEqual(whole.Take(length)));
        });

    private static object Any(int choice) => choice switch
    {
        0 => Transfer(TransferKind.Sale),
        1 => Transfer(TransferKind.Export, "2016", country: "PRT"),
        2 => Transfer(TransferKind.Import, "2017-05"),
        3 => Reported(LossKind.Stolen),
        4 => Reported(LossKind.Lost, "2021-01-01"),
        5 => Recovered("2019-12-31"),
        6 => Disposed(DisposalMethod.RetainedByState, "2020-06-20", Known<Guid>.None),
        _ => Transfer(TransferKind.Loan, "2014"),
    };
}
