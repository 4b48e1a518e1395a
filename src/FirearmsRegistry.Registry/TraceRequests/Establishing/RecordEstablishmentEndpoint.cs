using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Establishing;

/// <summary><c>POST /trace-requests/{id}/establishments</c>.</summary>
internal static class RecordEstablishmentEndpoint
{
    /// <summary>The body.</summary>
    public sealed record EstablishmentBody(ShortText Source, ShortText Authority, PartialDate EstablishedOn);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/establishments", HandleAsync)
        .Named("recordEstablishment", "Record that an authority established the origin by other means than tracing")
        .Requires(AccessPolicy.RequestTraces)
        .Example(TraceRequestExamples.Establishment)
        .Refuses(TraceRequestErrors.Withdrawn.Name);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<EstablishmentBody> body, WriteCall call, RecordEstablishmentHandler handler, CancellationToken token) =>
        handler.HandleAsync(
            new RecordEstablishment(id, Guid.CreateVersion7(call.Context.Now), body.Value.Source, body.Value.Authority, body.Value.EstablishedOn),
            call.Context,
            token);
}

/// <summary>Carries out <see cref="RecordEstablishment"/>.</summary>
public sealed class RecordEstablishmentHandler(RegistryWriter writer)
{
    /// <summary>Records the finding with the request and with the item, and decides the line anew.</summary>
    public Task<Result<Written>> HandleAsync(RecordEstablishment command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeTraceRequest.RunAsync(writer, command.TraceRequestId, $"/api/v1/trace-requests/{command.TraceRequestId}", created: false,
            (request, item) => RecordEstablishment.Decide(command, request, item), context, token);
    }
}
