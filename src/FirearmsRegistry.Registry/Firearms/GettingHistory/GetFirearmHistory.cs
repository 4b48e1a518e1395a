using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Wording;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.GettingHistory;

/// <summary><c>GET /firearms/{id}/history</c>, and the same for one mark, transfer, loss or disposal of it.</summary>
internal static class GetFirearmHistory
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Page<HistoryLine>>("/firearms/{id:guid}/history", WholeAsync)
            .Named("getFirearmHistory", "Who recorded what about a firearm, when it happened and when it was recorded")
            .Query(ReportLanguages.Query, required: false, $"{ReportLanguages.Description} Where one is given, what people wrote stands between U+2068 and U+2069.")
            .Requires(AccessPolicy.ReadFirearms);
        MapPart(routes, "marks", "getMarkHistory", "What is recorded about one mark of a firearm");
        MapPart(routes, "transfers", "getTransferHistory", "What is recorded about one transfer of a firearm");
        MapPart(routes, "losses", "getLossHistory", "What is recorded about one loss of a firearm");
        MapPart(routes, "disposals", "getDisposalHistory", "What is recorded about one disposal of a firearm");
    }

    private static void MapPart(IEndpointRouteBuilder routes, string part, string operationId, string summary) => routes
        .MapRead<Page<HistoryLine>>($"/firearms/{{id:guid}}/{part}/{{partId:guid}}", PartAsync)
        .Named(operationId, summary)
        .Query(ReportLanguages.Query, required: false, $"{ReportLanguages.Description} Where one is given, what people wrote stands between U+2068 and U+2069.")
        .Requires(AccessPolicy.ReadFirearms);

    private static async Task<IResult> WholeAsync(
        Guid id, AsKnownAt asKnownAt, PageRequest page, IQuerySession session, Recorders recorders, HttpContext http, CancellationToken token)
    {
        if (!ReportLanguages.TryAsked(http, out var language, out var refused))
            return refused;
        if (!TryPosition(page, out var after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        if (!await ExistsAsync(session, id, asKnownAt, token))
            return ProblemDocuments.From(Refusal.NotFound("firearm", id), http);
        var events = await session.Events.FetchStreamAsync(
            id, version: after + page.Limit + 1, timestamp: asKnownAt.Moment, fromVersion: after + 1, token: token);
        var (names, words) = (await recorders.OfAsync(events, token), new HistoryWords(language, isolates: http.Request.Query.ContainsKey(ReportLanguages.Query)));
        return Resources.Of(Page<HistoryLine>.Of(
            [.. events.Select(happened => Line(happened, names, words))], page.Limit, line => line.Version.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> PartAsync(
        Guid id, Guid partId, AsKnownAt asKnownAt, IQuerySession session, Recorders recorders, HttpContext http, CancellationToken token)
    {
        if (!ReportLanguages.TryAsked(http, out var language, out var refused))
            return refused;
        if (!await ExistsAsync(session, id, asKnownAt, token))
            return ProblemDocuments.From(Refusal.NotFound("firearm", id), http);
        var events = await session.Events.FetchStreamAsync(id, timestamp: asKnownAt.Moment, token: token);
        var (names, words) = (await recorders.OfAsync(events, token), new HistoryWords(language, isolates: http.Request.Query.ContainsKey(ReportLanguages.Query)));
        var lines = events.Select(happened => Line(happened, names, words)).Where(line => line.About == partId).ToList();
        return lines.Count == 0
            ? ProblemDocuments.From(Refusal.NotFound("entry", partId), http)
            : Resources.Of(new Page<HistoryLine>(lines, null));
    }

    private static HistoryLine Line(IEvent happened, RecorderNames names, HistoryWords words)
    {
        var text = HistoryText.Of(happened.Data, words);
        return new HistoryLine(
            happened.Version, happened.EventTypeName, text.Sentence, text.HappenedOn, happened.Timestamp, happened.UserName,
            names.Of(happened), text.About,
            [.. text.Parties.Where(party => party.TryGet(out _)).Select(party => party.Match(id => id, () => default, () => default))]);
    }

    private static bool TryPosition(PageRequest page, out long after)
    {
        after = 0;
        return page.After is null || long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }

    /// <summary>Ids of other records name streams too, whose events are not a firearm's.</summary>
    private static async Task<bool> ExistsAsync(IQuerySession session, Guid id, AsKnownAt asKnownAt, CancellationToken token) =>
        await session.Events.FetchStreamStateAsync(id, token) is { } state
        && state.AggregateType == typeof(Firearm)
        && (asKnownAt.Moment is not { } moment || state.Created <= moment);
}
