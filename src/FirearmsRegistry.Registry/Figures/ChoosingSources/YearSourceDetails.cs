using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using Marten;

namespace FirearmsRegistry.Registry.Figures.ChoosingSources;

/// <summary>On what the figures of a year rest, with every choice.</summary>
/// <param name="Id">The id, the same for the same year.</param>
/// <param name="Version">The version: the ETag of the resource.</param>
/// <param name="Year">The year.</param>
/// <param name="Choices">All choices in their order: the last one holds.</param>
public sealed record YearSourceDetails(Guid Id, long Version, int Year, IReadOnlyList<SourceChoiceLine> Choices)
{
    internal static YearSourceDetails Of(YearSource source, RecorderNames names) => new(source.Id, source.Version, source.Year,
        [.. source.Choices.Select(choice => new SourceChoiceLine(choice.Source, choice.Reason, choice.ChosenAt, choice.ChosenBy, names.Of(choice.ChosenBy)))]);
}

/// <summary>One choice.</summary>
/// <param name="Source">On what the figures were to rest from then on.</param>
/// <param name="Reason">Why.</param>
/// <param name="ChosenAt">When it was chosen.</param>
/// <param name="ChosenBy">By whom: the subject of the token.</param>
/// <param name="ChosenByName">The name of that person; the subject where the registry has no account of him.</param>
public sealed record SourceChoiceLine(FigureSource Source, Note Reason, DateTimeOffset ChosenAt, string? ChosenBy, string? ChosenByName);

/// <summary>Reads the choices with the names of who chose, and answers writes with them.</summary>
internal sealed class YearSourceAnswer(IQuerySession session, Recorders recorders) : IResourceAnswer<YearSourceDetails>
{
    public async Task<YearSourceDetails?> ReadAsync(Guid id, string location, CancellationToken token) =>
        await session.LoadAsync<YearSource>(id, token) is { } source ? (await NamedAsync([source], token))[0] : null;

    /// <summary>Those of all years for which a source was chosen.</summary>
    public async Task<IReadOnlyList<YearSourceDetails>> ListAsync(CancellationToken token) =>
        await NamedAsync(await session.Query<YearSource>().OrderBy(source => source.Year).ToListAsync(token), token);

    private async Task<IReadOnlyList<YearSourceDetails>> NamedAsync(IReadOnlyList<YearSource> sources, CancellationToken token)
    {
        var names = await recorders.OfAsync(sources.SelectMany(source => source.Choices).Select(choice => choice.ChosenBy), token);
        return [.. sources.Select(source => YearSourceDetails.Of(source, names))];
    }
}
