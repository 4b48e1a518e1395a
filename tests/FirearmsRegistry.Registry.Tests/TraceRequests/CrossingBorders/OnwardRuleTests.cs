using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Answering;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Confirming;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using static FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders.BorderCase;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders;

/// <summary>What requests to other States mean for the first request of the tree and for the item's line.</summary>
public sealed class OnwardRuleTests
{
    private static readonly CountryCode France = CountryCode.Parse("FRA").GetOrThrow();

    private static readonly CountryCode Spain = CountryCode.Parse("ESP").GetOrThrow();

    private static readonly Guid Second = Guid.CreateVersion7();

    private static readonly WaitingState Waiting = new(Spain, Now.AddDays(60));

    private readonly SeizedItem _item = Item();

    [Fact]
    public void A_request_that_was_sent_makes_the_item_pending_also_where_the_own_register_knew_nothing()
    {
        var root = Searched(_item);
        Assert.Equal(("1.6", true), (Line, root.HasEnded));

        Send(root, OutboundId, Portugal);

        Assert.Equal(("1.5", TraceRequestState.Closed, TraceOutcome.NotFoundInRegistry), (Line, root.State, root.Outcome!.Outcome));
    }

    [Fact]
    public void A_closed_request_whose_lead_a_person_confirms_to_be_exported_goes_on_abroad_in_its_own_tree()
    {
        var root = Searched(_item);
        var chain = ChainBuilder.Build(Register(Registered(), Transfer(TransferKind.Export, country: "PRT")), _item.Circumstances.IntakeOn);
        TraceCase.Fold(root, _item, ConfirmIdentification.Decide(
            new ConfirmIdentification(root.Id, Arm, Long("The barrel agrees."), Long("Frame and barrel.")), root, _item, chain, HolderStanding.Unknown, [], Now).Value);
        Assert.Equal((TraceRequestState.Closed, TraceOutcome.TracedToForeignCountry, Portugal), (root.State, root.Outcome!.Outcome, root.Chain!.LastLegalRecord!.ExportedTo));

        var draft = Draft(root, _item);
        Send(root, OutboundId, Portugal);

        Assert.Equal((root.Id, "1.5"), (draft.Abroad!.RootId, Line));
        Answer(root, OutboundId, Portugal, BorderCase.Answer(TraceAnswerKind.Answered));
        Assert.Equal((TraceRequestState.Closed, "1.3"), (root.State, Line));
    }

