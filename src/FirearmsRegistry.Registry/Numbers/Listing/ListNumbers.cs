using System.Globalization;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Numbers.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Numbers.Listing;

/// <summary><c>GET /number-series/{id}/numbers</c>, in order of the running numbers, for a reason: it tells which firearms carry them.</summary>
internal static class ListNumbers
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<IssuedNumber>>("/number-series/{id:guid}/numbers", HandleAsync)
        .Named("listNumbers", "The issued national numbers of a series, in order")
        .Requires(AccessPolicy.ReadNumbers)
        .Refuses("query-reason-required");

    private static async Task<IResult> HandleAsync(
        Guid id, PageRequest page, GivenQueryReason reason, IQuerySession session, IssuedNumbers numbers, NumberLookUps lookUps,
        HttpContext http, CancellationToken token)
    {
        if (ReadPosition(page).Refused(out var refusal, out var after))
            return ProblemDocuments.From(refusal, http);
        if (await session.LoadAsync<NumberSeries>(id, token) is null)
            return ProblemDocuments.From(Refusal.NotFound("number series", id), http);
        var found = await numbers.ListAsync(id, after, page.Limit + 1, token);
        var shown = Page<IssuedNumber>.Of(found, page.Limit, number => number.Running.ToString(CultureInfo.InvariantCulture));
        await lookUps.LogAsync(http, reason, "list_numbers",
            new Dictionary<string, object?> { ["seriesId"] = id, ["after"] = after, ["limit"] = page.Limit }, shown.Items, token);
        return Resources.Of(shown);
    }

    /// <summary>The running number that a page of one series begins after.</summary>
    public static Result<int> ReadPosition(PageRequest page)
    {
        if (page.After is null)
            return 0;
        return int.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var running) && running <= NationalNumber.MaxRunning
            ? running
            : RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged.");
    }
}

/// <summary><c>GET /number-series</c>, in order of their codes.</summary>
internal static class ListNumberSeries
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<NumberSeriesDetails>>("/number-series", HandleAsync)
        .Named("listNumberSeries", "The series of national numbers, by year and class")
        .Requires(AccessPolicy.ReadNumbers);

    private static async Task<IResult> HandleAsync(PageRequest page, IQuerySession session, CancellationToken token)
    {
        // A registry has a few series a year, so that all of them are fewer than one page of most lists.
        var all = await session.Query<NumberSeries>().ToListAsync(token);
        var wanted = all.OrderBy(series => series.Code.ToString(), StringComparer.Ordinal)
            .Where(series => page.After is null || string.CompareOrdinal(series.Code.ToString(), page.After) > 0)
            .Take(page.Limit + 1).Select(NumberSeriesDetails.Of).ToList();
        return Resources.Of(Page<NumberSeriesDetails>.Of(wanted, page.Limit, series => series.Code.ToString()));
    }
}
