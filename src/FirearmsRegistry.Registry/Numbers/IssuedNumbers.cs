using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Numbers.Issuing;
using FirearmsRegistry.Registry.Shared.Texts;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>Reads <c>issued_number</c>: one row for each number ever issued.</summary>
internal sealed class IssuedNumbers(NpgsqlDataSource database)
{
    private const string Select =
        """
        select number, series_id, running, state, firearm_id, issued_at, issued_by, reason, version
        from registry.issued_number
        """;

    /// <summary>
    /// Finds a number inside the transaction of a command and holds it until the transaction ends, so that of two commands that want the
    /// same number the later one sees what the first made of it. Nothing where it was never issued.
    /// </summary>
    public static async Task<IssuedNumber?> FindAsync(IDocumentSession session, NationalNumber number, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(session);
        await session.BeginTransactionAsync(token);
        await using var command = new NpgsqlCommand($"{Select} where number = $1 for update", session.Connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number.ToString() });
        return (await ReadAsync(command, token)).SingleOrDefault();
    }

    /// <summary>One number as it stands.</summary>
    public async Task<IssuedNumber?> GetAsync(Guid series, NationalNumber number, CancellationToken token)
    {
        await using var command = database.CreateCommand($"{Select} where number = $1 and series_id = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number.ToString() });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = series });
        return (await ReadAsync(command, token)).SingleOrDefault();
    }

    /// <summary>The numbers of a series after a running number, in order.</summary>
    public async Task<IReadOnlyList<IssuedNumber>> ListAsync(Guid series, int afterRunning, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand($"{Select} where series_id = $1 and running > $2 order by running limit $3");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = series });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = afterRunning });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        return await ReadAsync(command, token);
    }

    /// <summary>The numbers that one request issued.</summary>
    public async Task<NumberIssue?> IssueAsync(Guid series, int firstRunning, CancellationToken token)
    {
        // The numbers of one issue stand together, so the index on (series_id, running) finds them without one of their own.
        await using var command = database.CreateCommand(
            $"select * from ({Select} where series_id = $1 and running >= $2 and issue_first = $2 order by running limit $3) issue");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = series });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = firstRunning });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = IssueNumbers.Most });
        var numbers = await ReadAsync(command, token);
        return numbers.Count == 0 ? null : new NumberIssue(series, firstRunning, numbers[^1].Running, numbers);
    }

    private static async Task<List<IssuedNumber>> ReadAsync(NpgsqlCommand command, CancellationToken token)
    {
        var numbers = new List<IssuedNumber>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var number = NationalNumber.Parse(reader.GetString(0)).GetOrThrow();
            numbers.Add(new IssuedNumber(number, number.Printed, reader.GetGuid(1), reader.GetInt32(2),
                Codes.TryParse<NumberState>(reader.GetString(3), out var state)
                    ? state : throw new InvalidOperationException("The table holds an unknown state."),
                reader.IsDBNull(4) ? null : reader.GetGuid(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetString(6),
                reader.IsDBNull(7) ? null : Note.Parse(reader.GetString(7)).GetOrThrow(), reader.GetInt64(8)));
        }

        return numbers;
    }
}
