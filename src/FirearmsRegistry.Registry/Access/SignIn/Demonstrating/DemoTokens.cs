using System.Globalization;
using System.Text;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.Registry.Access.SignIn.Demonstrating;

/// <summary>Makes the demo's persons and their tokens.</summary>
internal sealed class DemoTokens(DemoPersons persons, TokenMinter minter) : IDemoTokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public async Task WriteAsync(string path, CancellationToken cancellation)
    {
        var lines = new StringBuilder();
        foreach (var role in DemoPersons.Roles)
        {
            var token = await ForRoleAsync(role, Lifetime, cancellation);
            lines.Append(CultureInfo.InvariantCulture, $"{role.ToUpperInvariant()}_TOKEN={token}\n");
        }

        lines.Append(CultureInfo.InvariantCulture, $"SECOND_STATISTICIAN_TOKEN={await ForSecondStatisticianAsync(Lifetime, cancellation)}\n");
        await PrivateFile.WriteAsync(path, lines.ToString(), cancellation);
    }

    public Task<string> ForRoleAsync(string role, TimeSpan lifetime, CancellationToken cancellation) => TokenAsync(role, role, lifetime, cancellation);

    public Task<string> ForSecondStatisticianAsync(TimeSpan lifetime, CancellationToken cancellation) =>
        TokenAsync(DemoPersons.SecondStatistician, Codes.Of(Role.Statistician), lifetime, cancellation);

    private async Task<string> TokenAsync(string person, string role, TimeSpan lifetime, CancellationToken cancellation)
    {
        var principal = TokenPrincipal.ForPerson(await persons.OfAsync(person, cancellation), [role], ["demo"], [IssuerScopes.Registry]);
        return await minter.MintAsync(principal, RegisteredClients.Cli, lifetime, cancellation);
    }

    public async Task<Actor> ActorAsync(Role role, CancellationToken cancellation)
    {
        var user = await persons.OfAsync(Codes.Of(role), cancellation);
        return new Actor(user.Id.ToString(), "demo", RegisteredClients.Cli, new HashSet<Role> { role }, IsHuman: true);
    }
}
