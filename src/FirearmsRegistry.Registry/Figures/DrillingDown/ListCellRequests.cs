using System.Reflection;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.TabulatingYears;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.DrillingDown;

/// <summary>Which column of the requests' table counts a request.</summary>
public enum CountedRequests
{
    /// <summary>All that went this way.</summary>
    Sent,

    /// <summary>Those that had any reply.</summary>
    Replied,

    /// <summary>Those that were answered finally.</summary>
    Answered,

    /// <summary>Those whose arm was found.</summary>
    Positive,
}

/// <summary>A request behind a count, de-identified: no arm, no mark and no person is told.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="RootId">The trace of which it is a part.</param>
/// <param name="ItemId">The seized item that is traced; null where another State asked.</param>
/// <param name="Kind">Outbound was sent, inbound received.</param>
/// <param name="PartnerId">The other State's national point of contact.</param>
/// <param name="Country">That State.</param>
/// <param name="Channel">How the request went.</param>
/// <param name="SubmittedAt">When.</param>
/// <param name="FirstReplyAt">When any reply came; null where none had.</param>
/// <param name="AnsweredAt">When it was answered finally; null where it was not.</param>
/// <param name="Positive">Whether the arm was found.</param>
public sealed record CountedRequest(
    Guid TraceRequestId, Guid RootId, Guid? ItemId, TraceKind Kind, Guid PartnerId, CountryCode Country, ExchangeWay Channel, DateTimeOffset SubmittedAt,
    DateTimeOffset? FirstReplyAt, DateTimeOffset? AnsweredAt, bool Positive);

/// <summary>Which requests a cell counts: <c>kind</c>, <c>partner</c>, <c>channel</c> (all unless told) and <c>counted</c> (sent unless told).</summary>
internal sealed record RequestCell(
    TraceKind? Kind = null, Guid? PartnerId = null, ExchangeWay? Channel = null, CountedRequests Counted = CountedRequests.Sent, Refusal? Refusal = null) : IRequestPart
{
    public static ValueTask<RequestCell?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var query = http.Request.Query;
        var (kind, channel, counted, partner) = (default(TraceKind), default(ExchangeWay), CountedRequests.Sent, default(Guid));
        if (query.ContainsKey("kind") && !Codes.TryParse(query["kind"], out kind))
            return Refuse("kind", query["kind"], $"Must be one of {string.Join(", ", Codes.All<TraceKind>())}.");
        if (query.ContainsKey("partner") && !Guid.TryParse(query["partner"], out partner))
            return Refuse("partner", query["partner"], "Must be the id of a national point of contact.");
        if (query.ContainsKey("channel") && !Codes.TryParse(query["channel"], out channel))
            return Refuse("channel", query["channel"], $"Must be one of {string.Join(", ", Codes.All<ExchangeWay>())}.");
        if (query.ContainsKey("counted") && !Codes.TryParse(query["counted"], out counted))
            return Refuse("counted", query["counted"], $"Must be one of {string.Join(", ", Codes.All<CountedRequests>())}.");
        return new ValueTask<RequestCell?>(new RequestCell(query.ContainsKey("kind") ? kind : null, query.ContainsKey("partner") ? partner : null,
            query.ContainsKey("channel") ? channel : null, counted));
    }

    private static ValueTask<RequestCell?> Refuse(string name, string? seen, string rule) =>
        new(new RequestCell(Refusal: RequestErrors.Query(name, seen?.Length > 100 ? seen[..100] : seen, rule)));
}

/// <summary><c>GET /indicators/sdg-16-4-2/trace-requests</c>: the requests behind the rows of the requests' table and the companion figures.</summary>
internal static class ListCellRequests
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<CountedRequest>>("/indicators/sdg-16-4-2/trace-requests", HandleAsync)
        .Named("listCellRequests", "The requests behind a count of requests between States, de-identified, a page at a time")
        .AsksYear()
        .Query("kind", required: false, "outbound or inbound; both unless given.")
        .Query("partner", required: false, "The other State's national point of contact; all unless given.")
        .Query("channel", required: false, $"One of {string.Join(", ", Codes.All<ExchangeWay>())}; all unless given.")
        .Query("counted", required: false, $"One of {string.Join(", ", Codes.All<CountedRequests>())}; sent unless given.")
        .Requires(AccessPolicy.ReadFigureItems);

    private static async Task<IResult> HandleAsync(
        FigureQuery query, RequestCell cell, AsKnownAt asKnownAt, PageRequest page, NpgsqlDataSource database, HttpContext http, CancellationToken token)
    {
        var after = Guid.Empty;
        return page.After is { } position && !Guid.TryParse(position, out after)
            ? ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http)
            : Resources.Of(await TraceRequestTallies.ListAsync(database, query.Year, cell, asKnownAt.Moment, (after, page.Limit), token));
    }
}
