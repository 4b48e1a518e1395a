using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Items;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Checking;

/// <summary>The arms whose legal basis is another one now than when the year was counted.</summary>
internal static class ChangedLegalBases
{
    public static async Task<IReadOnlyList<LegalBasisNow>> ReadAsync(
        NpgsqlConnection connection, DateTimeOffset? countedAt, int year, CancellationToken token)
    {
        if (countedAt is not { } counted)
            return [];
        await using var command = new NpgsqlCommand(
            $"""
            select counted.item_id, counted.legal_basis, current.legal_basis
            from (select item_id, legal_basis from registry.item_fact
                  where year = $1 and {KnownFacts.At(counted)} and item_kind = 'firearm' and duplicate_of is null) counted
            join registry.item_fact current on current.item_id = counted.item_id and current.known_to = 'infinity'
            where current.legal_basis <> counted.legal_basis
            order by counted.item_id
            """, connection);
        KnownFacts.Add(command.Parameters, year, FigureIntake.All, counted);
        await using var reader = await command.ExecuteReaderAsync(token);
        var changed = new List<LegalBasisNow>();
        while (await reader.ReadAsync(token))
            changed.Add(new LegalBasisNow(reader.GetGuid(0), KnownFacts.Read<LegalBasis>(reader.GetString(1)), KnownFacts.Read<LegalBasis>(reader.GetString(2))));
        return changed;
    }

    /// <summary>The moment of the stored figures of a year; null where there are none.</summary>
    public static async Task<DateTimeOffset?> LastStoredAsync(IQuerySession session, int year, CancellationToken token) =>
        await session.Query<Figure>().Where(figure => figure.Year == year).OrderBy(figure => figure.KnownAt)
            .FirstOrDefaultAsync(token) is { } figure ? figure.KnownAt : null;
}
