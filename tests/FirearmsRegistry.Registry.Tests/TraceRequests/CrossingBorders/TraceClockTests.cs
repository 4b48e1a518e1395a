using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Sweeping;
using static FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders.BorderCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders;

public sealed class TraceClockTests
{
    [Fact]
    public void A_submitted_request_waits_for_acknowledgement_answer_escalation_and_the_end_of_the_wait()
    {
        var request = In(TraceKind.Outbound, TraceRequestState.Submitted);

        Assert.Equal(
            [TraceClockStep.Acknowledge, TraceClockStep.Answer, TraceClockStep.Escalate, TraceClockStep.NoReply, TraceClockStep.Expire],
            request.Abroad!.Clock.Keys);
        // Five working days after a Tuesday, at the end of that day.
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 23, 59, 59, TimeSpan.Zero), request.Abroad.Clock[TraceClockStep.Acknowledge]);
        Assert.All(request.Abroad.Clock.Values, due => Assert.True(due > Now));
    }

    [Fact]
    public void Nothing_happens_before_its_time_and_nothing_twice()
    {
        var request = In(TraceKind.Outbound, TraceRequestState.Submitted);
        var due = request.Abroad!.Clock[TraceClockStep.Acknowledge];
        Assert.Empty(FireTraceClock.Decide(request, Clock, due.AddTicks(-1)));

        var fired = FireTraceClock.Decide(request, Clock, due);

        Assert.Equal([new TraceReminderDue(TraceClockStep.Acknowledge, due, 1)], fired);
        Fold(request, fired);
        Assert.Empty(FireTraceClock.Decide(request, Clock, due));
    }

    [Theory]
    [InlineData(TraceKind.Outbound)]
    [InlineData(TraceKind.Inbound)]
    public void While_information_is_owed_nobody_is_reminded_and_no_clock_runs_but_that_of_the_last_day(TraceKind kind)
    {
        var request = In(kind, TraceRequestState.InfoRequested);

        Assert.Equal([TraceClockStep.Expire], request.Abroad!.Clock.Keys);
        Assert.Empty(FireTraceClock.Decide(request, Clock, Now.AddDays(200)));
        var again = After(request, TraceAct.GiveInformation).Abroad!.Clock;
        Assert.Equal(Clock.AnswerDue(Now), again[TraceClockStep.Answer]);
    }

    [Fact]
    public void Reminders_follow_each_other_until_the_wait_ends_and_one_makes_up_for_those_that_were_missed()
    {
        var request = In(TraceKind.Outbound, TraceRequestState.Acknowledged);
        var end = request.Abroad!.Clock[TraceClockStep.NoReply];
        var happened = new List<object>();
        for (var now = Now; now <= end; now = now.AddHours(7))
        {
            var events = FireTraceClock.Decide(request, Clock, now);
            Fold(request, events);
            happened.AddRange(events);
        }

        Assert.Equal([1, 2, 3, 4], happened.OfType<TraceReminderDue>().Select(reminder => reminder.Number));
        Assert.Single(happened.OfType<TraceEscalated>());

        var late = In(TraceKind.Outbound, TraceRequestState.Acknowledged);
        var missed = FireTraceClock.Decide(late, Clock, end.AddSeconds(-1));
        Assert.Equal(["TraceEscalated", "TraceReminderDue", "TraceClockSet"], missed.Select(one => one.GetType().Name));
        Assert.True(missed.OfType<TraceClockSet>().Single().DueAt > end.AddSeconds(-1));
    }

    [Fact]
    public void The_wait_ends_with_no_reply_and_all_clocks_with_it()
    {
        var request = In(TraceKind.Outbound, TraceRequestState.Acknowledged);
        var end = request.Abroad!.Clock[TraceClockStep.NoReply];

        Fold(request, FireTraceClock.Decide(request, Clock, end));

        Assert.Equal((TraceRequestState.NoReply, false, 0), (request.State, request.HasEnded, request.Abroad!.Clock.Count));
    }

    [Fact]
    public void While_a_question_is_open_only_the_day_of_expiry_runs_and_the_answer_starts_the_clock_anew()
    {
        var asked = In(TraceKind.Outbound, TraceRequestState.InfoRequested);
        Assert.Equal([TraceClockStep.Expire], asked.Abroad!.Clock.Keys);

        var told = After(asked, TraceAct.GiveInformation);

        Assert.Equal([TraceClockStep.Answer, TraceClockStep.Escalate, TraceClockStep.NoReply, TraceClockStep.Expire], told.Abroad!.Clock.Keys);
    }

    [Theory]
    [InlineData(TraceAnswerKind.Answered)]
    [InlineData(TraceAnswerKind.Restricted)]
    [InlineData(TraceAnswerKind.Refused)]
    public void After_the_last_answer_no_clock_runs(TraceAnswerKind kind)
    {
        var request = In(TraceKind.Outbound, AnswerRules.StateAfter(kind));

        Assert.Empty(request.Abroad!.Clock);
        Assert.Empty(FireTraceClock.Decide(request, Clock, Now.AddYears(5)));
    }

    [Theory]
    [InlineData("2026-09-30", "2026-09-30T23:59:59Z")]
    // A Saturday, and a day that has passed: then the answer's own span counts from now.
    [InlineData("2026-10-03", "2026-10-05T23:59:59Z")]
    [InlineData("2026-03-02", "2026-03-31T23:59:59Z")]
    public void A_delay_is_waited_for_until_the_day_that_it_named_and_beyond_it_as_agreed(string expected, string due)
    {
        var request = In(TraceKind.Outbound, TraceRequestState.Acknowledged);

        Fold(request, Registry.TraceRequests.ReceivingAnswers.RecordOutboundAnswer.Decide(
            Received(Answer(TraceAnswerKind.Delayed, expectedOn: DateOnly.ParseExact(expected, "O", System.Globalization.CultureInfo.InvariantCulture))), request, Partner, Now).Value);

        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), request.Abroad!.Clock[TraceClockStep.Answer]);
        Assert.True(request.Abroad.Clock[TraceClockStep.NoReply] > request.Abroad.Clock[TraceClockStep.Answer]);
    }

    [Fact]
    public void A_part_is_a_reply_so_that_the_wait_cannot_end_without_one()
    {
        var request = In(TraceKind.Outbound, TraceRequestState.PartiallyAnswered);

        Assert.DoesNotContain(TraceClockStep.NoReply, request.Abroad!.Clock.Keys);
        Assert.Contains(TraceClockStep.Answer, request.Abroad.Clock.Keys);
    }

    [Fact]
    public void An_inbound_request_reminds_the_own_point_of_contact_and_never_ends_by_the_clock()
    {
        var request = Received();
        Assert.Equal([TraceClockStep.Answer, TraceClockStep.Escalate], request.Abroad!.Clock.Keys);

        var fired = FireTraceClock.Decide(request, Clock, Now.AddYears(1));

        Assert.DoesNotContain(fired, happened => happened is TraceNotRepliedTo);
        Assert.Contains(fired, happened => happened is TraceReminderDue);
    }

    [Fact]
    public void Whose_day_has_passed_is_expired_whatever_else_is_due()
    {
        var request = In(TraceKind.Outbound, TraceRequestState.Submitted);

        var fired = FireTraceClock.Decide(request, Clock, Now.AddYears(2));

        Assert.Equal([new TraceExpired(new DateOnly(2027, 1, 1))], fired);
    }
}
