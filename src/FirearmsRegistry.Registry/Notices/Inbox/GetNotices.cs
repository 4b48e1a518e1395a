using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Notices.Inbox;

/// <summary><c>GET /notices</c> and <c>GET /notices/{id}</c>: the caller's own inbox, and nobody else's.</summary>
internal static class GetNotices
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Page<Notice>>("/notices", ListAsync)
            .Named("listNotices", "The notices to the caller and to the caller's roles, unread ones first, the newest of each first")
            .Requires(AccessPolicy.ReadNotices);
        routes.MapRead<Notice>("/notices/{id:guid}", OneAsync)
            .Named("getNotice", "A notice to the caller or to one of the caller's roles")
            .Requires(AccessPolicy.ReadNotices);
    }

    private static async Task<IResult> ListAsync(PageRequest page, string? kind, InboxRows inbox, NoticeSubjects subjects, HttpContext http, CancellationToken token)
    {
        NoticeKind? wanted = null;
        if (kind is not null)
        {
            if (!Codes.TryParse<NoticeKind>(kind, out var known))
            {
                return ProblemDocuments.From(RequestErrors.Query("kind", kind.Length > 100 ? null : kind,
                    $"Must be one of {string.Join(", ", Codes.All<NoticeKind>())}."), http);
            }

            wanted = known;
        }

        if (!InboxPosition.TryParse(page.After, out var after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        var owner = Actor.From(http.User);
        var notices = await inbox.FindAsync(owner, wanted, after, page.Limit + 1, token);
        return Resources.Of(Page<Notice>.Of(await subjects.TellAsync(notices, owner, token), page.Limit, notice => InboxPosition.Of(notice).ToString()));
    }

    private static async Task<IResult> OneAsync(Guid id, InboxRows inbox, NoticeSubjects subjects, HttpContext http, CancellationToken token) =>
        await inbox.FindAsync(Actor.From(http.User), id, token) is { } notice
            ? Resources.Of(await subjects.TellAsync(notice, Actor.From(http.User), token))
            : ProblemDocuments.From(Refusal.NotFound("notice", id), http);
}
