using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
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
        .Refuses(TraceRequestErrors.OfActs);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<WithdrawalBody> body, WriteCall call, WithdrawTraceHandler handler, CancellationToken token) =>
        handler.HandleAsync(new WithdrawTrace(id, body.Value.Reason), call.Context, token);
}

/// <summary>Carries out <see cref="WithdrawTrace"/>.</summary>
internal sealed class WithdrawTraceHandler(RegistryWriter writer, CrossBorderChange crossBorder)
{
    /// <summary>Withdraws the request and decides the item's line anew.</summary>
    public async Task<Result<Written>> HandleAsync(WithdrawTrace command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        var request = await writer.Session.Events.AggregateStreamAsync<TraceRequest>(command.TraceRequestId, token: token);
        return request?.Abroad is null
            ? await ChangeTraceRequest.RunAsync(writer, command.TraceRequestId, CrossBorderChange.Location(command.TraceRequestId), created: false,
                (found, item) => WithdrawTrace.Decide(command, found, item), context, token)
            : await crossBorder.RunAsync(command.TraceRequestId, TraceAct.Withdraw,
                (found, _) => WithdrawTrace.DecideAbroad(command, found), context, token);
    }
}
