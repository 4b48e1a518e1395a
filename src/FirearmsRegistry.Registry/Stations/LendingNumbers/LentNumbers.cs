using FirearmsRegistry.Marks.NationalNumbers;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Stations.LendingNumbers;

/// <summary>Reads <c>lent_number</c>: the numbers that stations have borrowed and not given back.</summary>
internal sealed class LentNumbers(NpgsqlDataSource database)
{
    /// <summary>The station that has the number, asked in the transaction of a command; null where it is not lent.</summary>
    public static async Task<Guid?> FindBorrowerAsync(IDocumentSession session, NationalNumber number, CancellationToken token)
    {
        await using var command = new NpgsqlCommand("select station_id from registry.lent_number where number = $1", session.Connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number.ToString() });
        return await command.ExecuteScalarAsync(token) as Guid?;
    }

    /// <summary>The numbers of a block that are out and in no marking job, asked while the block's series is held.</summary>
    public static async Task<IReadOnlySet<NationalNumber>> ReturnableAsync(IDocumentSession session, Guid block, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using var command = new NpgsqlCommand(
            """
            select number from registry.lent_number lent where number_block_id = $1
              and not exists (select from registry.marking_job job where job.number = lent.number)
            """, session.Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = block });
        return (await ReadAsync(command, token)).ToHashSet();
    }

    /// <summary>The numbers of a block that are out, in order.</summary>
    public async Task<IReadOnlyList<NationalNumber>> OutAsync(Guid block, CancellationToken token)
    {
        await using var command = database.CreateCommand("select number from registry.lent_number where number_block_id = $1 order by number");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = block });
        return await ReadAsync(command, token);
    }

    private static async Task<List<NationalNumber>> ReadAsync(NpgsqlCommand command, CancellationToken token)
    {
        var numbers = new List<NationalNumber>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            numbers.Add(NationalNumber.Parse(reader.GetString(0)).GetOrThrow());
        return numbers;
    }
}
