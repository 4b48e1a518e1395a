using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests;

public sealed class SearchTraceTests
{
    private static readonly HolderStanding Licensed = new("private", [new AuthorisationPeriod(new DateOnly(2010, 1, 1), null)]);

    [Fact]
    public void The_authorised_holder_s_own_arm_is_line_1_1() =>
        Expect(Item(possessor: Known.Of(Holder)), Register(Registered()), TraceOutcome.TracedToHolder, "1.1", Licensed);

    [Fact]
    public void A_holder_whose_authorisation_had_ended_is_line_1_2() =>
        Expect(Item(possessor: Known.Of(Holder)), Register(Registered()), TraceOutcome.TracedToHolder, "1.2",
            new HolderStanding("private", [new AuthorisationPeriod(new DateOnly(2010, 1, 1), new DateOnly(2020, 6, 14))]));

    [Fact]
    public void A_stolen_arm_with_somebody_else_is_line_1_2() =>
        Expect(Item(possessor: Known.Of(Guid.CreateVersion7())), Register(Registered(), Reported(LossKind.Stolen)), TraceOutcome.TracedToHolder, "1.2", Licensed);

    [Fact]
    public void A_found_arm_without_a_recorded_diversion_is_line_1_1_and_a_stolen_one_is_line_1_2()
    {
        Expect(Item(Known<Guid>.None, intake: Intake.Found), Register(Registered()), TraceOutcome.TracedToHolder, "1.1");
        Expect(Item(Known<Guid>.None, intake: Intake.Found), Register(Registered(), Reported(LossKind.Stolen)), TraceOutcome.TracedToHolder, "1.2");
    }

    [Fact]
    public void A_dealer_s_arm_and_a_maker_s_arm_are_traced_to_the_trade()
    {
        Expect(Item(), Register(Registered()), TraceOutcome.TracedToDealer, "1.2", new HolderStanding("dealer", []));
        Expect(Item(), Register(Registered()), TraceOutcome.TracedToDealer, "1.2", new HolderStanding("manufacturer", []));
    }

    [Fact]
    public void An_arm_of_the_State_is_traced_to_State_stock()
    {
        Expect(Item(), Register(Registered(FirearmOrigin.StateStock, Known<Guid>.None)), TraceOutcome.TracedToStateStock, "1.2");
        Expect(Item(), Register(Registered()), TraceOutcome.TracedToStateStock, "1.2", new HolderStanding("state_agency", []));
    }

    [Fact]
    public void What_no_register_has_is_named_after_its_reason()
    {
        Expect(Item(), [], TraceOutcome.NotFoundInRegistry, "1.6");
        Expect(Item(year: 1940), [], TraceOutcome.TooOld, "1.6");
        Expect(Item(condition: ArmCondition.Converted), [], TraceOutcome.ConvertedOrReactivated, "1.6");
        Expect(Item(marking: MarkingState.Erased), [], TraceOutcome.ObliteratedUnrecovered, "2.a");
        Expect(Item(marking: MarkingState.NeverMarked, condition: ArmCondition.Assembled), [], TraceOutcome.PrivatelyMade, "2.b");
        Expect(Item(marking: MarkingState.Unknown, serial: null), [], TraceOutcome.InsufficientDescription, "3",
            identified: new ArmIdentification(IdentificationBasis.NothingToSearchBy, 0, null));
        Expect(Item(), [], TraceOutcome.InvalidSerial, "1.6", identified: new ArmIdentification(IdentificationBasis.NothingFits, 0, null, NumberIsFalse: true));
        Expect(Item(), [], TraceOutcome.InsufficientDescription, "1.6", identified: new ArmIdentification(IdentificationBasis.SeveralFit, 3, null));
    }

    [Fact]
    public void An_exported_arm_opens_an_onward_request_and_stays_pending()
    {
        var item = Item();
        var request = Filed(item);

        var decision = Search(request, item, Register(Registered(), Transfer(TransferKind.Export, country: "PRT")));

        Assert.Contains(decision.OfRequest, happened => happened is OnwardRequestRecorded onward && onward.DueAt == DueAt);
        Assert.Equal((TraceRequestState.InProgress, false, "1.5"), (request.State, request.HasEnded, item.Outcome!.Line.Code()));
    }

    [Fact]
    public void A_second_search_finds_nothing_to_do()
    {
        var item = Item();
        var request = Filed(item);
        Search(request, item, []);

        Assert.True(Search(request, item, []).IsNothing);
    }

    [Fact]
    public void The_trace_of_an_item_that_became_a_part_ends_without_a_line()
    {
        var item = Item();
        var request = Filed(item);
        item.Apply(new SeizedItemCorrected(item.Item, item.Item with { Kind = ItemKind.Part, Arm = null }, Long("A frame only.")));

        var decision = Search(request, item, Register(Registered(), Transfer(TransferKind.Export, country: "PRT")));

        Assert.Equal([typeof(TraceSearched), typeof(TraceChainBuilt), typeof(TraceClosed)], decision.OfRequest.Select(happened => happened.GetType()));
        Assert.Empty(decision.OfItem);
        Assert.True(request.HasEnded);
        Assert.True(Search(request, item, []).IsNothing);
    }

    [Fact]
    public void A_filed_request_makes_the_item_pending_until_it_is_searched()
    {
        var item = Item();
        Assert.Equal("1.7", item.Outcome!.Line.Code());

        var request = Filed(item);

        Assert.Equal("1.5", item.Outcome!.Line.Code());
        Assert.Equal(TraceRequestState.Acknowledged, request.State);
    }

