using FirearmsRegistry.Registry.Catalogues.Checking;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Catalogues.Importing;

/// <summary>What a table would change.</summary>
/// <param name="Added">Entries that are new here.</param>
/// <param name="Corrected">Entries that differ: as they stand, and as the table has them.</param>
/// <param name="Unchanged">How many say the same.</param>
public sealed record ImportPlan(
    IReadOnlyList<CatalogueEntry> Added, IReadOnlyList<EntryDifference> Corrected, int Unchanged)
{
    /// <summary>The most lines of one table.</summary>
    public const int MostRows = 20_000;

    private const int MostErrors = 100;

    /// <summary>Decides what taking over a table means. One line that breaks a rule refuses the whole table.</summary>
    /// <param name="kind">The catalogue.</param>
    /// <param name="file">The table.</param>
    /// <param name="all">All catalogues as they stand.</param>
    public static Result<ImportPlan> Decide(CatalogueKind kind, ReadOnlySpan<byte> file, CatalogueSnapshot all)
    {
        if (CatalogueTable.Read(kind, file).Refused(out var refusal, out var rows))
            return refusal;
        if (rows.Count is 0 or > MostRows)
            return Refusal.Input(new InputError("line:1,column:1", null, $"A table has 1 to {MostRows} lines below the columns' names."));
        var errors = Doubled(rows).ToList();
        return errors.Count > 0 ? Refusal.Input([.. errors.Take(MostErrors)]) : Compare(kind, rows, all);
    }

    private static IEnumerable<InputError> Doubled(IReadOnlyList<EntryRow> rows) =>
        rows.GroupBy(row => row.Entry.Code).SelectMany(same => same.Skip(1).Select(row =>
            new InputError(row.Place, row.Entry.Code.ToString(), $"code: The entry stands twice; first at {same.First().Place}.")));

    private static Result<ImportPlan> Compare(CatalogueKind kind, IReadOnlyList<EntryRow> rows, CatalogueSnapshot all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var standing = rows.Select(row => (row.Entry, Before: all.Find(kind, row.Entry.Code))).ToList();
        var added = standing.Where(pair => pair.Before is null).Select(pair => pair.Entry).ToList();
        var corrected = standing.Where(pair => pair.Before is { } before && !pair.Entry.SaysTheSameAs(before))
            .Select(pair => new EntryDifference(pair.Before!, pair.Entry)).ToList();
        IReadOnlyList<CatalogueEntry> changed = [.. added, .. corrected.Select(difference => difference.After)];
        var places = rows.ToDictionary(row => row.Entry.Code, row => row.Place);
        var errors = EntryRules.Broken(Overlay.With(all, kind, changed), kind, changed).Take(MostErrors)
            .Select(fault => new InputError(places[fault.Code], fault.Seen, $"{fault.Pointer[1..]}: {fault.Rule}")).ToList();
        return errors.Count > 0 ? Refusal.Input(errors) : new ImportPlan(added, corrected, rows.Count - changed.Count);
    }
}

/// <summary>An entry that would change.</summary>
/// <param name="Before">As it stands.</param>
/// <param name="After">As the table has it.</param>
public sealed record EntryDifference(CatalogueEntry Before, CatalogueEntry After);