    [Theory]
    [InlineData(TraceAnswerKind.Answered, TraceFinding.Positive, TraceOutcome.TracedToForeignCountry, "1.3")]
    [InlineData(TraceAnswerKind.Answered, TraceFinding.Negative, TraceOutcome.NotFoundInRegistry, "1.6")]
    [InlineData(TraceAnswerKind.Restricted, TraceFinding.Positive, TraceOutcome.TracedToForeignCountry, "1.3")]
    [InlineData(TraceAnswerKind.Restricted, null, TraceOutcome.RefusedAbroad, "1.6")]
    [InlineData(TraceAnswerKind.Refused, null, TraceOutcome.RefusedAbroad, "1.6")]
    public void A_final_answer_ends_the_first_request_once(TraceAnswerKind kind, TraceFinding? finding, TraceOutcome outcome, string line)
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);
        Assert.Equal((TraceRequestState.InProgress, "1.5", null), (root.State, Line, root.Onward));

        var decision = Answer(root, OutboundId, Portugal, BorderCase.Answer(kind, finding));

        Assert.Equal((TraceRequestState.Closed, outcome, line), (root.State, root.Outcome!.Outcome, Line));
        Assert.Single(decision.OfRequest, happened => happened is TraceClosed);
        Assert.Single(decision.OfRequest, happened => happened is OnwardRequestEnded);
        Assert.Empty(root.OpenOnward);
    }

    [Theory]
    [InlineData(TraceAnswerKind.PartiallyAnswered)]
    [InlineData(TraceAnswerKind.Delayed)]
    public void A_part_and_a_delay_leave_everything_pending(TraceAnswerKind kind)
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);

        Assert.True(Answer(root, OutboundId, Portugal, BorderCase.Answer(kind)).IsNothing);
        Assert.Equal((TraceRequestState.InProgress, "1.5"), (root.State, Line));
    }

    [Fact]
    public void A_part_after_which_the_request_is_closed_was_all_of_the_answer()
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);

        Do(root, OnwardRule.ClosedAfterPart(
            root, _item, OutboundId, Portugal, Recorded(BorderCase.Answer(TraceAnswerKind.PartiallyAnswered, TraceFinding.Positive)), Waiting));

        Assert.Equal((TraceRequestState.Closed, "1.3"), (root.State, Line));
    }

    [Fact]
    public void Of_two_States_that_are_asked_the_one_that_is_least_finished_counts()
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);
        Send(root, Second, France);

        Answer(root, OutboundId, Portugal, BorderCase.Answer(TraceAnswerKind.Answered, TraceFinding.Negative));
        Assert.Equal((TraceRequestState.InProgress, "1.5"), (root.State, Line));

        Answer(root, Second, France, BorderCase.Answer(TraceAnswerKind.Answered, TraceFinding.Positive));
        Assert.Equal((TraceRequestState.Closed, "1.3", TraceOutcome.TracedToForeignCountry), (root.State, Line, root.Outcome!.Outcome));
    }

    [Fact]
    public void A_confirmation_stands_whatever_others_answer_later()
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);
        Send(root, Second, France);
        Answer(root, OutboundId, Portugal, BorderCase.Answer(TraceAnswerKind.Answered, TraceFinding.Positive));

        Answer(root, Second, France, BorderCase.Answer(TraceAnswerKind.Refused));
        Assert.Equal((TraceOutcome.TracedToForeignCountry, "1.3"), (root.Outcome!.Outcome, Line));

        Do(root, OnwardRule.NotRepliedTo(root, _item, Second, France, Now));
        Assert.Equal((TraceOutcome.TracedToForeignCountry, "1.3"), (root.Outcome!.Outcome, Line));
    }

    [Fact]
    public void No_reply_ends_the_first_request_and_a_late_answer_decides_its_outcome_anew()
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);

        Do(root, OnwardRule.NotRepliedTo(root, _item, OutboundId, Portugal, Now));
        Assert.Equal((TraceRequestState.Closed, TraceOutcome.NoReply, "1.6"), (root.State, root.Outcome!.Outcome, Line));

        var late = Answer(root, OutboundId, Portugal, BorderCase.Answer(TraceAnswerKind.Answered, TraceFinding.Positive));
        Assert.DoesNotContain(late.OfRequest, happened => happened is TraceClosed or OnwardRequestEnded);
        Assert.Equal((TraceOutcome.TracedToForeignCountry, "1.3"), (root.Outcome!.Outcome, Line));
    }

    [Fact]
    public void A_late_delay_after_no_reply_makes_the_item_pending_again()
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);
        Do(root, OnwardRule.NotRepliedTo(root, _item, OutboundId, Portugal, Now));

        Answer(root, OutboundId, Portugal, BorderCase.Answer(TraceAnswerKind.Delayed));

        Assert.Equal("1.5", Line);
        Assert.Contains(OutboundId, root.OpenOnward.Keys);
    }

    [Theory]
    [InlineData(TraceRequestState.Withdrawn)]
    [InlineData(TraceRequestState.Expired)]
    public void Where_the_only_request_ended_unanswered_the_first_one_waits_again_for_that_State_to_be_asked(TraceRequestState state)
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);

        Do(root, OnwardRule.EndedUnanswered(root, _item, OutboundId, Portugal, state, Waiting));

        Assert.Equal((TraceRequestState.InProgress, "1.5", Now.AddDays(60)), (root.State, Line, root.Onward!.DueAt));
    }

    [Fact]
    public void Where_the_first_one_had_ended_it_is_as_it_was()
    {
        var root = Searched(_item);
        Send(root, OutboundId, Portugal);

        Do(root, OnwardRule.EndedUnanswered(root, _item, OutboundId, Portugal, TraceRequestState.Withdrawn, Waiting));

        Assert.Equal(("1.6", TraceOutcome.NotFoundInRegistry, TraceRequestState.Closed), (Line, root.Outcome!.Outcome, root.State));
    }

    [Fact]
    public void An_arm_whose_last_legal_record_stands_here_stays_in_its_line()
    {
        var root = Filed(_item);
        Search(root, _item, Register(Registered()));
        var before = (Line, root.Outcome!.Outcome);

        Send(root, OutboundId, Portugal);
        Assert.Equal(before, (Line, root.Outcome!.Outcome));
        Answer(root, OutboundId, Portugal, BorderCase.Answer(TraceAnswerKind.Answered, TraceFinding.Positive));
        Assert.Equal(before, (Line, root.Outcome!.Outcome));
    }

    [Fact]
    public void The_item_of_a_withdrawn_first_request_still_learns_the_answer()
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);
        Fold(root, _item, Registry.TraceRequests.Withdrawing.WithdrawTrace.Decide(new(root.Id, Long("Not needed.")), root, _item).Value);

        var decision = Answer(root, OutboundId, Portugal, BorderCase.Answer(TraceAnswerKind.Answered, TraceFinding.Positive));

        Assert.Equal((TraceRequestState.Withdrawn, "1.3"), (root.State, Line));
        Assert.DoesNotContain(decision.OfRequest, happened => happened is TraceOutcomeDecided);
    }

    [Fact]
    public void An_inbound_first_request_only_remembers_who_was_asked()
    {
        var root = In(TraceKind.Inbound, TraceRequestState.InProgress);

        BorderCase.Fold(root, OnwardRule.Sent(root, null, OutboundId, France).OfRequest);
        Assert.Equal((TraceRequestState.InProgress, 1), (root.State, root.OpenOnward.Count));

        var answered = OnwardRule.Answered(root, null, OutboundId, France, Recorded(BorderCase.Answer(TraceAnswerKind.Answered)), Waiting);
        BorderCase.Fold(root, answered.OfRequest);
        Assert.Equal((0, 0, 1), (root.OpenOnward.Count, answered.OfItem.Count, answered.OfRequest.Count));
    }

    [Theory]
    [InlineData(TraceFinding.Positive)]
    [InlineData(TraceFinding.Negative)]
    public void An_arm_that_was_exported_further_is_pending_until_that_State_is_asked_and_answers(TraceFinding finding)
    {
        var root = Searched(_item);
        Send(root, OutboundId, Portugal);

        Answer(root, OutboundId, Portugal, ExportedTo("FRA", finding));
        Assert.Equal(("1.5", TraceOutcome.TracedToForeignCountry, "FRA", Now.AddDays(60)),
            (Line, root.Outcome!.Outcome, root.Onward!.Country.Alpha3, root.Onward.DueAt));

        Send(root, Second, France);
        Assert.Equal(("1.5", null), (Line, root.Onward));
        Answer(root, Second, France, BorderCase.Answer(TraceAnswerKind.Answered, TraceFinding.Positive));
        Assert.Equal("1.3", Line);
    }

    [Fact]
    public void A_request_in_progress_stays_so_while_the_next_State_is_to_be_asked()
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);

        var decision = Answer(root, OutboundId, Portugal, ExportedTo("FRA"));

        Assert.Equal((TraceRequestState.InProgress, false, "1.5"), (root.State, root.HasEnded, Line));
        Assert.Equal(ForeignAnswerKind.Exported, Assert.Single(decision.OfRequest.OfType<ForeignAnswerRecorded>()).Answer);
    }

    [Theory]
    [InlineData(false, "1.6", TraceOutcome.NoReply)]
    [InlineData(true, "1.6", TraceOutcome.NotFoundInRegistry)]
    public void A_trail_that_ends_with_the_next_State_was_traced_in_vain(bool answered, string line, TraceOutcome outcome)
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);
        Answer(root, OutboundId, Portugal, ExportedTo("FRA"));

        if (answered)
        {
            Send(root, Second, France);
            Answer(root, Second, France, BorderCase.Answer(TraceAnswerKind.Answered, TraceFinding.Negative));
        }
        else
        {
            Fold(root, _item, Registry.TraceRequests.Sweeping.ExpireAnswerClock.Decide(root, _item, Waiting.Until));
        }

        Assert.Equal((TraceRequestState.Closed, line, outcome), (root.State, Line, root.Outcome!.Outcome));
    }

    [Fact]
    public void An_arm_that_was_exported_to_this_State_and_never_recorded_here_has_its_last_legal_record_in_that_export()
    {
        var root = Searched(_item);
        Send(root, OutboundId, Portugal);

        Answer(root, OutboundId, Portugal, ExportedTo("ESP"));

        Assert.Equal(("1.3", TraceOutcome.TracedToForeignCountry, null), (Line, root.Outcome!.Outcome, root.Onward));
    }

    [Fact]
    public void An_export_to_a_State_that_is_not_named_leaves_nobody_to_ask()
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);

        Answer(root, OutboundId, Portugal, ExportedTo(null));

        Assert.Equal((TraceRequestState.Closed, "1.6", TraceOutcome.TracedToForeignCountry), (root.State, Line, root.Outcome!.Outcome));
    }

    [Fact]
    public void The_State_to_which_the_arm_was_exported_is_waited_for_whatever_another_one_answers_first()
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);
        Send(root, Second, France);
        Answer(root, OutboundId, Portugal, ExportedTo("ITA"));

        Answer(root, Second, France, BorderCase.Answer(TraceAnswerKind.Answered, TraceFinding.Negative));

        Assert.Equal((TraceRequestState.InProgress, "1.5", "ITA"), (root.State, Line, root.Onward!.Country.Alpha3));
    }

    [Fact]
    public void Where_the_request_to_the_next_State_is_withdrawn_that_State_is_to_be_asked_again()
    {
        var root = Exported();
        Send(root, OutboundId, Portugal);
        Answer(root, OutboundId, Portugal, ExportedTo("FRA"));
        Send(root, Second, France);

        Do(root, OnwardRule.EndedUnanswered(root, _item, Second, France, TraceRequestState.Withdrawn, Waiting));

        Assert.Equal(("FRA", "1.5"), (root.Onward!.Country.Alpha3, Line));
    }

    private static TraceAnswerContent ExportedTo(string? country, TraceFinding finding = TraceFinding.Positive) =>
        BorderCase.Answer(TraceAnswerKind.Answered, finding) with
        {
            Facts = new AnswerFacts(TraceOutcome.TracedToForeignCountry, [], country is null ? null : CountryCode.Parse(country).GetOrThrow()),
        };

    private string Line => _item.Outcome!.Line.Code();

    private TraceRequest Exported()
    {
        var root = Filed(_item);
        Search(root, _item, Register(Registered(), Transfer(TransferKind.Export, country: "PRT")));
        return root;
    }

    private void Send(TraceRequest root, Guid onward, CountryCode country) => Do(root, OnwardRule.Sent(root, _item, onward, country));

    private TraceDecision Answer(TraceRequest root, Guid onward, CountryCode country, TraceAnswerContent answer) =>
        Do(root, OnwardRule.Answered(root, _item, onward, country, Recorded(answer), Waiting));

    private TraceDecision Do(TraceRequest root, TraceDecision decision)
    {
        Fold(root, _item, decision);
        return decision;
    }

    private static OutboundTraceAnswered Recorded(TraceAnswerContent answer) =>
        new(Guid.CreateVersion7(), answer, Short("Lisbon"), Short("PT-2"), On("2026-03-04"), null);
}
