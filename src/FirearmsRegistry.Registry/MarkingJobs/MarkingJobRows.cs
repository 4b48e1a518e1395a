using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.MarkingJobs.Ordering;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>Reads <c>marking_job</c>: one row for each job.</summary>
internal sealed class MarkingJobRows(NpgsqlDataSource database)
{
    private const string Open = "state not in ('verified', 'rejected', 'cancelled')";

    /// <summary>What a station may claim, and what it has and must bring to an end.</summary>
    private const string OfStation =
        $"""
        (select marking_job_id, false as held from registry.marking_job job
         where state in ('ordered', 'number_reserved', 'sent') and (station_id is null or station_id = $1)
           and (claimed_by is null or (claimed_by <> $1 and due_at <= $2))
           and not exists (select from registry.marking_batch_paused where marking_batch_id = job.batch_id)
         order by marking_job_id limit $3)
        union all
        (select marking_job_id, true from registry.marking_job where claimed_by = $1 and {Open} order by marking_job_id limit $3)
        """;

    /// <summary>The open job that orders the same mark for the same firearm; asked under the firearm's lock.</summary>
    public static async Task<Guid?> FindOpenAsync(IDocumentSession session, OrderMarking order, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            $"select marking_job_id from registry.marking_job where firearm_id = $1 and mark_kind = $2 and component = $3 and {Open}",
            session.Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = order.FirearmId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Codes.Of(order.Mark.Kind) });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Codes.Of(order.Mark.Component) });
        return await command.ExecuteScalarAsync(token) as Guid?;
    }

    /// <summary>The job that has the number; asked while the number is held.</summary>
    public static async Task<Guid?> FindByNumberAsync(IDocumentSession session, NationalNumber number, CancellationToken token)
    {
        await using var command = new NpgsqlCommand("select marking_job_id from registry.marking_job where number = $1", session.Connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number.ToString() });
        return await command.ExecuteScalarAsync(token) as Guid?;
    }

    /// <summary>The jobs offered to a station, and those it has.</summary>
    public async Task<(IReadOnlyList<Guid> Offered, IReadOnlyList<Guid> Held)> OfStationAsync(
        Guid station, DateTimeOffset now, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand(OfStation);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = station });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var (offered, held) = (new List<Guid>(), new List<Guid>());
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            (reader.GetBoolean(1) ? held : offered).Add(reader.GetGuid(0));
        return (offered, held);
    }

    /// <summary>The started jobs whose station has not said in time how it went.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            "select marking_job_id from registry.marking_job where state = 'marking' and due_at <= $1 order by due_at limit 1000");
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        return await IdsAsync(command, token);
    }

    /// <summary>The jobs in the order of their filing, all or those in one state.</summary>
    public async Task<IReadOnlyList<Guid>> ListAsync(MarkingJobState? state, Guid? after, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            """
            select marking_job_id from registry.marking_job
            where ($1::text is null or state = $1) and ($2::uuid is null or marking_job_id > $2) order by marking_job_id limit $3
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = state is { } one ? Codes.Of(one) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)after ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        return await IdsAsync(command, token);
    }

    private static async Task<List<Guid>> IdsAsync(NpgsqlCommand command, CancellationToken token)
    {
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            ids.Add(reader.GetGuid(0));
        return ids;
    }
}
