using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Answering;
using FirearmsRegistry.Registry.TraceRequests.Establishing;
using FirearmsRegistry.Registry.TraceRequests.Requesting;
using FirearmsRegistry.Registry.TraceRequests.Sweeping;
using FirearmsRegistry.Registry.TraceRequests.Withdrawing;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests;

public sealed class LaterKnowledgeTests
{
    private static readonly WaitingState Waiting = new(CountryCode.Parse("ESP").GetOrThrow(), DueAt);

    private readonly SeizedItem _item = Item();

    [Theory]
    [InlineData(ForeignAnswerKind.Positive, TraceOutcome.TracedToForeignCountry, "1.3")]
    [InlineData(ForeignAnswerKind.Negative, TraceOutcome.NotFoundInRegistry, "1.6")]
    [InlineData(ForeignAnswerKind.Refused, TraceOutcome.RefusedAbroad, "1.6")]
    public void An_answer_from_abroad_ends_the_trace(ForeignAnswerKind answer, TraceOutcome outcome, string line)
    {
        var request = Exported();

        var decision = RecordForeignAnswer.Decide(Answer(answer), request, _item, Waiting).Value;
        Fold(request, _item, decision);

        Assert.Equal((TraceRequestState.Closed, outcome, line), (request.State, request.Outcome!.Outcome, _item.Outcome!.Line.Code()));
        Assert.Single(decision.OfRequest, happened => happened is TraceClosed);
    }

    [Fact]
    public void A_positive_answer_after_the_clock_changes_the_line_and_ends_nothing_again()
    {
        var request = Exported();
        Fold(request, _item, ExpireAnswerClock.Decide(request, _item, DueAt));
        Assert.Equal((TraceOutcome.NoReply, "1.6"), (request.Outcome!.Outcome, _item.Outcome!.Line.Code()));

        var late = RecordForeignAnswer.Decide(Answer(ForeignAnswerKind.Positive), request, _item, Waiting).Value;
        Fold(request, _item, late);

        Assert.DoesNotContain(late.OfRequest, happened => happened is TraceClosed);
        Assert.Equal("1.3", _item.Outcome!.Line.Code());
    }

    [Fact]
    public void A_clock_does_not_expire_before_its_time_or_after_an_answer()
    {
        var request = Exported();
        Assert.True(ExpireAnswerClock.Decide(request, _item, DueAt.AddSeconds(-1)).IsNothing);

        Fold(request, _item, RecordForeignAnswer.Decide(Answer(ForeignAnswerKind.Negative), request, _item, Waiting).Value);

        Assert.True(ExpireAnswerClock.Decide(request, _item, DueAt.AddDays(1)).IsNothing);
    }

    [Fact]
    public void A_refusal_without_reason_and_explanation_and_an_answer_with_a_reason_are_refused()
    {
        var request = Exported();

        var bare = RecordForeignAnswer.Decide(Answer(ForeignAnswerKind.Refused) with { Reason = null, Explanation = null }, request, _item, Waiting).Refusal!;
        var wrong = RecordForeignAnswer.Decide(
            Answer(ForeignAnswerKind.Negative) with { Reason = WithholdingReason.NationalSecurity }, request, _item, Waiting).Refusal!;

        Assert.Equal(["/reason", "/explanation"], bare.Errors.Select(error => error.Pointer));
        Assert.Equal(["/reason"], wrong.Errors.Select(error => error.Pointer));
    }

    [Fact]
    public void An_export_that_another_State_answers_by_letter_goes_on_with_the_State_that_it_names()
    {
        var request = Exported();

        Fold(request, _item, RecordForeignAnswer.Decide(Export("FRA"), request, _item, Waiting).Value);
        Assert.Equal((TraceRequestState.InProgress, "1.5", "FRA"), (request.State, _item.Outcome!.Line.Code(), request.Onward!.Country.Alpha3));

        Fold(request, _item, RecordForeignAnswer.Decide(Export("ESP"), request, _item, Waiting).Value);
        Assert.Equal((TraceRequestState.Closed, "1.3"), (request.State, _item.Outcome!.Line.Code()));
    }

    [Fact]
    public void An_export_names_its_State_which_is_another_one_and_nothing_else_names_one()
    {
        var request = Exported();

        foreach (var wrong in (RecordForeignAnswer[])[Export(null), Export("PRT"), Export("FRA") with { Answer = ForeignAnswerKind.Negative }])
            Assert.Equal("/nextCountry", Assert.Single(RecordForeignAnswer.Decide(wrong, request, _item, Waiting).Refusal!.Errors).Pointer);
    }

