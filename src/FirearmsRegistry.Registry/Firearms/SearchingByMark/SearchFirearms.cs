using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.SearchingByMark;

/// <summary><c>POST /firearm-searches</c>: firearms by a mark, with the reason of the look-up.</summary>
internal static class SearchFirearms
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapSearch<Page<MarkHit>>("/firearm-searches", HandleAsync)
        .Named("searchFirearms", "Find firearms by a mark, closest matches first")
        .Requires(AccessPolicy.ReadFirearms)
        .Example(new MarkQuestion(FirearmExamples.Mark.Serial!.Value))
        .Refuses("query-reason-required");

    private static async Task<IResult> HandleAsync(
        Body<MarkQuestion> body, GivenQueryReason reason, PageRequest page, FirearmSearch search, TimeProvider time, HttpContext http,
        CancellationToken token)
    {
        if (!HitPosition.TryParse(page.After, out var after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        var hits = await search.FindAsync(body.Value, after, page.Limit, Actor.From(http.User), reason.Reason, time.GetUtcNow(), token);
        return Resources.Of(Page<MarkHit>.Of(hits, page.Limit, hit => HitPosition.Of(hit).ToString()));
    }
}
