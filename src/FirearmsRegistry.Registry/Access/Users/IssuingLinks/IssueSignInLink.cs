using FirearmsRegistry.Registry.Access.SignIn.Links;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Access.Users.IssuingLinks;

/// <summary>
/// <c>POST /users/{id}/sign-in-links</c>: a link with which the person chooses a password. It is shown this once, so the answer
/// cannot be repeated and no idempotency key is taken: another call makes another link and spends the one before.
/// </summary>
internal static class IssueSignInLink
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapSearch<IssuedLink>("/users/{id:guid}/sign-in-links", HandleAsync)
        .Named("issueSignInLink", "A one-time link with which the user chooses a password; earlier links stop working")
        .Requires(AccessPolicy.ManageUsers)
        .Refuses("user-disabled", "administrator-link");

    /// <summary>
    /// Decides, given whether the person has a password. A link sets a new one and takes the second factor away, so that one administrator
    /// with a link to another's account would be two.
    /// </summary>
    public static Result<IReadOnlyList<object>> Decide(UserAccess user, bool hasPassword, DateTimeOffset expires)
    {
        if (user.Disabled)
            return UserErrors.Disabled;
        if (hasPassword && user.Roles.Contains(Role.Administrator))
            return UserErrors.LinkOfAdministrator;
        return Result.Of<IReadOnlyList<object>>([new SignInLinkIssued(expires)]);
    }

    private static async Task<IResult> HandleAsync(
        Guid id, HttpContext http, RegistryWriter writer, Accounts accounts, SignInLinks links, TimeProvider time,
        CancellationToken token)
    {
        var context = new CommandContext(Actor.From(http.User), time.GetUtcNow(), null, http.TraceIdentifier);
        var expires = context.Now + SignInLinks.Lifetime;
        var hasPassword = await accounts.HasPasswordAsync(id, token);
        // On record before it exists: a link that nobody knows of would be a way in without a trace.
        var recorded = await writer.UpdateAsync<UserAccess>(
            "user", id, _ => $"/api/v1/users/{id}",
            user => Decide(user, hasPassword, expires), context, created: false, token);
        if (recorded.Refusal is { } refusal)
            return ProblemDocuments.From(refusal, http);
        var link = await links.MakeAsync(id, token);
        http.Response.Headers.CacheControl = "no-store";
        return Resources.Of(new IssuedLink(link.Link, link.ExpiresAt));
    }
}

/// <summary>A one-time link.</summary>
/// <param name="Link">The address to hand to the person, by a way that only he can read.</param>
/// <param name="ExpiresAt">When it stops working.</param>
internal sealed record IssuedLink(Uri Link, DateTimeOffset ExpiresAt);
