using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests;

public sealed class CountingOnceTests
{
    private static readonly Guid First = Guid.Parse("019342f0-0000-7000-8000-0000000000dd");

    [Fact]
    public void A_trace_tells_the_item_which_registered_arm_it_is()
    {
        var item = Item();
        var request = Filed(item);

        Search(request, item, Register(Registered()));

        Assert.Equal((Arm, request.Id), (item.FirearmId, item.FoundByTrace));
        Assert.Null(item.DuplicateOf);
        Assert.Null(item.LinkedBefore);
    }

    [Fact]
    public void The_item_says_that_the_machine_identified_it_by_an_exact_mark()
    {
        var item = Item();

        var decision = Search(Filed(item), item, Register(Registered()));

        Assert.Equal(IdentifiedBy.ExactMark, Assert.Single(decision.OfItem.OfType<SeizedItemIdentified>()).How);
    }

    [Theory]
    [InlineData(IdentificationBasis.FoldedKey)]
    [InlineData(IdentificationBasis.DamagedMark)]
    [InlineData(IdentificationBasis.SeveralFit)]
    public void A_lead_tells_the_item_nothing(IdentificationBasis basis)
    {
        var item = Item();

        var decision = Search(Filed(item), item, [], identified: new ArmIdentification(basis, 1, null));

        Assert.Empty(decision.OfItem.OfType<SeizedItemIdentified>());
        Assert.Null(item.FirearmId);
    }

    [Fact]
    public void A_link_that_a_person_made_is_not_made_again()
    {
        var item = Item(registered: Arm);

        var decision = Search(Filed(item), item, Register(Registered()), identified: new ArmIdentification(IdentificationBasis.LinkedBefore, 1, Arm));

        Assert.Empty(decision.OfItem.OfType<SeizedItemIdentified>());
        Assert.Null(item.FoundByTrace);
    }

    [Fact]
    public void The_second_report_of_one_taking_is_linked_to_the_first_and_keeps_its_line()
    {
        var item = Item();
        var request = Filed(item);

        Search(request, item, Register(Registered()), reports: [Report("2020-06-14")]);

        Assert.Equal((First, Arm), (item.DuplicateOf, item.FirearmId));
        Assert.Equal(request.Outcome!.Line, item.Outcome!.Line);
    }

    [Fact]
    public void An_arm_taken_anew_after_it_was_given_back_counts_again_and_says_beside_which()
    {
        var item = Item();

        var decision = Search(Filed(item), item,
            Register(Registered(), Disposed(DisposalMethod.Returned, "2018-03-01", Marks.Values.Known.Of(Holder))), reports: [Report("2017")]);

        Assert.Null(item.DuplicateOf);
        var identified = Assert.Single(decision.OfItem.OfType<SeizedItemIdentified>());
        Assert.Equal([First], identified.DistinctFrom!);
        Assert.Contains("returned", identified.ConfirmedDistinct.ToString(), StringComparison.Ordinal);
        Assert.Contains(First, item.DistinctFrom);
    }

