using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using static FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders.BorderCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.CrossingBorders;

/// <summary>Every state of a request that crosses borders times every act, written out.</summary>
public sealed class TraceActsTests
{
    private const string Outbound =
        """
                          amend submit ack ask give work answer search propose approve remind withdraw close wait expire
        draft             x     x      .   .   .    .    .      .      .       .       .      x        .     .    x
        submitted         .     .      x   x   .    x    x      .      .       .       x      x        .     x    x
        acknowledged      .     .      .   x   .    x    x      .      .       .       x      x        .     x    x
        info_requested    .     .      .   .   x    .    x      .      .       .       .      x        .     .    x
        resubmitted       .     .      x   x   .    x    x      .      .       .       x      x        .     x    x
        in_progress       .     .      .   x   .    .    x      .      .       .       x      x        .     x    x
        delayed           .     .      .   x   .    .    x      .      .       .       x      x        .     x    x
        partially_answered .    .      .   x   .    .    x      .      .       .       x      x        x     .    x
        answered          .     .      .   .   .    .    x      .      .       .       .      .        x     .    .
        restricted        .     .      .   .   .    .    x      .      .       .       .      .        x     .    .
        refused           .     .      .   .   .    .    x      .      .       .       .      .        x     .    .
        no_reply          .     .      .   .   .    .    x      .      .       .       .      .        x     .    .
        closed            .     .      .   .   .    .    .      .      .       .       .      .        .     .    .
        withdrawn         .     .      .   .   .    .    .      .      .       .       .      .        .     .    .
        expired           .     .      .   .   .    .    .      .      .       .       .      .        .     .    .
        """;

    private const string Inbound =
        """
                          amend submit ack ask give work answer search propose approve remind withdraw close wait expire
        acknowledged      .     .      .   x   .    .    .      x      x       x       x      x        .     .    x
        info_requested    .     .      .   .   x    .    .      .      x       x       x      x        x     .    x
        resubmitted       .     .      .   x   .    .    .      x      x       x       x      x        .     .    x
        in_progress       .     .      .   x   .    .    .      .      x       x       x      x        .     .    x
        delayed           .     .      .   x   .    .    .      .      x       x       x      x        .     .    x
        partially_answered .    .      .   x   .    .    .      .      x       x       x      x        x     .    x
        answered          .     .      .   .   .    .    .      .      x       x       x      .        x     .    .
        restricted        .     .      .   .   .    .    .      .      x       x       x      .        x     .    .
        refused           .     .      .   .   .    .    .      .      x       x       x      .        x     .    .
        closed            .     .      .   .   .    .    .      .      .       .       .      .        .     .    .
        withdrawn         .     .      .   .   .    .    .      .      .       .       .      .        .     .    .
        expired           .     .      .   .   .    .    .      .      .       .       .      .        .     .    .
        """;

    private static readonly TraceAct[] Columns =
    [
        TraceAct.Amend, TraceAct.Submit, TraceAct.Acknowledge, TraceAct.AskInformation, TraceAct.GiveInformation, TraceAct.BeginWork,
        TraceAct.RecordAnswer, TraceAct.Search, TraceAct.ProposeAnswer, TraceAct.ApproveAnswer, TraceAct.Remind, TraceAct.Withdraw, TraceAct.Close,
        TraceAct.EndWait, TraceAct.Expire,
    ];

