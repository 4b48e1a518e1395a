using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access.Users;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn.Demonstrating;

/// <summary>The demo's invented persons: one for each role of people, and a second statistician, for what two must agree on.</summary>
internal sealed class DemoPersons(UserManager<RegistryUser> users, RecordedRoles recorded)
{
    /// <summary>Who reviews what the first statistician drafts.</summary>
    public const string SecondStatistician = "second_statistician";

    /// <summary>The roles of people, each of which gets a demo person.</summary>
    public static readonly IReadOnlyList<string> Roles =
        ["registrar", "marking_operator", "investigator", "contact_point", "statistician", "auditor", "administrator"];

    /// <summary>The name to sign in with.</summary>
    public static string NameOf(string person) => "demo-" + person.Replace('_', '-');

    /// <summary>The person, made where he is not there yet.</summary>
    public async Task<RegistryUser> OfAsync(string person, CancellationToken cancellation)
    {
        var user = await users.FindByNameAsync(NameOf(person)) ?? await CreateAsync(person);
        if (Codes.TryParse<Role>(person == SecondStatistician ? Codes.Of(Role.Statistician) : person, out var role))
            await recorded.RecordDemoAsync(user.Id, role, cancellation);
        return user;
    }

    private async Task<RegistryUser> CreateAsync(string person)
    {
        var user = new RegistryUser { Id = IdOf(person), UserName = NameOf(person) };
        var created = await users.CreateAsync(user);
        return created.Succeeded
            ? user
            : throw new InvalidOperationException("A demo person could not be made: " + string.Join(", ", created.Errors.Select(e => e.Code)));
    }

    /// <summary>The same person has the same id in every demo, so that its records can be told apart.</summary>
    private static Guid IdOf(string person)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("firearms-registry/demo-person/" + person))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
