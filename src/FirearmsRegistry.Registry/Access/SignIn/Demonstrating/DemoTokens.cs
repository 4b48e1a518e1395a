using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Shared;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn.Demonstrating;

/// <summary>Makes the demo's persons and their tokens. The persons have no password, so nobody can sign in as one of them.</summary>
internal sealed class DemoTokens(UserManager<RegistryUser> users, RecordedRoles recorded, TokenMinter minter) : IDemoTokens
{
    /// <summary>The roles of people, each of which gets a demo person.</summary>
    public static readonly IReadOnlyList<string> Roles =
        ["registrar", "marking_operator", "investigator", "contact_point", "statistician", "auditor", "administrator"];

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public async Task WriteAsync(string path, CancellationToken cancellation)
    {
        var lines = new StringBuilder();
        foreach (var role in Roles)
        {
            var token = await ForRoleAsync(role, Lifetime, cancellation);
            lines.Append(CultureInfo.InvariantCulture, $"{role.ToUpperInvariant()}_TOKEN={token}\n");
        }
        await PrivateFile.WriteAsync(path, lines.ToString(), cancellation);
    }

    public async Task<string> ForRoleAsync(string role, TimeSpan lifetime, CancellationToken cancellation)
    {
        var user = await PersonAsync(role);
        if (Codes.TryParse<Role>(role, out var known))
        {
            await recorded.RecordDemoAsync(user.Id, known, cancellation);
        }
        var principal = TokenPrincipal.ForPerson(user, [role], ["demo"], [IssuerScopes.Registry]);
        return await minter.MintAsync(principal, RegisteredClients.Cli, lifetime, cancellation);
    }

    public async Task<Actor> ActorAsync(Role role, CancellationToken cancellation)
    {
        var code = Codes.Of(role);
        var user = await PersonAsync(code);
        await recorded.RecordDemoAsync(user.Id, role, cancellation);
        return new Actor(user.Id.ToString(), "demo", RegisteredClients.Cli, new HashSet<Role> { role }, IsHuman: true);
    }

    private async Task<RegistryUser> PersonAsync(string role)
    {
        var name = "demo-" + role.Replace('_', '-');
        if (await users.FindByNameAsync(name) is { } existing)
        {
            return existing;
        }
        var user = new RegistryUser { Id = PersonId(role), UserName = name };
        var created = await users.CreateAsync(user);
        return created.Succeeded
            ? user
            : throw new InvalidOperationException("A demo person could not be made: " + string.Join(", ", created.Errors.Select(e => e.Code)));
    }

    /// <summary>The same person has the same id in every demo, so that its records can be told apart.</summary>
    private static Guid PersonId(string role)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("firearms-registry/demo-person/" + role))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
