using System.Text.Json;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Stations.MergingLogs;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.ReadingConflicts;

/// <summary>A conflict with the entry as the station wrote it, to be compared with the job and the firearm as the register has them.</summary>
/// <param name="StationId">The station.</param>
/// <param name="Conflict">The conflict.</param>
/// <param name="FirearmId">The firearm that it is about, where the log or the register knows one.</param>
/// <param name="At">The time by the station's clock.</param>
/// <param name="UncertaintySeconds">How far that clock may be off, in seconds.</param>
/// <param name="Operator">The user id of the person at the station, whose key signs the entry.</param>
/// <param name="Told">What the entry tells: the body of the REST call that does the same with a network.</param>
/// <param name="OperatorName">The name of that person, where the registry has the account.</param>
/// <param name="RecordedBy">The user id of the person who did the same by the register's own record of the marking job; null where it has no such act.</param>
/// <param name="RecordedByName">The name of that person, where the registry has the account.</param>
public sealed record LogConflictDetails(
    Guid StationId, LogConflict Conflict, Guid? FirearmId, DateTimeOffset At, double UncertaintySeconds, string Operator, JsonElement Told,
    string? OperatorName, string? RecordedBy = null, string? RecordedByName = null);

/// <summary><c>GET /stations/{id}/log-conflicts/{counter}</c>, settled or not.</summary>
internal static class GetLogConflict
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<LogConflictDetails>("/stations/{id:guid}/log-conflicts/{counter:long}", HandleAsync)
        .Named("getLogConflict", "What a station's log tells and the register cannot accept, as the station wrote it")
        .Requires(AccessPolicy.ReadMarkingJobs);

    private static async Task<IResult> HandleAsync(
        Guid id, long counter, StationLogRows rows, IQuerySession session, Recorders recorders, HttpContext http, CancellationToken token)
    {
        if (await rows.RangeAsync(id, counter, counter, token) is not [{ Conflict: { } conflict }]
            || await rows.ContentAsync(id, counter, token) is not { } content
            || !StationLogEntry.Parse(content).TryGet(out var entry, out _))
        {
            return ProblemDocuments.From(Refusal.NotFound("log conflict", counter), http);
        }

        var firearm = conflict.MarkingJobId is { } about ? await rows.FindFirearmAsync(about, token) : null;
        var recorded = conflict.MarkingJobId is { } job
            ? (await session.Events.FetchStreamAsync(job, token: token)).LastOrDefault(happened => IsSame(conflict.Act, happened.Data))?.UserName
            : null;
        var names = await recorders.OfAsync([entry.Operator, recorded], token);
        return Resources.Of(new LogConflictDetails(id, conflict, firearm, entry.At, entry.UncertaintySeconds, entry.Operator, entry.Body,
            names.Of(entry.Operator), recorded, names.Of(recorded)));
    }

    /// <summary>Whether an event of the job is what the register has of an act.</summary>
    private static bool IsSame(StationAct act, object happened) => act switch
    {
        StationAct.Ordered => happened is MarkingOrdered,
        StationAct.Claimed => happened is MarkingJobClaimed,
        StationAct.Started => happened is MarkingStarted,
        StationAct.FramesRecorded => happened is MachineFramesRecorded,
        StationAct.Finished => happened is MarkingFinished or MarkingRefusedByMachine,
        StationAct.ReadBack => happened is MarkReadBack,
        StationAct.Noted => false,
    };
}
