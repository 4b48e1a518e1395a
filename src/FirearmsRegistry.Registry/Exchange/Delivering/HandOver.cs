using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>A document was carried by hand to the State that is owed it.</summary>
/// <param name="TraceRequestId">The request that it is about.</param>
/// <param name="Recipient">Who took it.</param>
/// <param name="Way">How: on a medium, as an attachment, on paper.</param>
public sealed record DocumentHandedOver(Guid TraceRequestId, ShortText Recipient, ShortText Way);

/// <summary>The hand-over of a document; its stream has the document's id.</summary>
public sealed class HandedOverDocument
{
    /// <summary>The document.</summary>
    public Guid Id { get; set; }

    /// <summary>How it was handed over.</summary>
    public DocumentHandedOver? HandOver { get; set; }

    /// <summary>Folds the event.</summary>
    public void Apply(DocumentHandedOver happened) => HandOver = happened;
}

/// <summary>Record that a document was handed over.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Recipient">Who took it.</param>
/// <param name="Way">How.</param>
public sealed record HandOverDocument(Guid DocumentId, ShortText Recipient, ShortText Way)
{
    /// <summary>Decides; what was delivered or handed over is so once, and what may not go does not go by hand either.</summary>
    /// <param name="command">The command.</param>
    /// <param name="line">The document as it stands.</param>
    /// <param name="forbidden">Why it may not go at this time; null where it may.</param>
    public static Result<DocumentHandedOver> Decide(HandOverDocument command, OutboxLine line, Refusal? forbidden)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(line);
        if (line.State is OutboxState.Delivered or OutboxState.HandedOver)
            return HandOverErrors.Gone;
        return RefuseLeaving(line, forbidden) is { } refusal
            ? refusal
            : new DocumentHandedOver(line.TraceRequestId, command.Recipient, command.Way);
    }

    /// <summary>Why a document leaves in no way any more; null where it may, or did.</summary>
    /// <param name="line">The document as it stands.</param>
    /// <param name="forbidden">Why it may not go at this time; null where it may.</param>
    public static Refusal? RefuseLeaving(OutboxLine line, Refusal? forbidden)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.State switch
        {
            OutboxState.Lapsed => DeliveryRule.Lapsed,
            OutboxState.Refused => forbidden ?? HandOverErrors.RefusedBefore(line.LastFailure),
            OutboxState.Waiting or OutboxState.ByHand or OutboxState.Delivered or OutboxState.HandedOver => forbidden,
        };
    }
}

/// <summary>The refusals of hand-overs.</summary>
internal static class HandOverErrors
{
    public const string What = "document for another State";

    public const string RefusedName = "exchange-document-refused";

    public static Refusal Gone { get; } = new("exchange-document-gone", RefusalKind.Conflict, "The document was delivered or handed over before.");

    public static Refusal RefusedBefore(string? failure) => new(RefusedName, RefusalKind.Conflict,
        "The document was refused before: what it says is not taken.",
        failure is null ? null : $"The refusal was {failure}. Say it anew, in another document.");
}

/// <summary>Keeps the outbox in step with hand-overs.</summary>
public sealed partial class HandOverProjection : EventProjection
{
    /// <summary>Nothing is torn down: the rows are the outbox's.</summary>
    public HandOverProjection() => Name = "exchange_hand_overs";

    /// <summary>Projects the event: a delivery that ended while somebody handed the document over stays what it is, with its receipt.</summary>
    public void Project(IEvent<DocumentHandedOver> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update registry.exchange_outbox set state = 'handed_over', ended_at = ? where document_id = ? and state in ('waiting', 'by_hand')",
        happened.Timestamp.ToUniversalTime(), happened.StreamId);
}

/// <summary><c>POST /exchange/outbox/{id}/hand-overs</c>.</summary>
internal static class HandOverEndpoint
{
    /// <summary>The body.</summary>
    public sealed record HandOverBody(ShortText Recipient, ShortText Way);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<OutboxAnswer, OutboxLine>("/exchange/outbox/{id:guid}/hand-overs", HandleAsync)
        .Named("handOverDocument", "Record that a document for another State was handed over, by whom, to whom and how")
        .Requires(AccessPolicy.ExchangeTraces)
        .Example(new HandOverBody(ShortText.Parse("Liaison officer, embassy").GetOrThrow(), ShortText.Parse("Memory stick 14").GetOrThrow()))
        .Refuses([HandOverErrors.Gone.Name, HandOverErrors.RefusedName, "not-found", "id-taken", .. DeliveryRule.Names]);

    private static async Task<Result<Written>> HandleAsync(
        Guid id, Body<HandOverBody> body, WriteCall call, RegistryWriter writer, Outbox outbox, DeliveryRule rule, CancellationToken token)
    {
        if (await outbox.FindAsync(id, token) is not { } line)
            return Refusal.NotFound(HandOverErrors.What, id);
        var forbidden = await rule.RefuseAsync(line, call.Context.Now, token);
        if (HandOverDocument.Decide(new HandOverDocument(id, body.Value.Recipient, body.Value.Way), line, forbidden).Refused(out var refusal, out var happened))
            return refusal;
        return await writer.CreateAsync<HandedOverDocument>(id, $"/api/v1/exchange/outbox/{id}", [happened], call.Context, token);
    }
}

/// <summary>Answers writes with the document as it stands.</summary>
internal sealed class OutboxAnswer(Outbox outbox) : IResourceAnswer<OutboxLine>
{
    public Task<OutboxLine?> ReadAsync(Guid id, string location, CancellationToken token) => outbox.FindAsync(id, token);
}
