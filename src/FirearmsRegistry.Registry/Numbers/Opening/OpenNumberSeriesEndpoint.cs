using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Numbers.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Numbers.Opening;

/// <summary><c>POST /number-series</c>.</summary>
internal static class OpenNumberSeriesEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Country">This registry's country.</param>
    /// <param name="Year">The year of marking in four digits.</param>
    /// <param name="Class">The class of arms, a capital letter without I, O and Q.</param>
    public sealed record OpenNumberSeriesRequest(CountryCode Country, int Year, ClassLetter Class);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<NumberSeriesAnswer, NumberSeriesDetails>("/number-series", HandleAsync)
        .Named("openNumberSeries", "Open the series of national numbers of a year and class")
        .Requires(AccessPolicy.IssueNumbers)
        .Example(NumberExamples.Open)
        .Refuses(NumberErrors.SeriesOpenAlready, NumberErrors.ForeignSeries);

    private static Task<Result<Written>> HandleAsync(
        Body<OpenNumberSeriesRequest> body, WriteCall call, OpenNumberSeriesHandler handler, CancellationToken token) =>
        handler.HandleAsync(
            new OpenNumberSeries(body.Value.Country, body.Value.Year, body.Value.Class), call.Context, token);
}
