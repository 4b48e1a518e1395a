using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Figures.ChoosingSources;

/// <summary><c>/indicators/sdg-16-4-2/year-sources</c>: on what the figures of years rest, and the choices behind it.</summary>
internal static class YearSourceEndpoints
{
    /// <summary>The first choice for a year.</summary>
    /// <param name="Year">The year.</param>
    /// <param name="CountFileId">The imported file (GET /count-files) whose counts the figures rest on.</param>
    /// <param name="Reason">Why the register's cases do not serve.</param>
    public sealed record ChooseYearSourceRequest(int Year, Guid CountFileId, Note Reason);

    /// <summary>Another choice for it.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="CountFileId">The imported file whose counts the figures rest on; null, or absent, for the register's own cases.</param>
    public sealed record ChooseYearSourceAnewRequest(Note Reason, Guid? CountFileId = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapCreation<YearSourceAnswer, YearSourceDetails>(YearSourcePaths.Route, ChooseAsync)
            .Named("chooseYearSource", "Have the figures of a year rest on an imported file and not on the register's cases")
            .Requires(AccessPolicy.ImportCounts)
            .Example(new ChooseYearSourceRequest(2017, Guid.Parse("0b6a1f52-6f57-8d3e-9a41-2f7f0c3f1a55"), Reason("The agencies reported on paper until 2018.")))
            .Refuses(YearSourceErrors.ChosenAlready, YearSourceErrors.NothingChanged, YearSourceErrors.FileWithoutYear);
        routes.MapChange<YearSourceAnswer, YearSourceDetails>(YearSourcePaths.Route + "/{id:guid}/choices", ChooseAnewAsync)
            .Named("chooseYearSourceAnew", "Have the figures of a year rest on another imported file, or on the register's cases again")
            .Requires(AccessPolicy.ImportCounts)
            .Example(new ChooseYearSourceAnewRequest(Reason("All cases of the year are entered now.")))
            .Refuses(YearSourceErrors.NothingChanged, YearSourceErrors.FileWithoutYear);
        routes.MapRead<IReadOnlyList<YearSourceDetails>>(YearSourcePaths.Route, ListAsync)
            .Named("listYearSources", "The years for which a source was chosen; all others rest on the register's cases")
            .Requires(AccessPolicy.ReadFigures);
        routes.MapRead<YearSourceDetails>(YearSourcePaths.Route + "/{id:guid}", ReadAsync)
            .Named("getYearSource", "On what the figures of a year rest, with every choice and its reason")
            .Requires(AccessPolicy.ReadFigures);
    }

    private static Task<Result<Written>> ChooseAsync(
        Body<ChooseYearSourceRequest> body, WriteCall call, ChooseYearSourceHandler handler, CancellationToken token) =>
        handler.HandleAsync(new ChooseYearSource(body.Value.Year, body.Value.CountFileId, body.Value.Reason), call.Context, token);

    private static Task<Result<Written>> ChooseAnewAsync(
        Guid id, Body<ChooseYearSourceAnewRequest> body, WriteCall call, ChooseYearSourceHandler handler, CancellationToken token) =>
        handler.HandleAsync(id, body.Value.CountFileId, body.Value.Reason, call.Context, token);

    private static async Task<IResult> ListAsync(YearSourceAnswer sources, CancellationToken token) => Resources.Of(await sources.ListAsync(token));

    private static async Task<IResult> ReadAsync(Guid id, YearSourceAnswer sources, HttpContext http, CancellationToken token) =>
        await sources.ReadAsync(id, "", token) is { } source
            ? Resources.Of(http, source, source.Version)
            : ProblemDocuments.From(Refusal.NotFound(YearSourceErrors.Words, id), http);

    private static Note Reason(string text) => Note.Parse(text).GetOrThrow();
}