    [Fact]
    public void Of_two_earlier_takings_the_one_that_nothing_separates_is_the_same()
    {
        var before = Report("2017");
        before.Id = Guid.CreateVersion7();
        var item = Item();

        Search(Filed(item), item, Register(Registered(), Transfer(TransferKind.Sale, "2019-01-01")), reports: [before, Report("2020-06-20")]);

        Assert.Equal(First, item.DuplicateOf);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_person_confirmed_to_be_distinct_is_not_linked(bool saidOfTheFirst)
    {
        var (item, first) = (Item(), Report("2020-06-15"));
        item.Id = Guid.CreateVersion7();
        (saidOfTheFirst ? first : item).Apply(new SeizedItemUnlinkedAsDuplicate(saidOfTheFirst ? item.Id : First, Long("Two arms.")));

        Search(Filed(item), item, Register(Registered()), reports: [first]);

        Assert.Null(item.DuplicateOf);
    }

    [Fact]
    public void A_duplicate_stays_linked_where_it_is()
    {
        var item = Item();
        var other = Guid.CreateVersion7();
        var request = Filed(item);
        item.Apply(new SeizedItemLinkedAsDuplicate(other, Long("The same.")));

        Search(request, item, Register(Registered()), reports: [Report("2020-06-15")]);

        Assert.Equal((other, Arm), (item.DuplicateOf, item.FirearmId));
    }

    public static TheoryData<string, string, string, bool> Dates => new()
    {
        { "2017-05-01", "2018-03-01", "2020-06-15", true },
        { "2020-06-15", "2018-03-01", "2017-05-01", true },
        { "2017", "2018", "2019", true },
        { "2017-05-01", "2017-05-01", "2020-06-15", false },
        { "2017-05-01", "2020-06-15", "2020-06-15", false },
        { "2017-05-01", "2017", "2020-06-15", false },
        { "2017", "2017-12-31", "2020-06-15", false },
        { "2017-05-01", "2021-01-01", "2020-06-15", false },
        { "2020-06-15", "2020-06-15", "2020-06-15", false },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void Only_a_record_that_certainly_lies_between_makes_two_takings(string one, string sale, string other, bool two)
    {
        var chain = ChainBuilder.Build(Register(Registered(), Transfer(TransferKind.Sale, sale)), IntakeOn);

        Assert.Equal(two, SameTaking.Separation(chain.Hops, On(one), On(other)) is not null);
    }

    public static TheoryData<object, bool> Between => new()
    {
        { Transfer(TransferKind.Sale, "2018"), true },
        { Transfer(TransferKind.Export, "2018", country: "PRT"), true },
        { Reported(LossKind.Stolen, "2018-01-01"), true },
        { Recovered("2018-01-01"), true },
        { Disposed(DisposalMethod.Returned, "2018", Marks.Values.Known.Of(Holder)), true },
        { Disposed(DisposalMethod.RetainedByState, "2018", Marks.Values.Known<Guid>.None), true },
        { Disposed(DisposalMethod.Destroyed, "2018", Marks.Values.Known<Guid>.None), true },
        { new DisposalAuthorised(Guid.CreateVersion7(), DisposalMethod.Destroyed, Short("ORD-1"), On("2018")), false },
    };

    [Theory]
    [MemberData(nameof(Between), DisableDiscoveryEnumeration = true)]
    public void A_record_that_shows_the_arm_in_hands_again_makes_two_takings(object between, bool two)
    {
        var chain = ChainBuilder.Build(Register(Registered(), between), IntakeOn);

        Assert.Equal(two, SameTaking.Separation(chain.Hops, On("2017"), On("2020")) is not null);
    }

    [Fact]
    public void The_next_trace_looks_anew_for_what_a_trace_had_found()
    {
        var item = Item();
        Search(Filed(item), item, Register(Registered()));

        var again = ArmIdentification.Decide(item, ArmKeys.Of(item), RegisteredMarks.None);

        Assert.Equal(IdentificationBasis.NothingFits, again.Basis);
    }

    [Fact]
    public void A_correction_of_the_marks_ends_the_link_that_a_trace_made_and_one_of_the_calibre_does_not()
    {
        var item = Item();
        Search(Filed(item), item, Register(Registered()));

        item.Apply(new SeizedItemCorrected(item.Item, item.Item with { Calibre = Marks.Values.Known.Of(Short("9 mm")) }, Long("Measured.")));
        Assert.Equal(Arm, item.FirearmId);
        item.Apply(new SeizedItemCorrected(item.Item, item.Item with { Marks = [] }, Long("Of another arm.")));
        Assert.Null(item.FirearmId);
        Assert.Null(item.FoundByTrace);
    }

    private static SeizedItem Report(string on)
    {
        var report = Item(registered: Arm);
        report.Id = First;
        report.Apply(new SeizedItemCircumstancesChanged(
            report.Circumstances, report.Circumstances with { IntakeOn = PartialDate.Parse(on).GetOrThrow() }, Long("The other agency's date.")));
        return report;
    }
}
