using System.Data.Common;
using Npgsql;

namespace FirearmsRegistry.EmbeddedPostgres.Tests;

/// <summary>A table of numbers, written one commit at a time, so that a test knows which were acknowledged.</summary>
internal static class Rows
{
    public static async Task<string?> ScalarAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync(cancellationToken))?.ToString();
    }

    public static Task MakeTableAsync(string connectionString, CancellationToken cancellationToken) =>
        ScalarAsync(connectionString, "create table if not exists acknowledged (number int primary key)", cancellationToken);

    /// <summary>Writes 1, 2, 3 … until the connection breaks; calls back after each acknowledged row.</summary>
    /// <returns>The last row acknowledged.</returns>
    public static async Task<int> WriteUntilBrokenAsync(string connectionString, Action<int> acknowledged, CancellationToken cancellationToken)
    {
        var last = 0;
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        await connection.OpenAsync(cancellationToken);
        try
        {
            while (true)
            {
                await using var command = new NpgsqlCommand("insert into acknowledged values ($1)", connection) { Parameters = { new() { Value = last + 1 } } };
                await command.ExecuteNonQueryAsync(cancellationToken);
                last++;
                acknowledged(last);
            }
        }
        catch (DbException)
        {
            return last;
        }
    }

    /// <summary>How many of the numbers 1 to <paramref name="last"/> are there.</summary>
    public static async Task<int> CountUpToAsync(string connectionString, int last, CancellationToken cancellationToken)
    {
        var count = await ScalarAsync(
            connectionString, string.Create(null, $"select count(*) from acknowledged where number between 1 and {last}"), cancellationToken);
        return int.Parse(count!, null);
    }

    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
}
