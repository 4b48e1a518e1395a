using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Listing;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using JasperFx;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Sweeping;

/// <summary>
/// Does what the clocks of requests to and from other States make due, each in a transaction of its own and in the name of the request's own
/// human. It may run at two servers at once: the versions of the streams let one of them commit.
/// </summary>
internal sealed class CrossBorderSweep(
    NpgsqlDataSource database, IDocumentStore store, RegistryCountry country, TraceSettings settings, TimeProvider time)
{
    private const string FindDue =
        """
        select trace_request_id from registry.trace_clock where kind <> $1 and due_at <= $2
        group by trace_request_id order by min(due_at) limit 1000
        """;

    /// <summary>Runs the sweep once.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        foreach (var due in await DueAsync(token))
            await FireAsync(due, token);
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken token)
    {
        await using var command = database.CreateCommand(FindDue);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = TraceRequestsProjection.ForeignAnswerClock });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        var due = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            due.Add(reader.GetGuid(0));
        return due;
    }

    private async Task FireAsync(Guid id, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var session = store.LightweightSession();
        var stream = await session.Events.FetchForWriting<TraceRequest>(id, token);
        if (stream.Aggregate is not { Abroad: { } abroad } request || await session.LoadAsync<Partner>(abroad.PartnerId, token) is not { } partner)
            return;
        var events = FireTraceClock.Decide(request, TraceClock.Of(partner, request.Priority), now);
        if (events.Count == 0)
            return;
        TraceSearch.Append(session, stream, events, request);
        await OnwardEffects.StageAsync(session, request, events, settings.Waiting(country, now), request, token);
        try
        {
            await session.SaveChangesAsync(token);
        }
        catch (ConcurrencyException)
        {
            // An answer came in between, or another server was first; the next run looks again.
        }
    }
}
