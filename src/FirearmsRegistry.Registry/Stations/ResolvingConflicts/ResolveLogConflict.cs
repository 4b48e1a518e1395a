using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Stations.MergingLogs;
using Marten;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.ResolvingConflicts;

/// <summary>
/// <c>POST /stations/{id}/log-conflicts/{counter}/resolutions</c>: a registrar has looked at the arm. A job whose mark is unknown is
/// settled by its inspection; here ends the quarantine of an arm whose job has ended, or never was.
/// </summary>
internal static class ResolveLogConflict
{
    private const string NoConflict = "no-open-conflict";

    /// <summary>The body.</summary>
    public sealed record ResolutionBody(Note Findings, PhotoHash Photo);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<LogConflictAnswer, LogConflict>("/stations/{id:guid}/log-conflicts/{counter:long}/resolutions", HandleAsync)
        .Named("resolveLogConflict", "Settle what a station's log and the register tell differently")
        .Requires(AccessPolicy.ResolveLogConflicts)
        .Example(StationExamples.Resolution)
        .Refuses(NoConflict);

    private static async Task<Result<Written>> HandleAsync(
        Guid id, long counter, Body<ResolutionBody> body, WriteCall call, StationLogRows rows, RegistryWriter writer, CancellationToken token)
    {
        await AdvisoryLocks.TakeAsync(writer.Session, [$"station-log:{id}"], token);
        if (await rows.RangeAsync(id, counter, counter, token) is not [{ Conflict: { Resolved: false } conflict }])
            return new Refusal(NoConflict, RefusalKind.Conflict, "There is no open conflict with this counter.");
        var log = await writer.Session.Events.FetchForWriting<StationLog>(StationLog.IdOf(id), token);
        log.AppendOne(new LogConflictResolved(id, counter, body.Value.Findings, body.Value.Photo));
        if (conflict.MarkingJobId is { } job)
            await EndQuarantineAsync(writer.Session, job, body.Value.Findings, token);
        return await writer.CommitAsync(new Written(true, LogConflictAnswer.PathOf(id, counter), id, (log.StartingVersion ?? 0) + 1), call.Context, token);
    }

    private static async Task EndQuarantineAsync(IDocumentSession session, Guid job, Note findings, CancellationToken token)
    {
        var known = await session.Events.AggregateStreamAsync<MarkingJob>(job, token: token);
        if (known is { Mark: not null, State: MarkingJobState.UnknownMarkState })
            return;
        var firearmId = known is { Mark: not null } ? known.FirearmId : await StationLogRows.FindOrderedFirearmAsync(session, job, token);
        if (firearmId is not { } id)
            return;
        var firearm = await session.Events.FetchForWriting<Firearm>(id, token);
        if (firearm.Aggregate?.Quarantines.Contains(job) == true)
            firearm.AppendOne(new FirearmQuarantineEnded(job, findings));
    }
}

/// <summary>Answers a resolution with the conflict.</summary>
internal sealed class LogConflictAnswer(StationLogRows rows) : IResourceAnswer<LogConflict>
{
    public static string PathOf(Guid station, long counter) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/stations/{station}/log-conflicts/{counter}");

    public async Task<LogConflict?> ReadAsync(Guid id, string location, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(location);
        var counter = long.Parse(location.AsSpan(location.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return await rows.RangeAsync(id, counter, counter, token) is [{ Conflict: { } conflict }] ? conflict : null;
    }
}
