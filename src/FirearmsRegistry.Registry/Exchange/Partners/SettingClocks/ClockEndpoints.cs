using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners.Calendars;
using FirearmsRegistry.Registry.Exchange.Partners.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Partners.SettingClocks;

/// <summary><c>POST /partners/{id}/calendars</c> and <c>POST /partners/{id}/clocks</c>. Clocks that run keep the times they were set to.</summary>
internal static class ClockEndpoints
{
    /// <summary>The body of a calendar.</summary>
    public sealed record CalendarBody(WorkingCalendar Calendar);

    /// <summary>The body of a clock.</summary>
    public sealed record ClockBody(TracePriority Priority, ClockSettings Clock);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<PartnerAnswer, Partner>("/partners/{id:guid}/calendars", SetCalendarAsync)
            .Named("setPartnerCalendar", "Set on which days a national point of contact works")
            .Requires(AccessPolicy.SetPartnerClocks)
            .Example(PartnerExamples.Calendar)
            .Refuses(PartnerErrors.InactiveName);
        routes.MapChange<PartnerAnswer, Partner>("/partners/{id:guid}/clocks", SetClockAsync)
            .Named("setPartnerClock", "Set the clock of urgent or routine requests with a national point of contact")
            .Requires(AccessPolicy.SetPartnerClocks)
            .Example(PartnerExamples.Clock)
            .Refuses(PartnerErrors.InactiveName);
    }

    private static Task<Result<Written>> SetCalendarAsync(
        Guid id, Body<CalendarBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        PartnerChange.RunAsync(writer, id, _ => PartnerRules.Calendar(body.Value.Calendar) is { } refusal
            ? refusal
            : Result.Of<object>(new PartnerCalendarSet(body.Value.Calendar)), call.Context, token);

    private static Task<Result<Written>> SetClockAsync(
        Guid id, Body<ClockBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        PartnerChange.RunAsync(writer, id, _ => PartnerRules.Clock(body.Value.Clock) is { } refusal
            ? refusal
            : Result.Of<object>(new PartnerClockSet(body.Value.Priority, body.Value.Clock)), call.Context, token);
}
