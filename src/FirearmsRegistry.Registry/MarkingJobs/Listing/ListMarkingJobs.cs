using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.Listing;

/// <summary><c>GET /marking-jobs</c>: in the order of their filing. Those in <c>unknown_mark_state</c> are the quarantine list.</summary>
internal static class ListMarkingJobs
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<MarkingJobDetails>>("/marking-jobs", HandleAsync)
        .Named("listMarkingJobs", "Marking jobs in the order of their filing, all or those in one state")
        .Requires(AccessPolicy.ReadMarkingJobs);

    private static async Task<IResult> HandleAsync(
        PageRequest page, string? state, MarkingJobRows rows, IQuerySession session, HttpContext http, CancellationToken token)
    {
        MarkingJobState? wanted = null;
        if (state is not null)
        {
            if (!Codes.TryParse<MarkingJobState>(state, out var one))
            {
                return ProblemDocuments.From(RequestErrors.Query("state", state.Length > 100 ? null : state,
                    $"Must be one of {string.Join(", ", Codes.All<MarkingJobState>())}."), http);
            }

            wanted = one;
        }

        Guid? after = null;
        if (page.After is { } position)
        {
            if (!Guid.TryParse(position, out var given))
                return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
            after = given;
        }

        var ids = await rows.ListAsync(wanted, after, page.Limit + 1, token);
        var jobs = await JobDetailsList.LoadAsync(session, ids, token);
        return Resources.Of(Page<MarkingJobDetails>.Of(jobs, page.Limit, job => job.Id.ToString()));
    }
}
