using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Vintages.Freezing;
using FirearmsRegistry.Registry.Vintages.Showing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Vintages.Comparing;

/// <summary>What a vintage says otherwise than an earlier one, and what caused it: de-identified items, and what was said of its sources.</summary>
/// <param name="From">The label of the earlier vintage.</param>
/// <param name="To">The label of this one.</param>
/// <param name="Figures">The figures that differ.</param>
/// <param name="Items">The items of the years of those figures that are new, gone, or stand elsewhere than before.</param>
/// <param name="Causes">What else was recorded meanwhile and moved them: another source of a year, and what was said of contested rows of a file.</param>
public sealed record VintageChanges(
    string From, string To, IReadOnlyList<FigureRevision> Figures, IReadOnlyList<MovedItem> Items, IReadOnlyList<RevisionCause> Causes);

/// <summary>A figure that is not the same in two vintages.</summary>
/// <param name="Key">What it is a figure of.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is; null where it is gone.</param>
/// <param name="Lines">The lines that changed.</param>
/// <param name="FormulaChanged">Whether the formula is another one, so that the values cannot be compared.</param>
/// <param name="SourceChanged">Whether it rests on another source, cases of the register or counts of a file: then no item caused it, and the choice stands among the causes.</param>
public sealed record FigureRevision(
    VintageKey Key, FigureChange Change, FrozenFigure? Before, FrozenFigure? After, IReadOnlyList<LineChange> Lines, bool FormulaChanged,
    bool SourceChanged)
{
    internal static FigureRevision Of(FigureDifference difference) => new(difference.Key, difference.Change,
        difference.Before is { } before ? FrozenFigure.Of(before) : null, difference.After is { } after ? FrozenFigure.Of(after) : null,
        difference.Lines, difference.FormulaChanged, difference.SourceChanged);
}

/// <summary><c>GET /vintages/{id}/differences</c>.</summary>
internal static class CompareVintages
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<VintageChanges>("/vintages/{id:guid}/differences", HandleAsync)
        .Named("compareVintages", "What a vintage says otherwise than an earlier one: figures, lines, and what caused it: items, and what was said of its sources")
        .Requires(AccessPolicy.ReadVintages);

    private static async Task<IResult> HandleAsync(
        Guid id, Guid? from, IQuerySession session, VintageContents contents, NpgsqlDataSource database, RegistryCountry country, HttpContext http,
        CancellationToken token)
    {
        if (from is not { } earlierId)
            return ProblemDocuments.From(RequestErrors.Query("from", null, "Must be the id of the earlier vintage."), http);
        foreach (var one in new[] { id, earlierId })
        {
            if (await session.LoadAsync<Vintage>(one, token) is null)
                return ProblemDocuments.From(Refusal.NotFound(VintageErrors.What, one), http);
        }

        var (earlier, later) = ((await session.LoadAsync<Vintage>(earlierId, token))!, (await session.LoadAsync<Vintage>(id, token))!);
        var difference = VintageDifference.Between(await contents.ReadAsync(earlier, token), await contents.ReadAsync(later, token));
        var then = await MovedItems.PositionsAsync(database, difference.Items, earlier.KnownAt, token);
        var now = await MovedItems.PositionsAsync(database, difference.Items, later.KnownAt, token);
        return Resources.Of(new VintageChanges(difference.Before, difference.After, [.. difference.Figures.Select(FigureRevision.Of)],
            await MovedItems.WithCasesAsync(database, MovedItems.Of(difference.Items, then, now),
                earlier.KnownAt < later.KnownAt ? later.KnownAt : earlier.KnownAt, CaseReaders.Has(http), token),
            await RevisionCauses.ReadAsync(session, country.Code, difference, earlier.KnownAt, later.KnownAt, token)));
    }
}
