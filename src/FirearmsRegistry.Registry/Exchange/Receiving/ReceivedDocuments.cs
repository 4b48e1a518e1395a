using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Parties.Registering;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Acknowledging;
using FirearmsRegistry.Registry.TraceRequests.Clarifying;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Receiving;
using FirearmsRegistry.Registry.TraceRequests.ReceivingAnswers;
using FirearmsRegistry.Registry.TraceRequests.Reminding;
using FirearmsRegistry.Registry.TraceRequests.Withdrawing;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.Receiving;

/// <summary>
/// What documents mean for the requests that they are about. The use cases commit, and with them whatever was queued in the writer's unit of
/// work before.
/// </summary>
internal sealed class ReceivedDocuments(
    NpgsqlDataSource database, ReceiveInboundTraceHandler receive, RecordAcknowledgementHandler acknowledge, AskInformationHandler ask,
    GiveInformationHandler give, RecordReminderHandler remind, WithdrawTraceHandler withdraw, RecordOutboundAnswerHandler answer, RegisterPartyHandler parties)
{
    private const string Find =
        """
        select trace_request_id from registry.exchange_thread where partner_id = $1 and request_id = $2 and kind = $3 and open
        """;

    /// <summary>The request here that a document is about: a new one for a request, else one that the two States have between them.</summary>
    public async Task<Result<Guid>> RequestOfAsync(IExchangeDocument document, Partner partner, DateTimeOffset now, CancellationToken token)
    {
        if (document is TraceRequestDocument)
            return Guid.CreateVersion7(now);
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partner.Id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = document.Head.RequestId.ToString() });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Codes.Of(document.FromRequester ? TraceKind.Inbound : TraceKind.Outbound) });
        return await command.ExecuteScalarAsync(token) is Guid id ? id : ExchangeErrors.RequestUnknown;
    }

    /// <summary>Carries out what the document means, in one transaction with what was queued before.</summary>
    /// <param name="document">The document.</param>
    /// <param name="partner">The partner that sent it.</param>
    /// <param name="request">The request here.</param>
    /// <param name="context">Who and when.</param>
    /// <param name="token">Cancels before the commit.</param>
    public Task<Result<Written>> CarryOutAsync(
        IExchangeDocument document, Partner partner, Guid request, CommandContext context, CancellationToken token) => document switch
        {
            TraceRequestDocument asked => receive.HandleAsync(Received(asked, partner, request), context, token),
            AcknowledgementDocument receipt => acknowledge.HandleAsync(new RecordAcknowledgement(request, receipt.Reference), context, token),
            MoreInformationDocument { Act: InformationAct.Asked } question =>
                ask.HandleAsync(new AskInformation(
                    request, question.QuestionId!.Value, question.Text, Guid.CreateVersion7(context.Now), null, question.Handling), context, token),
            MoreInformationDocument { Act: InformationAct.Given } given =>
                give.HandleAsync(new GiveInformation(request, given.Text, given.Arm, Guid.CreateVersion7(context.Now), null, given.Handling), context, token),
            MoreInformationDocument { Act: InformationAct.Reminded } reminder =>
                remind.HandleAsync(new RecordReminder(request, ExchangeWay.Document, null, reminder.Text), context, token),
            MoreInformationDocument { Act: InformationAct.Withdrawn } withdrawn =>
                withdraw.HandleAsync(new WithdrawTrace(request, withdrawn.Text), context, token),
            TraceAnswerDocument answered => AnswerAsync(answered, request, context, token),
            _ => throw new InvalidOperationException($"No use case takes a {document.Head.Kind}."),
        };

    private static ReceiveInboundTrace Received(TraceRequestDocument document, Partner partner, Guid request)
    {
        var content = document.Content;
        return new ReceiveInboundTrace(request, partner.Id, ShortText.Parse(document.Head.RequestId.ToString()).GetOrThrow(), content.Priority,
            content.UrgencyJustification, GivenGrounds.Of(content.Grounds), content.Arm, content.NeededUntil, document.Handling, ExchangeWay.Document);
    }

    private async Task<Result<Written>> AnswerAsync(TraceAnswerDocument document, Guid request, CommandContext context, CancellationToken token)
    {
        AnswerFacts? facts = null;
        if (document.Trail is { } trail)
        {
            if (QueueHolder(trail.Holder, context.Now).Refused(out var refusal, out var holder))
                return refusal;
            facts = new AnswerFacts(trail.Outcome, trail.Hops, trail.NextCountry, holder.TryGet(out var party) ? party : null, trail.Text);
        }

        var content = new TraceAnswerContent(document.Kind, document.Finding, document.Reason, document.Explanation, facts, document.ExpectedOn);
        return await answer.HandleAsync(
            new RecordOutboundAnswer(request, document.Head.Id, content, document.Head.SentBy.Authority, document.Reference,
                PartialDate.Parse(document.Head.IssuedAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).GetOrThrow(),
                document.Handling),
            context, token);
    }

    /// <summary>A holder whom the other State names becomes a party here, under a key of his own.</summary>
    private Result<Known<Guid>> QueueHolder(AnsweredHolder? holder, DateTimeOffset now)
    {
        if (holder is null)
            return Known<Guid>.None;
        var id = Guid.CreateVersion7(now);
        var data = new PersonalData(holder.Name, null, null, null,
            holder.Kind == PartyKind.Organisation ? Known<PartialDate>.None : Known<PartialDate>.Unknown,
            Known<ShortText>.Unknown, Known<Note>.Unknown, holder.Country);
        return parties.Queue([new RegisterParty(id, holder.Kind, holder.Category, data, [])], now).Map(_ => Known.Of(id));
    }
}
