using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Withdrawing;

/// <summary><c>POST /trace-requests/{id}/withdrawals</c>.</summary>
internal static class WithdrawTraceEndpoint
{
    /// <summary>The body.</summary>
    public sealed record WithdrawalBody(Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/withdrawals", HandleAsync)
        .Named("withdrawTrace", "Withdraw a trace request")
        .Requires(AccessPolicy.RequestTraces)
        .Example(TraceRequestExamples.Withdrawal)
        .Refuses(TraceRequestErrors.Ended.Name);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<WithdrawalBody> body, WriteCall call, WithdrawTraceHandler handler, CancellationToken token) =>
        handler.HandleAsync(new WithdrawTrace(id, body.Value.Reason), call.Context, token);
}

/// <summary>Carries out <see cref="WithdrawTrace"/>.</summary>
public sealed class WithdrawTraceHandler(RegistryWriter writer)
{
    /// <summary>Withdraws the request and decides the item's line anew.</summary>
    public Task<Result<Written>> HandleAsync(WithdrawTrace command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ChangeTraceRequest.RunAsync(writer, command.TraceRequestId, $"/api/v1/trace-requests/{command.TraceRequestId}", created: false,
            (request, item) => WithdrawTrace.Decide(command, request, item), context, token);
    }
}
