using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Numbers.GettingDetails;

/// <summary>A series as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version: the ETag.</param>
/// <param name="Code">The first five characters of its numbers.</param>
/// <param name="Country">The country that issues them.</param>
/// <param name="Year">The year of marking in four digits.</param>
/// <param name="Class">The class of arms.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="HighestRunning">The highest running number issued; 0 before the first.</param>
/// <param name="Issued">How many numbers were issued, void ones included.</param>
/// <param name="Skipped">How many running numbers up to the highest were left out because their check characters have I, O or Q.</param>
public sealed record NumberSeriesDetails(
    Guid Id,
    long Version,
    SeriesCode Code,
    CountryCode Country,
    int Year,
    ClassLetter Class,
    DateTimeOffset OpenedAt,
    int HighestRunning,
    int Issued,
    int Skipped)
{
    internal static NumberSeriesDetails Of(NumberSeries series) => new(series.Id, series.Version, series.Code, series.Code.Country,
        series.Year, series.Code.Class, series.OpenedAt, series.Highest, series.Issued, series.Highest - series.Issued);
}

/// <summary><c>GET /number-series/{id}</c>.</summary>
internal static class GetNumberSeries
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<NumberSeriesDetails>("/number-series/{id:guid}", HandleAsync)
        .Named("getNumberSeries", "A series of national numbers as it stands")
        .Requires(AccessPolicy.ReadNumbers);

    private static async Task<IResult> HandleAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<NumberSeries>(id, token) is { } series
            ? Resources.Of(http, NumberSeriesDetails.Of(series), series.Version)
            : ProblemDocuments.From(Refusal.NotFound("number series", id), http);
}

/// <summary>Answers the opening of a series.</summary>
internal sealed class NumberSeriesAnswer(IQuerySession session) : IResourceAnswer<NumberSeriesDetails>
{
    public async Task<NumberSeriesDetails?> ReadAsync(Guid id, string location, CancellationToken token) =>
        await session.LoadAsync<NumberSeries>(id, token) is { } series ? NumberSeriesDetails.Of(series) : null;
}
