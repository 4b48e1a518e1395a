using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.StationLogs;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary>Reads <c>station_log_entry</c>.</summary>
internal sealed class StationLogRows(NpgsqlDataSource database)
{
    private const string Columns = "counter, hash, act, marking_job_id, outcome, problem, detail, resolved";

    /// <summary>One entry as it was taken over.</summary>
    public sealed record Row(long Counter, string Hash, StationAct Act, Guid? MarkingJobId, MergeOutcome Outcome, LogConflict? Conflict)
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
             where station_id = $1 and counter > $2 and outcome = 'conflict' and not resolved order by counter limit $3
             """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = station });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        return [.. (await ReadAsync(command, token)).Select(row => row.Conflict!)];
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
            rows.Add(new Row(counter, reader.GetString(1), act, job, outcome, conflict));
        }

        return rows;
    }
}
