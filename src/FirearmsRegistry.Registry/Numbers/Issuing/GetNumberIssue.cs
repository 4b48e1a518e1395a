using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Numbers.Issuing;

/// <summary><c>GET /number-series/{id}/issues/{firstRunning}</c>: the numbers that one request issued, as they stand, for a reason.</summary>
internal static class GetNumberIssue
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<NumberIssue>("/number-series/{id:guid}/issues/{firstRunning}", HandleAsync)
        .Named("getNumberIssue", "The national numbers that one request issued, as they stand")
        .Requires(AccessPolicy.ReadNumbers)
        .Refuses("query-reason-required");

    private static async Task<IResult> HandleAsync(
        Guid id, string firstRunning, GivenQueryReason reason, IssuedNumbers numbers, NumberLookUps lookUps, HttpContext http,
        CancellationToken token)
    {
        if (!int.TryParse(firstRunning, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || await numbers.IssueAsync(id, first, token) is not { } issue)
        {
            return ProblemDocuments.From(Refusal.NotFound("issue of numbers", firstRunning), http);
        }

        await lookUps.LogAsync(http, reason, "read_number_issue",
            new Dictionary<string, object?> { ["seriesId"] = id, ["firstRunning"] = first }, issue.Numbers, token);
        return Resources.Of(issue);
    }
}

/// <summary>Answers an issue with its numbers.</summary>
internal sealed class NumberIssueAnswer(IssuedNumbers numbers) : IResourceAnswer<NumberIssue>
{
    public Task<NumberIssue?> ReadAsync(Guid id, string location, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(location);
        return numbers.IssueAsync(id, int.Parse(location[(location.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture), token);
    }
}
