using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary>
/// The years whose facts changed since their figures were computed: <c>figure_year_touched</c>, which triggers on <c>item_fact</c> fill in
/// the transaction of the change.
/// </summary>
internal static class TouchedYears
{
    /// <summary>Marks a year in the transaction of the session, where something else than an item changed what it counts.</summary>
    public static void Queue(IDocumentSession session, int year) =>
        session.QueueSqlCommand("insert into registry.figure_year_touched (year) values (?)", year);

    /// <summary>All of them, the earliest first.</summary>
    public static async Task<IReadOnlyList<int>> ReadAsync(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand("select distinct year from registry.figure_year_touched order by year", connection);
        await using var reader = await command.ExecuteReaderAsync(token);
        var years = new List<int>();
        while (await reader.ReadAsync(token))
            years.Add(reader.GetInt32(0));
        return years;
    }

    /// <summary>
    /// Forgets that a year changed, and tells whether it had. To be called before its facts are read: a change that commits in between is
    /// read, and its mark stays for the next run, which computes the same again; the other way round a change would be lost.
    /// </summary>
    public static async Task<bool> ForgetAsync(NpgsqlConnection connection, int year, CancellationToken token)
    {
        await using var command = new NpgsqlCommand("delete from registry.figure_year_touched where year = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = year });
        return await command.ExecuteNonQueryAsync(token) > 0;
    }
}
