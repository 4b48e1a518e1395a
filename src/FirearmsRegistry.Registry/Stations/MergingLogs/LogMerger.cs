using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using JasperFx.Events;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary>
/// Takes a genuine log over, entry by entry and in order: each with what it tells in one transaction, so that a merge that is cut off
/// anywhere goes on where it stopped.
/// </summary>
internal sealed class LogMerger(IServiceScopeFactory scopes)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Merges the entries after the head; stops, with what is merged kept, where the register moved on meanwhile.</summary>
    public async Task<Refusal?> MergeAsync(Station station, IReadOnlyList<LoggedEntry> entries, CommandContext context, CancellationToken token)
    {
        foreach (var entry in entries)
        {
            if (await MergeOneAsync(station, entry, context, token) is { } refusal)
                return refusal;
        }

        return null;
    }

    private async Task<Refusal?> MergeOneAsync(Station station, LoggedEntry entry, CommandContext context, CancellationToken token)
    {
        var told = entry.Told;
        var problem = Untrusted(station, entry, context.Now);
        if (problem is null)
        {
            problem = await AcceptAsync(entry, context, token);
            if (problem is null || problem.Kind == RefusalKind.Stale)
                return problem;
        }

        await using var scope = scopes.CreateAsyncScope();
        var writer = scope.ServiceProvider.GetRequiredService<RegistryWriter>();
        if (await OpenAsync(writer, told, token) is not { } log)
            return Refusal.Stale(null);
        await scope.ServiceProvider.GetRequiredService<LogConflictRecorder>().StageAsync(told, token);
        log.AppendOne(Merged(entry, MergeOutcome.Conflict, context, problem));
        return (await CommitAsync(writer, told, context, token)).Refusal;
    }

    private async Task<Refusal?> AcceptAsync(LoggedEntry entry, CommandContext context, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var writer = scope.ServiceProvider.GetRequiredService<RegistryWriter>();
        var acts = scope.ServiceProvider.GetRequiredService<LoggedActs>();
        if (await OpenAsync(writer, entry.Told, token) is not { } log)
            return Refusal.Stale(null);
        if (await acts.IsKnownAsync(entry.Told, token))
        {
            log.AppendOne(Merged(entry, MergeOutcome.AlreadyKnown, context));
            return (await CommitAsync(writer, entry.Told, context, token)).Refusal;
        }

        log.AppendOne(Merged(entry, MergeOutcome.Accepted, context));
        return (await acts.CarryOutAsync(entry.Told, ContextOf(entry.Told, context), context.Now, token)).Refusal;
    }

    /// <summary>The log where it ends just before the entry; null where another merge was quicker.</summary>
    private static async Task<IEventStream<StationLog>?> OpenAsync(RegistryWriter writer, StationLogEntry entry, CancellationToken token)
    {
        await AdvisoryLocks.TakeAsync(writer.Session, [$"station-log:{entry.Station}"], token);
        var log = await writer.Session.Events.FetchForWriting<StationLog>(StationLog.IdOf(entry.Station), token);
        return (log.Aggregate?.Counter ?? 0) == entry.Counter - 1 ? log : null;
    }

    private static Task<Result<Written>> CommitAsync(RegistryWriter writer, StationLogEntry entry, CommandContext context, CancellationToken token) =>
        writer.CommitAsync(new Written(false, "", entry.Station, entry.Counter), ContextOf(entry, context), token);

    /// <summary>The person and the time of the entry; the program is the one that brings it.</summary>
    private static CommandContext ContextOf(StationLogEntry entry, CommandContext context) => context with
    {
        Actor = context.Actor with { Subject = entry.Operator },
        Now = entry.At,
        ExpectedVersion = null,
        Idempotency = null,
    };

    private static Refusal? Untrusted(Station station, LoggedEntry entry, DateTimeOffset now)
    {
        var told = entry.Told;
        if (GenuineLog.IsByRevokedKey(station, entry))
            return StationErrors.Revoked;
        if (told.At > now + TimeSpan.FromSeconds(told.UncertaintySeconds) + Tolerance)
            return StationErrors.Ahead;
        return station.Employs(told.Operator, told.At) ? null : StationErrors.Unassigned;
    }

    private static StationLogEntryMerged Merged(LoggedEntry entry, MergeOutcome outcome, CommandContext context, Refusal? problem = null) => new(
        entry.Told.Station, entry.Told.Counter, entry.Signed.Hash, entry.Told.Act, outcome, entry.Signed, context.Actor.Subject, entry.Told.Job,
        LoggedActs.FirearmOf(entry.Told), problem?.Name, problem is null ? null : problem.Detail ?? problem.Title);
}
