using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Storage;

/// <summary>
/// Events are never changed or deleted, whoever is connected: a trigger on Marten's event table refuses it. Streams are left alone, because
/// Marten moves their version on. Set after Marten's own part of the schema, which makes the table.
/// </summary>
internal sealed class EventGuard(NpgsqlDataSource database)
{
    private const string Trigger =
        """
        create or replace trigger events_are_append_only before update or delete or truncate on registry.mt_events
            for each statement execute function registry.refuse_change();
        """;

    /// <summary>The SQL that this database lacks; empty where the trigger stands and is enabled.</summary>
    public async Task<string> PendingSqlAsync(CancellationToken token)
    {
        await using var command = database.CreateCommand(
            """
            select exists (select from pg_trigger
                where tgrelid = to_regclass('registry.mt_events') and tgname = 'events_are_append_only' and tgenabled = 'O')
            """);
        return await command.ExecuteScalarAsync(token) is true ? "" : Trigger;
    }

    /// <summary>Sets the trigger.</summary>
    public async Task ApplyAsync(CancellationToken token)
    {
        await using var command = database.CreateCommand(Trigger);
        await command.ExecuteNonQueryAsync(token);
    }
}
