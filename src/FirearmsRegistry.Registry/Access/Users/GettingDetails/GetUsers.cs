using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Access.Users.GettingDetails;

/// <summary>A user as administrators and auditors see him.</summary>
/// <param name="Id">The user's id, which events name as the one who acted.</param>
/// <param name="UserName">The name to sign in with.</param>
/// <param name="Roles">The roles in force.</param>
/// <param name="PendingGrants">The grants that wait for another administrator.</param>
/// <param name="PendingRemovals">The removals of this administrator that wait for a second one.</param>
/// <param name="Disabled">Whether the account is switched off.</param>
/// <param name="Version">The ETag of the resource.</param>
public sealed record UserView(
    Guid Id, string? UserName, IReadOnlyList<Role> Roles, IReadOnlyList<PendingGrant> PendingGrants, IReadOnlyList<PendingRemoval> PendingRemovals,
    bool Disabled, long Version);

/// <summary><c>GET /users</c> and <c>GET /users/{id}</c>.</summary>
internal static class GetUsers
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Page<UserView>>("/users", ListAsync)
            .Named("listUsers", "The users, in the order of their invitation").Requires(AccessPolicy.ReadUsers);
        routes.MapRead<UserView>("/users/{id:guid}", ReadAsync)
            .Named("getUser", "A user, with his roles").Requires(AccessPolicy.ReadUsers);
    }

    private static async Task<IResult> ListAsync(PageRequest page, IQuerySession session, Accounts accounts, CancellationToken token)
    {
        var after = Guid.TryParse(page.After, out var last) ? last : Guid.Empty;
        var found = await session.Query<UserAccess>().Where(user => user.Id.CompareTo(after) > 0)
            .OrderBy(user => user.Id).Take(page.Limit + 1).ToListAsync(token);
        var names = await accounts.NamesAsync([.. found.Select(user => user.Id)], token);
        return Resources.Of(Page<UserView>.Of([.. found.Select(user => UserAnswer.View(user, names))], page.Limit, view => view.Id.ToString("D")));
    }

    private static async Task<IResult> ReadAsync(Guid id, UserAnswer answer, HttpContext http, CancellationToken token) =>
        await answer.ReadAsync(id, "", token) is { } view
            ? Resources.Of(http, view, view.Version)
            : ProblemDocuments.From(Refusal.NotFound("user", id), http);
}

/// <summary>Answers writes with the user as he stands.</summary>
internal sealed class UserAnswer(IQuerySession session, Accounts accounts) : IResourceAnswer<UserView>
{
    public async Task<UserView?> ReadAsync(Guid id, string location, CancellationToken token) =>
        await session.LoadAsync<UserAccess>(id, token) is { } user ? View(user, await accounts.NamesAsync([id], token)) : null;

    public static UserView View(UserAccess user, Dictionary<Guid, string> names) =>
        new(user.Id, names.GetValueOrDefault(user.Id), user.Roles, user.PendingGrants, user.PendingRemovals, user.Disabled, user.Version);
}
