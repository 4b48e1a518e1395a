using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Stations.ReadingConflicts;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary>Reads <c>station_log_entry</c>.</summary>
internal sealed class StationLogRows(NpgsqlDataSource database)
{
    private const string Columns = "counter, hash, act, marking_job_id, outcome, problem, detail, resolved, station_id";

    private const string Open = "outcome = 'conflict' and not resolved";

    /// <summary>One entry as it was taken over.</summary>
    public sealed record Row(Guid StationId, long Counter, string Hash, StationAct Act, Guid? MarkingJobId, MergeOutcome Outcome, LogConflict? Conflict)
    {
        public MergedEntry Entry => new(Counter, Act, MarkingJobId);
    }

    /// <summary>How far the log is known.</summary>
    public async Task<LogHead> HeadAsync(Guid station, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            $"select {Columns} from registry.station_log_entry where station_id = $1 order by counter desc limit 1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = station });
        return await ReadAsync(command, token) is [var last] ? new LogHead(last.Counter, last.Hash) : LogHead.Empty;
    }

    /// <summary>The entries from one counter to another.</summary>
    public async Task<IReadOnlyList<Row>> RangeAsync(Guid station, long first, long last, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            $"select {Columns} from registry.station_log_entry where station_id = $1 and counter between $2 and $3 order by counter");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = station });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = first });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = last });
        return await ReadAsync(command, token);
    }

    /// <summary>The conflicts that nobody has settled, after a counter.</summary>
    public async Task<IReadOnlyList<LogConflict>> OpenConflictsAsync(Guid station, long after, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            $"""
             select {Columns} from registry.station_log_entry
             where station_id = $1 and counter > $2 and {Open} order by counter limit $3
             """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = station });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        return [.. (await ReadAsync(command, token)).Select(row => row.Conflict!)];
    }

    /// <summary>The conflicts of all stations that nobody has settled, after one of them.</summary>
    public async Task<IReadOnlyList<OpenLogConflict>> OpenConflictsAsync((Guid Station, long Counter) after, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            $"select {Columns} from registry.station_log_entry where (station_id, counter) > ($1, $2) and {Open} order by station_id, counter limit $3");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after.Station });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after.Counter });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        return [.. (await ReadAsync(command, token)).Select(row => new OpenLogConflict(row.StationId, row.Conflict!))];
    }

    /// <summary>How many conflicts of all stations nobody has settled.</summary>
    public async Task<long> CountOpenAsync(CancellationToken token)
    {
        await using var command = database.CreateCommand($"select count(*) from registry.station_log_entry where {Open}");
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    /// <summary>The text of an entry as the station wrote it. Its place in the stream of the log is its counter and one more for each conflict settled before.</summary>
    public async Task<string?> ContentAsync(Guid station, long counter, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            """
            select data -> 'entry' ->> 'content' from registry.mt_events
            where stream_id = $1 and version between $2 and $2 + (select count(*) from registry.station_log_entry where station_id = $3 and resolved)
              and type = 'station_log_entry_merged' and (data ->> 'counter')::bigint = $2
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = StationLog.IdOf(station) });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = counter });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = station });
        return await command.ExecuteScalarAsync(token) as string;
    }

    /// <summary>The firearm that an entry is about, as the log or the register knows it; null where it is about none.</summary>
    public async Task<Guid?> FindFirearmAsync(Guid job, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            """
            select firearm_id from registry.marking_job where marking_job_id = $1
            union all select firearm_id from registry.station_log_entry where marking_job_id = $1 and firearm_id is not null limit 1
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = job });
        return await command.ExecuteScalarAsync(token) as Guid?;
    }

    /// <summary>The firearm that the station ordered a mark for in a job that the register did not take over.</summary>
    public static async Task<Guid?> FindOrderedFirearmAsync(IDocumentSession session, Guid job, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            "select firearm_id from registry.station_log_entry where marking_job_id = $1 and firearm_id is not null limit 1", session.Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = job });
        return await command.ExecuteScalarAsync(token) as Guid?;
    }

    private static async Task<List<Row>> ReadAsync(NpgsqlCommand command, CancellationToken token)
    {
        var rows = new List<Row>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var (counter, job) = (reader.GetInt64(0), reader.IsDBNull(3) ? (Guid?)null : reader.GetGuid(3));
            var act = Codes.TryParse<StationAct>(reader.GetString(2), out var one) ? one : StationAct.Noted;
            var outcome = Codes.TryParse<MergeOutcome>(reader.GetString(4), out var what) ? what : MergeOutcome.Conflict;
            var conflict = reader.IsDBNull(5) ? null : new LogConflict(counter, act, job,
                "urn:firearms-registry:problem:" + reader.GetString(5), reader.IsDBNull(6) ? "" : reader.GetString(6), reader.GetBoolean(7));
            rows.Add(new Row(reader.GetGuid(8), counter, reader.GetString(1), act, job, outcome, conflict));
        }

        return rows;
    }
}
