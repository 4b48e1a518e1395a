using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Dates;
using Hangfire;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.TraceRequests.FindingNetworks;

/// <summary>
/// Runs each night: finds the parties and stocks from which several traced arms were diverted, from the chains of all traces, and replaces
/// what the run before had found, in one transaction. It may run twice; two at once wait for each other. Its name and its method's are a
/// contract with the jobs that are queued.
/// </summary>
[AutomaticRetry(Attempts = 3)]
internal sealed class DiversionNetworkJob(NpgsqlDataSource database, IDocumentStore store, DiversionSettings settings, TimeProvider time)
{
    /// <summary>Its stable name among the recurring jobs.</summary>
    public const string Id = "diversion-networks";

    private const int PerPage = 1000;

    private const string ReadTraces =
        """
        select t.trace_request_id, chain.data, (identified.data->>'firearmId')::uuid, fact.intake_on
        from (select trace_request_id, seized_item_id from registry.trace_request
              where trace_request_id > $1 order by trace_request_id limit $2) t
        left join lateral (select data from registry.mt_events e
              where e.stream_id = t.trace_request_id and e.type = 'trace_chain_built' order by e.version desc limit 1) chain on true
        left join lateral (select data from registry.mt_events e
              where e.stream_id = t.trace_request_id and e.type in ('trace_searched', 'trace_identification_confirmed')
                and e.data->>'firearmId' is not null
              order by e.version desc limit 1) identified on true
        left join registry.item_fact fact on fact.item_id = t.seized_item_id and fact.known_to = 'infinity'
        order by t.trace_request_id
        """;

    private const string MakeFound =
        """
        create temporary table found (trace_request_id uuid not null, firearm_id uuid not null, intake_on text collate "C" not null, role text not null,
            party_id uuid, shipment text, time_to_crime integer) on commit drop
        """;

    private const string Replace =
        """
        delete from registry.diversion_network;
        insert into registry.diversion_network
        with arm as (
            select distinct on (role, party_id, firearm_id) role, party_id, firearm_id, shipment, time_to_crime from found
            order by role, party_id, firearm_id, intake_on, trace_request_id),
        arms as (
            select role, party_id, count(*)::int as arms, count(distinct shipment)::int as shipments, count(time_to_crime)::int as timed_arms,
                percentile_cont(0.5) within group (order by time_to_crime) as median
            from arm group by role, party_id having count(*) >= $1),
        traces as (
            select role, party_id, count(*)::int as traces, min(intake_on) as first_on, max(intake_on) as last_on,
                array_agg(trace_request_id order by trace_request_id) as ids
            from found group by role, party_id)
        select row_number() over (order by arms.arms desc, arms.role, arms.party_id), arms.role, arms.party_id, party.category, arms.arms,
            traces.traces, arms.shipments, traces.first_on, traces.last_on, arms.median, arms.timed_arms, traces.ids, $2
        from arms join traces on traces.role = arms.role and traces.party_id is not distinct from arms.party_id
        left join registry.party on party.party_id = arms.party_id
        """;

    /// <summary>Runs it once.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        var knownAt = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await ExecuteAsync(connection, "select pg_advisory_xact_lock(hashtextextended('diversion-networks', 0))", token);
        await ExecuteAsync(connection, MakeFound, token);
        var after = Guid.Empty;
        while (await ReadPageAsync(after, token) is { Count: > 0 } page)
        {
            await StoreAsync(connection, page, token);
            after = page[^1].Id;
        }

        await using var replace = new NpgsqlBatch(connection);
        foreach (var statement in Replace.Split(";\n"))
            replace.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        replace.BatchCommands[1].Parameters.Add(new NpgsqlParameter<int> { TypedValue = settings.Threshold });
        replace.BatchCommands[1].Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = knownAt.UtcDateTime });
        await replace.ExecuteNonQueryAsync(token);
        await transaction.CommitAsync(token);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(token);
    }

    private async Task<List<Trace>> ReadPageAsync(Guid after, CancellationToken token)
    {
        await using var command = database.CreateCommand(ReadTraces);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PerPage });
        var traces = new List<Trace>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var complete = !await reader.IsDBNullAsync(1, token) && !await reader.IsDBNullAsync(2, token) && !await reader.IsDBNullAsync(3, token);
            traces.Add(complete
                ? new Trace(reader.GetGuid(0), reader.GetGuid(2), reader.GetString(3), SourcesOf(reader, PartialDate.Parse(reader.GetString(3)).GetOrThrow()))
                : new Trace(reader.GetGuid(0), Guid.Empty, "", []));
        }

        return traces;
    }

    private IReadOnlyList<DiversionSource> SourcesOf(NpgsqlDataReader reader, PartialDate intakeOn) =>
        DiversionSource.Of(store.Options.Serializer().FromJson<TraceChainBuilt>(reader, 1).Chain, intakeOn);

    private static async Task StoreAsync(NpgsqlConnection connection, IReadOnlyList<Trace> traces, CancellationToken token)
    {
        await using var writer = await connection.BeginBinaryImportAsync(
            "copy found (trace_request_id, firearm_id, intake_on, role, party_id, shipment, time_to_crime) from stdin (format binary)", token);
        foreach (var trace in traces)
        {
            foreach (var source in trace.Sources)
            {
                await writer.StartRowAsync(token);
                await writer.WriteAsync(trace.Id, NpgsqlDbType.Uuid, token);
                await writer.WriteAsync(trace.FirearmId, NpgsqlDbType.Uuid, token);
                await writer.WriteAsync(trace.IntakeOn, NpgsqlDbType.Text, token);
                await writer.WriteAsync(Codes.Of(source.Role), NpgsqlDbType.Text, token);
                await writer.WriteAsync(source.PartyId, NpgsqlDbType.Uuid, token);
                await writer.WriteAsync(source.Shipment, NpgsqlDbType.Text, token);
                await writer.WriteAsync(source.TimeToCrime, NpgsqlDbType.Integer, token);
            }
        }

        await writer.CompleteAsync(token);
    }

    private sealed record Trace(Guid Id, Guid FirearmId, string IntakeOn, IReadOnlyList<DiversionSource> Sources);
}
