using System.Globalization;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>Makes a document from the event that demands it and from what the request was then.</summary>
internal sealed class DocumentComposer(
    IQuerySession session, NpgsqlDataSource database, Recorders recorders, RegistryCountry country, ExchangeSettings settings)
{
    private static readonly ShortText Automatic = ShortText.Parse("automatic").GetOrThrow();

    /// <summary>Makes the document.</summary>
    /// <param name="traceRequestId">The request.</param>
    /// <param name="documentId">The document, which is the event.</param>
    /// <param name="token">Cancels.</param>
    public async Task<IExchangeDocument> ComposeAsync(Guid traceRequestId, Guid documentId, CancellationToken token)
    {
        var events = await session.Events.FetchStreamAsync(traceRequestId, token: token);
        var happened = events.Single(one => one.Id == documentId);
        var request = (await session.Events.AggregateStreamAsync<TraceRequest>(traceRequestId, happened.Version, token: token))!;
        var abroad = request.Abroad ?? throw new InvalidOperationException($"The request {traceRequestId} crosses no border.");
        var officer = new SendingOfficer(await OfficerAsync(happened, token), settings.Authority);
        return happened.Data switch
        {
            OutboundTraceSubmitted submitted => new TraceRequestDocument(
                Head(DocumentKind.TraceRequest), abroad.Content, submitted.Restriction, Continues(request, abroad)),
            InboundTraceReceived => new AcknowledgementDocument(Head(DocumentKind.Acknowledgement), happened.Timestamp, Reference()),
            MoreInformationAsked asked => new MoreInformationDocument(
                Head(DocumentKind.MoreInformation), InformationAct.Asked, asked.Question, asked.QuestionId, null, asked.Restriction),
            MoreInformationGiven given => new MoreInformationDocument(
                Head(DocumentKind.MoreInformation), InformationAct.Given, given.Information, given.QuestionId, given.Arm, given.Restriction),
            TraceWithdrawn withdrawn => new MoreInformationDocument(Head(DocumentKind.MoreInformation), InformationAct.Withdrawn, withdrawn.Reason),
            TraceReminderDue due => new MoreInformationDocument(Head(DocumentKind.MoreInformation), InformationAct.Reminded, ReminderOf(due)),
            TraceReminded reminded => new MoreInformationDocument(Head(DocumentKind.MoreInformation), InformationAct.Reminded,
                Text(reminded.Reference is { } letter ? $"Reminder, {letter}." : "Reminder.")),
            InboundTraceAnswered answered => await AnswerAsync(answered, Head(DocumentKind.TraceAnswer), Reference(), token),
            _ => throw new InvalidOperationException($"The event {happened.EventTypeName} demands no document."),
        };

        DocumentHead Head(DocumentKind kind)
        {
            var outbound = request.Kind == TraceKind.Outbound;
            var id = outbound ? traceRequestId : Guid.Parse(abroad.PartnerReference!.Value.ToString());
            return new DocumentHead(kind, DocumentReader.CurrentVersion, documentId, id, happened.Timestamp,
                outbound ? country.Code : abroad.Country, outbound ? abroad.Country : country.Code, officer);
        }

        ShortText Reference() => ShortText.Parse(traceRequestId.ToString()).GetOrThrow();
    }

    private static Note ReminderOf(TraceReminderDue due)
    {
        var day = due.DueAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Text(due.Step == TraceClockStep.Acknowledge
            ? string.Create(CultureInfo.InvariantCulture, $"Reminder {due.Number}: receipt of the request was to be acknowledged by {day}.")
            : string.Create(CultureInfo.InvariantCulture, $"Reminder {due.Number}: the answer to the request was expected by {day}."));
    }

    private static Note Text(string text) => Note.Parse(text).GetOrThrow();

    private ContinuedRequest? Continues(TraceRequest request, CrossBorderStanding abroad) =>
        abroad.ParentId is { } parent && parent != request.Id ? new ContinuedRequest(parent, country.Code) : null;

    private async Task<TraceAnswerDocument> AnswerAsync(
        InboundTraceAnswered answered, DocumentHead head, ShortText reference, CancellationToken token)
    {
        var answer = answered.Answer;
        AnsweredTrail? trail = null;
        if (answer.Facts is { } facts)
            trail = new AnsweredTrail(facts.Outcome, facts.Hops, facts.NextCountry, await HolderAsync(facts.Holder, token), facts.Text);
        return new TraceAnswerDocument(
            head, answer.Kind, reference, answer.Finding, answer.Reason, answer.Explanation, trail, answer.ExpectedOn, answered.Restriction);
    }

    private async Task<AnsweredHolder?> HolderAsync(Guid? party, CancellationToken token)
    {
        if (party is not { } id)
            return null;
        await using var connection = await database.OpenConnectionAsync(token);
        return await PartyRows.FindAsync(connection, id, token) is { PersonalData: { } known } holder
            ? new AnsweredHolder(holder.Kind, holder.Category, known.Name, known.Country)
            : null;
    }

    private async Task<ShortText> OfficerAsync(IEvent happened, CancellationToken token) =>
        (await recorders.OfAsync([happened], token)).Of(happened) is { } name && ShortText.Parse(name).TryGet(out var officer, out _)
            ? officer
            : Automatic;
}
