using FirearmsRegistry.Registry.MarkingJobs.Batching;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.MarkingJobs.ListingBatches;

/// <summary>Counts the jobs of batches in <c>marking_job</c>.</summary>
internal sealed class BatchRows(NpgsqlDataSource database)
{
    private const string Newest =
        """
        with page as (
            select distinct batch_id from registry.marking_job
            where batch_id is not null and ($1::uuid is null or batch_id < $1) order by batch_id desc limit $2)
        select batch_id, count(*)::int,
            (count(*) filter (where state in ('ordered', 'number_reserved', 'sent')))::int,
            (count(*) filter (where state in ('marking', 'marked', 'read_back')))::int,
            (count(*) filter (where state = 'unknown_mark_state'))::int,
            (count(*) filter (where state = 'verified'))::int,
            (count(*) filter (where state = 'rejected'))::int,
            (count(*) filter (where state = 'cancelled'))::int
        from page join registry.marking_job using (batch_id) group by batch_id order by batch_id desc
        """;

    /// <summary>The newest batches before one of them, with their progress.</summary>
    public async Task<IReadOnlyList<(Guid Id, BatchProgress Progress)>> NewestAsync(Guid? before, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand(Newest);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var batches = new List<(Guid, BatchProgress)>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            batches.Add((reader.GetGuid(0), new BatchProgress(reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4),
                reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7))));
        }

        return batches;
    }
}
