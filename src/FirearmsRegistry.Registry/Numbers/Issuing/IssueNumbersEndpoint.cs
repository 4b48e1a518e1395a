using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Numbers.Issuing;

/// <summary><c>POST /number-series/{id}/numbers</c>: no <c>If-Match</c>, since whoever asks wants the next numbers, whichever they are.</summary>
internal static class IssueNumbersEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Count">How many numbers, 1 to 1,000.</param>
    /// <param name="FirearmIds">The firearms they are for, one each.</param>
    public sealed record IssueNumbersRequest(int Count, IReadOnlyList<Guid>? FirearmIds = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<NumberIssueAnswer, NumberIssue>("/number-series/{id:guid}/numbers", HandleAsync)
        .Named("issueNumbers", "Issue the next national numbers of a series, in stock or for firearms")
        .Requires(AccessPolicy.IssueNumbers)
        .Example(NumberExamples.Issue)
        .Produces<ProblemDetails>(StatusCodes.Status404NotFound, ProblemDocuments.MediaType)
        .Refuses("not-found", NumberErrors.SeriesExhausted, NumberErrors.UnknownFirearm);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<IssueNumbersRequest> body, WriteCall call, IssueNumbersHandler handler, CancellationToken token) =>
        handler.HandleAsync(new IssueNumbers(id, body.Value.Count, body.Value.FirearmIds), call.Context, token);
}