    [Fact]
    public void An_answer_before_the_search_is_refused() =>
        Assert.Equal("trace-not-searched", RecordForeignAnswer.Decide(Answer(ForeignAnswerKind.Positive), Filed(_item), _item, Waiting).Refusal!.Name);

    [Fact]
    public void An_answer_from_abroad_does_not_untrace_an_arm_whose_last_legal_record_stands_here()
    {
        var request = Filed(_item);
        Search(request, _item, Register(Registered()));

        Fold(request, _item, RecordForeignAnswer.Decide(Answer(ForeignAnswerKind.Negative), request, _item, Waiting).Value);

        Assert.Equal((TraceOutcome.TracedToHolder, "1.2"), (request.Outcome!.Outcome, _item.Outcome!.Line.Code()));
    }

    [Fact]
    public void An_origin_established_otherwise_is_line_1_4_and_leaves_an_open_trace_open()
    {
        var request = Exported();

        Fold(request, _item, RecordEstablishment.Decide(Establishment(), request, _item).Value);

        Assert.Equal(("1.4", TraceRequestState.InProgress), (_item.Outcome!.Line.Code(), request.State));
        Assert.NotNull(_item.Origin);
    }

    [Fact]
    public void A_withdrawal_before_the_search_is_line_1_7_and_one_after_it_line_1_6()
    {
        var early = Filed(_item);
        Fold(early, _item, WithdrawTrace.Decide(new WithdrawTrace(early.Id, Long("Not needed.")), early, _item).Value);
        Assert.Equal("1.7", _item.Outcome!.Line.Code());
        Assert.True(Search(early, _item, []).IsNothing);

        var late = Exported();
        Fold(late, _item, WithdrawTrace.Decide(new WithdrawTrace(late.Id, Long("Not needed.")), late, _item).Value);
        Assert.Equal("1.6", _item.Outcome!.Line.Code());
    }

    [Fact]
    public void An_ended_trace_is_not_withdrawn()
    {
        var request = Filed(_item);
        Search(request, _item, []);

        Assert.Equal("trace-ended", WithdrawTrace.Decide(new WithdrawTrace(request.Id, Long("Too late.")), request, _item).Refusal!.Name);
    }

    [Fact]
    public void An_urgent_request_needs_its_justification_and_a_routine_one_has_none()
    {
        var urgent = RequestTrace.Decide(Command() with { Priority = TracePriority.Urgent }, _item, null).Refusal!;
        var routine = RequestTrace.Decide(Command() with { UrgencyJustification = Long("Soon.") }, _item, null).Refusal!;

        Assert.Equal("/urgencyJustification", Assert.Single(urgent.Errors).Pointer);
        Assert.Equal("/urgencyJustification", Assert.Single(routine.Errors).Pointer);
    }

    [Fact]
    public void A_duplicate_is_not_traced_but_the_item_that_counts()
    {
        var counts = Guid.CreateVersion7();
        _item.Apply(new SeizedItemLinkedAsDuplicate(counts, Long("Same serial.")));

        Assert.Equal(counts, RequestTrace.Decide(Command(), _item, null).Refusal!.Extensions["countingItemId"]);
    }

    private TraceRequest Exported()
    {
        var request = Filed(_item);
        Search(request, _item, Register(Registered(), Transfer(TransferKind.Export, country: "PRT")));
        return request;
    }

    private static RecordForeignAnswer Answer(ForeignAnswerKind kind) => new(Guid.CreateVersion7(), Guid.CreateVersion7(),
        CountryCode.Parse("PRT").GetOrThrow(), kind, kind == ForeignAnswerKind.Refused ? WithholdingReason.NationalSecurity : null,
        kind == ForeignAnswerKind.Refused ? Long("Classified.") : null, Short("Point of contact"), Short("PT-1"), On("2020-08-01"));

    private static RecordForeignAnswer Export(string? to) => Answer(ForeignAnswerKind.Exported) with
    {
        NextCountry = to is null ? null : CountryCode.Parse(to).GetOrThrow(),
    };

    private static RecordEstablishment Establishment() =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), Short("Intelligence"), Short("National police"), On("2020-07-01"));
}
