using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Numbers.Listing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Numbers.ExplainingGaps;

/// <summary><c>GET /number-series/{id}/gaps</c>.</summary>
internal static class ExplainGaps
{
    // About a sixth of the running numbers are skipped, so that one reading usually fills a page.
    private const int Stride = 2000;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<NumberGaps>("/number-series/{id:guid}/gaps", HandleAsync)
        .Named("explainNumberGaps", "Why running numbers of a series are on no arm: given up, or never issued")
        .Requires(AccessPolicy.ReadNumbers);

    private static async Task<IResult> HandleAsync(
        Guid id, PageRequest page, IQuerySession session, IssuedNumbers numbers, HttpContext http, CancellationToken token)
    {
        if (ListNumbers.ReadPosition(page).Refused(out var refusal, out var after))
            return ProblemDocuments.From(refusal, http);
        if (await session.LoadAsync<NumberSeries>(id, token) is not { } series)
            return ProblemDocuments.From(Refusal.NotFound("number series", id), http);
        var gaps = await FindAsync(series, after, page.Limit + 1, numbers, token);
        return Resources.Of(new NumberGaps(series.Code, series.Highest, series.Issued, series.Highest - series.Issued,
            Page<NumberGap>.Of(gaps, page.Limit, gap => gap.Running.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>The first gaps after a running number.</summary>
    public static async Task<IReadOnlyList<NumberGap>> FindAsync(
        NumberSeries series, int after, int limit, IssuedNumbers numbers, CancellationToken token)
    {
        var gaps = new List<NumberGap>();
        for (var first = after + 1; first <= series.Highest && gaps.Count < limit; first += Stride)
        {
            var last = Math.Min(first + Stride - 1, series.Highest);
            var issued = await numbers.ListAsync(series.Id, first - 1, Stride, token);
            gaps.AddRange(NumberGap.Explain(series.Code, first, last, issued.ToDictionary(number => number.Running)));
        }

        return [.. gaps.Take(limit)];
    }
}
