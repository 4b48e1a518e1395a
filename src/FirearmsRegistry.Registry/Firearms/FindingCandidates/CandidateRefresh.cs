using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Registry.Shared.Storage;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Firearms.FindingCandidates;

/// <summary>
/// Brings the marks in memory up to date before a search, so that whoever recorded a fact finds it at once, on whichever server. The first
/// search of a server reads all of them.
/// </summary>
internal sealed class CandidateRefresh(NpgsqlDataSource database, CandidateRegister register) : IDisposable
{
    private const string Horizon = "select pg_snapshot_xmin(pg_current_snapshot())";

    private const string Changed =
        """
        with changed as (
            select firearm_id from registry.firearm_identity where changed_xid >= $1
            union select firearm_id from registry.firearm_mark where changed_xid >= $1)
        select i.firearm_id, i.maker, i.model, i.calibre, i.country, i.year, m.mark_id, m.restored, m.kind, m.component, m.text, m.serial
        from changed join registry.firearm_identity i using (firearm_id) left join registry.firearm_mark m using (firearm_id)
        order by i.firearm_id, m.mark_id, m.restored
        """;

    private const int ArmsAtOnce = 10_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ulong _from;

    public async Task RunAsync(CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            await using var connection = await database.OpenConnectionAsync(token);
            // Read before the rows: a transaction that those do not show was still running at this horizon, or began after it.
            await using var horizon = new NpgsqlCommand(Horizon, connection);
            var next = (ulong)(await horizon.ExecuteScalarAsync(token))!;
            await ReadAsync(connection, token);
            _from = next;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static ArmDescription Description(NpgsqlDataReader row) => new(
        row.Maybe(1), row.Maybe(2), row.Maybe(3), row.Maybe(4), row.IsDBNull(5) ? null : row.GetInt32(5));

    private static MarkRow Mark(NpgsqlDataReader row)
    {
        var (kind, component) = (row.Code<MarkKind>(8), row.Code<ComponentKind>(9));
        return new MarkRow(row.GetGuid(6), row.GetBoolean(7), row.GetString(10), MarkRoles.Of(kind, component, isSerial: false),
            row.Maybe(11), MarkRoles.Of(kind, component, isSerial: true));
    }

    private async Task ReadAsync(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Changed, connection) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter { Value = _from, NpgsqlDbType = NpgsqlDbType.Xid8 });
        await using var reader = await command.ExecuteReaderAsync(token);
        var arms = new List<ArmRow>();
        var marks = new List<MarkRow>();
        while (await reader.ReadAsync(token))
        {
            var firearm = reader.GetGuid(0);
            if (arms.Count == 0 || arms[^1].FirearmId != firearm)
            {
                if (arms.Count == ArmsAtOnce)
                {
                    register.Update(arms);
                    arms.Clear();
                }

                marks = [];
                arms.Add(new ArmRow(firearm, Description(reader), marks));
            }

            if (!await reader.IsDBNullAsync(6, token))
                marks.Add(Mark(reader));
        }

        register.Update(arms);
    }
}