    [Theory]
    [InlineData("2020-06-15", Truth.Yes)]
    [InlineData("2020-12-31", Truth.Yes)]
    [InlineData("2021-01-01", Truth.No)]
    [InlineData("2019-12-31", Truth.No)]
    [InlineData("2020", Truth.Yes)]
    public void An_authorisation_counts_on_the_days_that_it_was_valid(string day, Truth expected) =>
        Assert.Equal(expected, new HolderStanding("private", [new AuthorisationPeriod(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31))]).AuthorisedOn(On(day)));

    [Fact]
    public void Whether_somebody_was_authorised_is_unknown_where_the_date_may_mean_days_with_and_without() =>
        Assert.Equal(Truth.Unknown, new HolderStanding("private", [new AuthorisationPeriod(new DateOnly(2020, 6, 1), null)]).AuthorisedOn(On("2020")));

    public static TheoryData<Known<Guid>, Known<Guid>, Truth> Possessors => new()
    {
        { Known.Of(Holder), Known.Of(Holder), Truth.Yes },
        { Known.Of(Guid.CreateVersion7()), Known.Of(Holder), Truth.No },
        { Known<Guid>.None, Known.Of(Holder), Truth.No },
        { Known.Of(Holder), Known<Guid>.None, Truth.No },
        { Known<Guid>.Unknown, Known.Of(Holder), Truth.Unknown },
        { Known.Of(Holder), Known<Guid>.Unknown, Truth.Unknown },
    };

    [Theory]
    [MemberData(nameof(Possessors), DisableDiscoveryEnumeration = true)]
    public void Possessor_and_holder_are_compared_only_where_both_are_known(Known<Guid> possessor, Known<Guid> holder, Truth same)
    {
        var chain = ChainBuilder.Build(Register(Registered(holder: holder)), IntakeOn);

        Assert.Equal(same, TraceFacts.From(Item(possessor), chain, HolderStanding.Unknown).PossessorIsHolder);
    }

    [Theory]
    [InlineData("AB12345", "AB12345", "EXAMPLEARMS", IdentificationBasis.ExactKey, 1)]
    [InlineData("AB12345", "A812345", "EXAMPLEARMS", IdentificationBasis.FoldedKey, 1)]
    [InlineData("AB12345", "AB12345", "OTHERMAKER", IdentificationBasis.NothingFits, 0)]
    [InlineData("AB12345", "AB99999", "EXAMPLEARMS", IdentificationBasis.NothingFits, 0)]
    public void A_serial_identifies_only_with_its_maker(string read, string registered, string maker, IdentificationBasis basis, int candidates)
    {
        var item = Item(serial: read);
        var key = FirearmsRegistry.Marks.Texts.SearchKey.Of(registered);

        var identified = ArmIdentification.Decide(item, ArmKeys.Of(item),
            new RegisteredMarks([new RegisteredMark(Arm, "X", "X", key.ExactKey, key.FoldedKey, maker, null)]));

        Assert.Equal((basis, candidates), (identified.Basis, identified.Candidates));
    }

    [Fact]
    public void Two_arms_that_fit_identify_none_and_are_counted()
    {
        var item = Item();
        var marks = new[] { Arm, Guid.CreateVersion7() }
            .Select(id => new RegisteredMark(id, "X", "X", "AB12345", "A812345", "EXAMPLEARMS", "ESP")).ToArray();

        var identified = ArmIdentification.Decide(item, ArmKeys.Of(item), new RegisteredMarks(marks));

        Assert.Equal(new ArmIdentification(IdentificationBasis.SeveralFit, 2, null), identified);
    }

    [Fact]
    public void More_arms_that_fit_than_are_read_identify_none_even_where_one_of_those_read_fits_exactly()
    {
        var item = Item();
        var exact = new RegisteredMark(Arm, "X", "X", "AB12345", "A812345", "EXAMPLEARMS", "ESP");
        var found = new RegisteredMarks([exact, exact with { FirearmId = Guid.CreateVersion7(), SerialExact = "A812345" }], MoreFit: true);

        Assert.Equal(new ArmIdentification(IdentificationBasis.SeveralFit, 2, null), ArmIdentification.Decide(item, ArmKeys.Of(item), found));
    }

    [Fact]
    public void A_link_made_before_is_not_questioned() => Assert.Equal(
        new ArmIdentification(IdentificationBasis.LinkedBefore, 1, Arm),
        ArmIdentification.Decide(Item(registered: Arm), ArmKeys.Of(Item()), RegisteredMarks.None));

    [Fact]
    public void A_national_number_with_wrong_check_characters_is_false()
    {
        var item = Item(serial: "ES26A0000001ZZ", kind: MarkKind.NationalNumber);

        Assert.True(ArmIdentification.Decide(item, ArmKeys.Of(item), RegisteredMarks.None).NumberIsFalse);
    }

    private static void Expect(
        SeizedItem item, IReadOnlyList<RegisterEntry> entries, TraceOutcome outcome, string line, HolderStanding? standing = null,
        ArmIdentification? identified = null)
    {
        var request = Filed(item);
        Search(request, item, entries, standing, identified);
        Assert.Equal((outcome, line, line), (request.Outcome!.Outcome, request.Outcome.Line.Code(), item.Outcome!.Line.Code()));
        Assert.Equal((TraceRequestState.Closed, true), (request.State, request.HasEnded));
    }
}
