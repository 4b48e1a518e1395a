using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using FirearmsRegistry.Registry.TraceRequests.Listing;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Receiving;

/// <summary><c>POST /inbound-trace-requests</c>.</summary>
internal static class ReceiveInboundTraceEndpoint
{
    /// <summary>The body. What the Instrument asks for may be left out, so that the refusal can name the paragraph.</summary>
    public sealed record InboundBody(
        Guid PartnerId,
        ShortText PartnerReference,
        TracePriority Priority,
        GivenGrounds Grounds,
        AskedArm? Arm = null,
        Guid? Id = null,
        Note? UrgencyJustification = null,
        DateOnly? NeededUntil = null,
        HandlingRestriction? Restriction = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<TraceRequestAnswer, TraceRequestDetails>("/inbound-trace-requests", HandleAsync)
        .Named("receiveInboundTrace", "Record a request of another State that came by hand; it is acknowledged and searched")
        .Requires(AccessPolicy.ExchangeTraces)
        .Example(CrossBorderExamples.Inbound)
        .Refuses(TraceRequestErrors.IncompleteName, TraceRequestErrors.KnownName, PartnerErrors.InactiveName, PartnerErrors.UnknownName, "id-taken");

    private static Task<Result<Written>> HandleAsync(
        Body<InboundBody> body, WriteCall call, ReceiveInboundTraceHandler handler, CancellationToken token)
    {
        var inbound = body.Value;
        return handler.HandleAsync(
            new ReceiveInboundTrace(inbound.Id ?? Guid.CreateVersion7(call.Context.Now), inbound.PartnerId, inbound.PartnerReference, inbound.Priority,
                inbound.UrgencyJustification, inbound.Grounds, inbound.Arm, inbound.NeededUntil, inbound.Restriction, ExchangeWay.ByHand),
            call.Context, token);
    }
}

/// <summary>Carries out <see cref="ReceiveInboundTrace"/>.</summary>
internal sealed class ReceiveInboundTraceHandler(RegistryWriter writer, NpgsqlDataSource database, JobOrders jobs)
{
    private const string FindKnown =
        "select trace_request_id from registry.cross_border_trace where kind = 'inbound' and partner_id = $1 and partner_reference = $2";

    /// <summary>Records the request, acknowledges it, and has the search done by a job. The same request again is refused and named.</summary>
    public async Task<Result<Written>> HandleAsync(ReceiveInboundTrace command, CommandContext context, CancellationToken token)
    {
        if (await writer.Session.LoadAsync<Partner>(command.PartnerId, token) is not { } partner)
            return PartnerErrors.Unknown(command.PartnerId);
        if (ReceiveInboundTrace.Decide(command, partner, await KnownAsync(command, token), context.Now).Refused(out var refusal, out var events))
            return refusal;
        try
        {
            var received = await writer.CreateAsync<TraceRequest>(command.TraceRequestId, CrossBorderChange.Location(command.TraceRequestId), events,
                context, token);
            if (received.Refusal is null)
                TraceSearchOrder.Place(jobs, command.TraceRequestId, command.Priority);
            return received;
        }
        catch (Exception fault) when (UniqueViolations.Constraint(fault) == TraceRequestsProjection.ReceivedOnce)
        {
            return await KnownAsync(command, token) is { } other ? TraceRequestErrors.Known(other) : WritingErrors.TryAgain;
        }
    }

    private async Task<Guid?> KnownAsync(ReceiveInboundTrace command, CancellationToken token)
    {
        await using var find = database.CreateCommand(FindKnown);
        find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = command.PartnerId });
        find.Parameters.Add(new NpgsqlParameter<string> { TypedValue = command.PartnerReference.ToString() });
        return (Guid?)await find.ExecuteScalarAsync(token);
    }
}
