using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Refusing;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>Reads what other States lent to a whole tree of requests, as the events have it.</summary>
internal sealed class LentInformationReader(NpgsqlDataSource database)
{
    private const string FindTree = "select trace_request_id from registry.cross_border_trace where root_id = $1 order by trace_request_id";

    /// <summary>The information of a tree, without what came with one source.</summary>
    /// <param name="session">Where the events are read.</param>
    /// <param name="rootId">The first request of the tree.</param>
    /// <param name="without">An inbound request whose own information is not disclosed; null to leave nothing out.</param>
    /// <param name="token">Cancels.</param>
    public async Task<LentInformation> ReadAsync(IQuerySession session, Guid rootId, Guid? without, CancellationToken token)
    {
        var data = new List<ReceivedDatum>();
        var consents = new List<DisclosureConsentRecorded>();
        var informed = new List<ProviderInformed>();
        foreach (var id in await TreeAsync(rootId, token))
        {
            if (await session.Events.AggregateStreamAsync<TraceRequest>(id, token: token) is not { } request)
                continue;
            data.AddRange(request.Abroad?.Received.Where(datum => datum.SourceId != without) ?? []);
            consents.AddRange(request.Consents);
            informed.AddRange(request.Informed);
        }

        return new LentInformation(data, consents, informed);
    }

    /// <summary>The requests to and from other States of a tree, in the order of their making.</summary>
    public async Task<IReadOnlyList<Guid>> TreeAsync(Guid rootId, CancellationToken token)
    {
        await using var command = database.CreateCommand(FindTree);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = rootId });
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            ids.Add(reader.GetGuid(0));
        return ids;
    }

    /// <summary>Refuses sources with which nothing came; null where each is one of the tree's.</summary>
    public static Refusal? Unknown(IReadOnlyList<Guid>? sources, LentInformation lent) =>
        (sources ?? []).FirstOrDefault(source => lent.Data.All(datum => datum.SourceId != source)) is var unknown && unknown != Guid.Empty
            ? DisclosureErrors.UnknownSource("/sources", unknown)
            : null;
}
