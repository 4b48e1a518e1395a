using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Station.Speaking;
using Microsoft.Data.Sqlite;

namespace FirearmsRegistry.Station.Logging;

/// <summary>
/// The station's log on disk (SQLite). An entry that was appended is on disk when the call returns, and is never changed or removed.
/// Safe for several threads.
/// </summary>
internal sealed class LogFile : IDisposable
{
    private const string Schema = """
        pragma journal_mode = wal;
        pragma synchronous = full;
        create table if not exists entry (
            counter integer primary key, content text not null, station_signature text not null, operator_signature text not null) strict;
        create trigger if not exists entry_not_changed before update on entry begin select raise(abort, 'An entry is never changed.'); end;
        create trigger if not exists entry_not_removed before delete on entry begin select raise(abort, 'An entry is never removed.'); end;
        create table if not exists job (
            id text primary key, details text not null, place integer not null, taken_until text, dropped text) strict;
        create table if not exists lent_number (number text primary key, block text not null, returned integer not null default 0) strict;
        create table if not exists conflict (counter integer primary key, problem text not null, detail text not null) strict;
        create table if not exists kept (name text primary key, value text not null) strict;
        """;

    private readonly Lock _lock = new();
    private readonly SqliteConnection _database;

    private LogFile(SqliteConnection database)
    {
        _database = database;
        Head = Read("select counter, content, station_signature, operator_signature from entry order by counter desc limit 1", One).SingleOrDefault()
            is { } last ? new LogHead(last.Told.Counter, last.Signed.Hash) : LogHead.Empty;
    }

    /// <summary>Where the log ends.</summary>
    public LogHead Head { get; private set; }

    /// <exception cref="StationException">The file is no log, or cannot be opened.</exception>
    public static LogFile Open(string path)
    {
        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        try
        {
            database.Open();
            using var schema = database.CreateCommand();
            schema.CommandText = Schema;
            schema.ExecuteNonQuery();
            return new LogFile(database);
        }
        catch (SqliteException fault)
        {
            database.Dispose();
            throw new StationException($"The log {path} cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>Appends entries that follow the head, all or none.</summary>
    public void Append(IReadOnlyList<LoggedEntry> entries)
    {
        lock (_lock)
        {
            var head = Head;
            using var transaction = _database.BeginTransaction();
            foreach (var entry in entries)
            {
                if (!head.Follow(entry.Told, entry.Signed).TryGet(out head!, out var fault))
                    throw new InvalidOperationException(fault.Rule);
                Run("insert into entry values ($1, $2, $3, $4)",
                    entry.Told.Counter, entry.Signed.Content, entry.Signed.StationSignature, entry.Signed.OperatorSignature);
            }

            transaction.Commit();
            Head = head;
        }
    }

    /// <summary>The entries after a counter, in order.</summary>
    public IReadOnlyList<LoggedEntry> After(long counter, int most = int.MaxValue)
    {
        lock (_lock)
        {
            return Read("select counter, content, station_signature, operator_signature from entry where counter > $1 order by counter limit $2",
                One, counter, most);
        }
    }

    /// <summary>The hash of an entry; null where there is none with this counter.</summary>
    public string? HashOf(long counter) => counter == 0 ? LogHead.Empty.Hash : After(counter - 1, 1) is [var entry] && entry.Told.Counter == counter ? entry.Signed.Hash : null;

    /// <summary>Runs a statement of the other tables, at once on disk.</summary>
    public void Write(string sql, params object?[] values)
    {
        lock (_lock)
            Run(sql, values);
    }

    /// <summary>Reads from the other tables.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        lock (_lock)
            return Read(sql, read, values);
    }

    /// <summary>The last comparison of the clocks.</summary>
    public ClockComparison? ClockComparison
    {
        get => Query("select value from kept where name = 'clock'", row => JsonSerializer.Deserialize<ClockComparison>(row.GetString(0))).SingleOrDefault();
        set => Write("insert into kept values ('clock', $1) on conflict (name) do update set value = excluded.value", JsonSerializer.Serialize(value));
    }

    public void Dispose() => _database.Dispose();

    private static LoggedEntry One(SqliteDataReader row)
    {
        var signed = new SignedEntry(row.GetString(1), row.GetString(2), row.GetString(3));
        return StationLogEntry.Parse(signed.Content).TryGet(out var told, out var fault) && told.Counter == row.GetInt64(0)
            ? new LoggedEntry(signed, told)
            : throw new StationException(string.Create(CultureInfo.InvariantCulture, $"Entry {row.GetInt64(0)} of the log was altered. {fault?.Rule}"));
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private void Run(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = _database.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), values[i] ?? DBNull.Value);
        return command;
    }
}

/// <summary>An entry with what it tells.</summary>
internal sealed record LoggedEntry(SignedEntry Signed, StationLogEntry Told);