    public static TheoryData<TraceKind, TraceRequestState, TraceAct, bool> Table
    {
        get
        {
            var data = new TheoryData<TraceKind, TraceRequestState, TraceAct, bool>();
            foreach (var (kind, text) in new[] { (TraceKind.Outbound, Outbound), (TraceKind.Inbound, Inbound) })
            {
                foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Skip(1))
                {
                    var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    Assert.True(Marks.Codes.Codes.TryParse<TraceRequestState>(cells[0], out var state), cells[0]);
                    for (var column = 0; column < Columns.Length; column++)
                        data.Add(kind, state, Columns[column], cells[column + 1] == "x");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void An_act_is_done_or_refused_as_the_state_has_it(TraceKind kind, TraceRequestState state, TraceAct act, bool allowed)
    {
        var request = In(kind, state);
        Assert.Equal((kind, state), (request.Kind, request.State));
        if (act == TraceAct.ApproveAnswer && allowed && request.Abroad!.Proposal is null)
            After(request, TraceAct.ProposeAnswer);

        var done = Do(act, request);

        Assert.Equal(allowed, done.Refusal is null);
        Assert.Equal(allowed, TraceActs.Of(kind, state).Contains(act));
        if (done.Refused(out var refusal, out _))
        {
            var ended = state is TraceRequestState.Closed or TraceRequestState.Expired ? "trace-ended"
                : state == TraceRequestState.Withdrawn ? "trace-withdrawn" : "trace-act-not-allowed";
            Assert.Equal(act is TraceAct.Search or TraceAct.EndWait or TraceAct.Expire ? "nothing" : ended, refusal.Name);
        }
    }

    [Fact]
    public void The_table_has_every_state_that_a_kind_can_reach()
    {
        var unreachable = new[] { (TraceKind.Inbound, TraceRequestState.Draft), (TraceKind.Inbound, TraceRequestState.Submitted), (TraceKind.Inbound, TraceRequestState.NoReply) };
        var all = from kind in new[] { TraceKind.Outbound, TraceKind.Inbound }
                  from state in Enum.GetValues<TraceRequestState>()
                  where !unreachable.Contains((kind, state))
                  select (kind, state);

        Assert.Equal(all.ToHashSet(), Table.Select(row => (row.Data.Item1, row.Data.Item2)).ToHashSet());
        Assert.All(Enum.GetValues<TraceRequestState>(), state => Assert.Empty(TraceActs.Of(TraceKind.Domestic, state)));
    }

    [Theory]
    [InlineData(TraceAnswerKind.Delayed)]
    [InlineData(TraceAnswerKind.Restricted)]
    [InlineData(TraceAnswerKind.Refused)]
    public void Delay_restriction_and_refusal_need_a_reason_and_its_text(TraceAnswerKind kind)
    {
        var answer = Answer(kind);

        Assert.Empty(AnswerRules.Faults(answer, "/answer"));
        Assert.Equal(["/answer/reason"], AnswerRules.Faults(answer with { Reason = null }, "/answer").Select(error => error.Pointer));
        Assert.Equal(["/answer/explanation"], AnswerRules.Faults(answer with { Explanation = null }, "/answer").Select(error => error.Pointer));
        Assert.All(AnswerRules.Faults(answer with { Reason = null, Explanation = null }, ""),
            error => Assert.StartsWith("International Tracing Instrument para. 2", error.Source, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TraceAnswerKind.Answered)]
    [InlineData(TraceAnswerKind.PartiallyAnswered)]
    public void An_answer_that_withholds_nothing_has_no_reason(TraceAnswerKind kind)
    {
        var answer = Answer(kind);

        Assert.Empty(AnswerRules.Faults(answer, ""));
        Assert.NotEmpty(AnswerRules.Faults(answer with { Reason = WithholdingReason.NationalSecurity }, ""));
        Assert.NotEmpty(AnswerRules.Faults(answer with { Explanation = TraceCase.Long("Because.") }, ""));
    }

    [Fact]
    public void Only_the_proposal_that_was_seen_is_approved()
    {
        var request = In(TraceKind.Inbound, TraceRequestState.InProgress);
        var seen = request.Abroad!.Proposal!.ProposalId;
        After(request, TraceAct.ProposeAnswer);

        var stale = Registry.TraceRequests.ProposingAnswers.ApproveAnswer.Decide(new(request.Id, seen, Guid.CreateVersion7(), Guid.CreateVersion7()),
            request, Partner, Registry.Exchange.Disclosing.LentInformation.None, Now);

        Assert.Equal("answer-not-proposed", stale.Refusal!.Name);
    }
}
