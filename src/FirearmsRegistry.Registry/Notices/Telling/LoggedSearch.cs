using FirearmsRegistry.Registry.Access.AccessLog;
using Npgsql;

namespace FirearmsRegistry.Registry.Notices.Telling;

/// <summary>
/// The end of a search by a mark whose hits were found before: its entry in the access log, and in the same statement the notices of
/// missing and watched arms among the records that it shows.
/// </summary>
internal static class LoggedSearch
{
    private const string LogAndTell =
        $"""
        with logged as (
            {AccessLogEntry.InsertSelecting} $9),
        seen (firearm_id, missing, alert_by, caused_by, at, occasion, once) as (
            select firearm_id, alert is not null, alert_by, {NoticeSql.SearchedByMark}
            from registry.firearm_identity where firearm_id = any($9)),
        {NoticeSql.ConcernedBySeen},
        {NoticeSql.TellConcerned}
        """;

    /// <summary>Logs the search and tells of it; nothing may be answered before.</summary>
    /// <param name="database">The database.</param>
    /// <param name="entry">Who looked and why; its records are the firearms that are shown.</param>
    /// <param name="token">Cancels both.</param>
    public static async Task WriteAsync(NpgsqlDataSource database, AccessLogEntry entry, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(entry);
        await using var command = database.CreateCommand(LogAndTell);
        entry.AddParameters(command.Parameters);
        await command.ExecuteNonQueryAsync(token);
    }
}
