using JasperFx.Events;
using Marten;

namespace FirearmsRegistry.Registry.Seizures.KeepingFacts;

/// <summary>
/// A table that keeps every version of a record's facts with the time in which the register knew them: a change closes the current row
/// and puts a copy with the changed columns in its place.
/// </summary>
/// <remarks>
/// Events of one transaction may carry one time. What a later one of them says goes into the row of the first: no moment lies between.
/// The same holds where a server's clock runs behind another's. The sequence of an event is not known while it is being appended, so it
/// is read back from the event's row, which Marten inserts earlier in the same batch.
/// </remarks>
internal sealed class FactTable(string name, string key, IReadOnlyList<FactColumn> columns)
{
    private const string Sequence = "(select seq_id from registry.mt_events where id = given.event_id)";

    private readonly string _insert =
        $"""
        with given as (select ?::uuid as record_id, ?::bigint as event_version, ?::uuid as event_id, ?::timestamptz as at, {Given(columns)})
        insert into registry.{name} ({key}, version, {Names(columns)}, known_from, known_to, seq)
        select record_id, event_version, {string.Join(", ", columns.Select(column => $"new_{column.Name}"))}, at, 'infinity', {Sequence} from given
        """;

    /// <summary>Opens the first row of a record; every column needs a value.</summary>
    public void Open(IDocumentOperations operations, IEvent happened, IReadOnlyDictionary<string, object?> values) =>
        Queue(operations, _insert, happened, columns, values);

    /// <summary>Changes columns from the time of the event on.</summary>
    public void Change(IDocumentOperations operations, IEvent happened, IReadOnlyDictionary<string, object?> values)
    {
        var changed = columns.Where(column => values.ContainsKey(column.Name)).ToList();
        Queue(operations, ChangeOf(changed), happened, changed, values);
    }

    private static void Queue(IDocumentOperations operations, string sql, IEvent happened, IReadOnlyList<FactColumn> written,
        IReadOnlyDictionary<string, object?> values) =>
        operations.QueueSqlCommand(sql,
        [
            happened.StreamId, happened.Version, happened.Id, happened.Timestamp.ToUniversalTime(),
            .. written.Select(column => values[column.Name] ?? column.WhenNone!),
        ]);

    private static string Names(IEnumerable<FactColumn> written) => string.Join(", ", written.Select(column => column.Name));

    private static string Given(IEnumerable<FactColumn> written) =>
        string.Join(", ", written.Select(column => $"{column.Expression} as new_{column.Name}"));

    private string ChangeOf(IReadOnlyList<FactColumn> changed)
    {
        var names = changed.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var copied = columns.Select(column => names.Contains(column.Name) ? $"new_{column.Name}" : $"closed.{column.Name}");
        var set = changed.Select(column => $"{column.Name} = new_{column.Name}");
        return
            $"""
            with given as (select ?::uuid as record_id, ?::bigint as event_version, ?::uuid as event_id, ?::timestamptz as at, {Given(changed)}),
            amended as (
                update registry.{name} kept set {string.Join(", ", set)}, version = event_version, seq = {Sequence}
                from given where kept.{key} = record_id and kept.known_to = 'infinity' and kept.known_from >= at),
            closed as (
                update registry.{name} kept set known_to = at
                from given where kept.{key} = record_id and kept.known_to = 'infinity' and kept.known_from < at
                returning kept.*)
            insert into registry.{name} ({key}, version, {Names(columns)}, known_from, known_to, seq)
            select record_id, event_version, {string.Join(", ", copied)}, at, 'infinity', {Sequence} from closed cross join given
            """;
    }
}

/// <summary>A column of facts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its PostgreSQL type.</param>
/// <param name="WhenNone">What is sent for null where the column takes it: parameters must have a value.</param>
internal sealed record FactColumn(string Name, string Type, object? WhenNone = null)
{
    /// <summary>The value as the statement reads it from its parameter.</summary>
    public string Expression => WhenNone is null ? $"?::{Type}" : $"nullif(?::{Type}, '{WhenNone}'::{Type})";
}
