using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Reminding;

/// <summary><c>POST /trace-requests/{id}/reminders</c>.</summary>
internal static class RecordReminderEndpoint
{
    /// <summary>The body.</summary>
    public sealed record ReminderBody(ExchangeWay Way, ShortText? Reference = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/reminders", HandleAsync)
        .Named("recordTraceReminder", "Remind the other State by document, or record that it was reminded by hand or reminded this one")
        .Requires(AccessPolicy.ExchangeTraces)
        .Example(CrossBorderExamples.Reminder)
        .Refuses(TraceRequestErrors.OfActs);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ReminderBody> body, WriteCall call, RecordReminderHandler handler, CancellationToken token) =>
        handler.HandleAsync(new RecordReminder(id, body.Value.Way, body.Value.Reference), call.Context, token);
}

/// <summary>Carries out <see cref="RecordReminder"/>.</summary>
internal sealed class RecordReminderHandler(CrossBorderChange change)
{
    /// <summary>Records the reminder.</summary>
    public Task<Result<Written>> HandleAsync(RecordReminder command, CommandContext context, CancellationToken token) =>
        change.RunAsync(command.TraceRequestId, TraceAct.Remind, (request, _) => RecordReminder.Decide(command, request), context, token);
}
