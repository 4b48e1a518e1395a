using System.Security.Claims;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Browsing;
using Microsoft.AspNetCore.Components.Authorization;

namespace FirearmsRegistry.Web.Shared.Acting;

/// <summary>The person before the page, as he may act at this moment.</summary>
internal sealed class SignedIn(AuthenticationStateProvider state, PagePersons persons)
{
    /// <summary>As a token of his would name him; null when nobody is signed in, or not any more.</summary>
    public async Task<ClaimsPrincipal?> ActingAsync(CancellationToken cancellation) =>
        await persons.ActingAsync((await state.GetAuthenticationStateAsync()).User, cancellation);

    /// <summary>The name to sign in with.</summary>
    public async Task<string?> NameAsync() => (await state.GetAuthenticationStateAsync()).User.Identity?.Name;

    /// <summary>The subject of what he records; null when he may not act any more.</summary>
    public async Task<string?> SubjectAsync(CancellationToken cancellation) =>
        await ActingAsync(cancellation) is { } acting ? Actor.From(acting).Subject : null;

    /// <summary>The roles that he holds now.</summary>
    public async Task<IReadOnlySet<Role>> RolesAsync(CancellationToken cancellation) =>
        await ActingAsync(cancellation) is { } acting ? Actor.From(acting).Roles : new HashSet<Role>();
}
