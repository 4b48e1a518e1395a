using System.Globalization;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary><c>POST /stations/{id}/merges</c>: a signed log, each entry once and in order, nothing dropped.</summary>
internal static class MergeLog
{
    /// <summary>The body.</summary>
    /// <param name="Entries">1 to 200 entries in their order; those that are known may be among them.</param>
    public sealed record MergeBody(IReadOnlyList<SignedEntry> Entries);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<MergeAnswer, MergeReport>("/stations/{id:guid}/merges", HandleAsync)
        .Named("mergeStationLog", "Take over the signed log of a station that worked without a network")
        .Requires(AccessPolicy.RunMarkingJobs)
        .Example(StationExamples.Merge)
        .Refuses(StationErrors.NotGenuine, StationRules.NotThisStation);

    private static async Task<Result<Written>> HandleAsync(
        Guid id, Body<MergeBody> body, WriteCall call, IQuerySession session, StationLogRows rows, LogMerger merger, RegistryWriter writer,
        CancellationToken token)
    {
        if (await session.LoadAsync<Station>(id, token) is not { } station)
            return Refusal.NotFound(StationErrors.Station, id);
        if (StationRules.SpeaksFor(station, call.Context.Actor) is { } other)
            return other;
        var head = await rows.HeadAsync(id, token);
        var known = (await rows.RangeAsync(id, FirstOf(body.Value.Entries), head.Counter, token)).ToDictionary(row => row.Counter, row => row.Hash);
        if (GenuineLog.Decide(station, body.Value.Entries, head, known).Refused(out var refusal, out var entries))
            return refusal;
        if (await merger.MergeAsync(station, [.. entries.Where(entry => entry.Told.Counter > head.Counter)], call.Context, token) is { } stopped)
            return stopped;
        var last = entries[^1].Told.Counter;
        var location = string.Create(CultureInfo.InvariantCulture,
            $"/api/v1/stations/{id}/log?first={entries[0].Told.Counter}&known={head.Counter}&last={last}");
        return await writer.CommitAsync(new Written(true, location, id, Math.Max(last, head.Counter)), call.Context, token);
    }

    /// <summary>The counter of the first entry where it can be read; what cannot is refused afterwards.</summary>
    private static long FirstOf(IReadOnlyList<SignedEntry> entries) =>
        entries is [{ Content: { } content }, ..] && StationLogEntry.Parse(content).TryGet(out var first, out _) ? first.Counter : long.MaxValue;
}

/// <summary>Answers a merge, and its repetition, from what is kept of the entries.</summary>
internal sealed class MergeAnswer(StationLogRows rows) : IResourceAnswer<MergeReport>
{
    public async Task<MergeReport?> ReadAsync(Guid id, string location, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(location);
        var range = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(location[location.IndexOf('?', StringComparison.Ordinal)..]);
        var (first, before, last) = (Number("first"), Number("known"), Number("last"));
        var entries = await rows.RangeAsync(id, first, last, token);
        var fresh = entries.Where(row => row.Counter > before).ToList();
        return new MergeReport(
            [.. fresh.Where(row => row.Outcome == MergeOutcome.Accepted).Select(row => row.Entry)],
            [.. entries.Where(row => row.Counter <= before || row.Outcome == MergeOutcome.AlreadyKnown).Select(row => row.Entry)],
            [.. fresh.Where(row => row.Conflict is not null).Select(row => row.Conflict!)],
            await rows.HeadAsync(id, token));

        long Number(string name) => long.Parse(range[name].ToString(), CultureInfo.InvariantCulture);
    }
}
