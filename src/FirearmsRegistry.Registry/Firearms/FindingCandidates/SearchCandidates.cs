using System.Globalization;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.FindingCandidates;

/// <summary><c>POST /candidate-searches</c>: the arms that most probably carry a worn mark, with the reason of the look-up.</summary>
internal static class SearchCandidates
{
    private const int FirstYear = 1500;
    private const int LastYear = 2100;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapSearch<CandidateAnswer>("/candidate-searches", HandleAsync)
        .Named("searchCandidates", "Find the arms that most probably carry a worn mark, best first, with what agrees and what differs")
        .Requires(AccessPolicy.ReadFirearms)
        .Example(new CandidateSearchRequest(MarkReading.Parse("AB1?3[58]").GetOrThrow(), FirearmExamples.Reference("Example Arms"),
            Country: CountryCode.Parse("ESP").GetOrThrow()))
        .Refuses("query-reason-required");

    private static async Task<IResult> HandleAsync(
        Body<CandidateSearchRequest> body, GivenQueryReason reason, CandidateFinder finder, TimeProvider time, HttpContext http,
        CancellationToken token)
    {
        InputError[] errors = [.. Check(body.Value)];
        if (errors.Length > 0)
            return ProblemDocuments.From(Refusal.Input(errors), http);
        return Resources.Of(await finder.FindAsync(body.Value, Actor.From(http.User), reason.Reason, time.GetUtcNow(), token));
    }

    private static string? Seen(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<InputError> Check(CandidateSearchRequest request)
    {
        if (!request.Mark.IsComparable)
            yield return new InputError("/mark", request.Mark.ToString(), MarkReading.NothingComparable);
        if (request.Limit is < 1 or > CandidateSearchRequest.MostCandidates)
            yield return new InputError("/limit", Seen(request.Limit), $"Must be from 1 to {CandidateSearchRequest.MostCandidates}.");
        if (request.Year is < FirstYear or > LastYear)
            yield return new InputError("/year", Seen(request.Year), $"Must be from {FirstYear} to {LastYear}.");
    }
}
