using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Registry.Access.SignIn.Pages;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using FirearmsRegistry.Registry.Shared;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn.Demonstrating;

/// <summary>Lets the demo's persons sign in to the pages as everybody does, with what stands in the owner's file (decision 32).</summary>
internal sealed class DemoPeople(DemoPersons persons, UserManager<RegistryUser> users, AccountStandings standings, AccessSettings settings) : IDemoPeople
{
    private const int PasswordLength = 20;

    /// <summary>Letters and digits that nobody takes for each other.</summary>
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    public async Task WriteAsync(string path, CancellationToken cancellation)
    {
        if (!settings.IsPlainLoopback)
            throw new InvalidOperationException("The demo's people get passwords only on a server that this machine alone can reach.");
        string[] all = [.. DemoPersons.Roles, DemoPersons.SecondStatistician];
        var written = File.Exists(path) ? await File.ReadAllLinesAsync(path, cancellation) : [];
        var lines = new StringBuilder("# role, name, password, key of the authenticator, the same as a link; the present code: tools/demo-code registrar\n");
        foreach (var person in all)
        {
            var user = await persons.OfAsync(person, cancellation);
            var line = written.FirstOrDefault(line => line.StartsWith(person + "\t", StringComparison.Ordinal));
            lines.Append(line is not null && await FitsAsync(user, line.Split('\t')) ? line : await RenewAsync(person, user)).Append('\n');
        }

        await PrivateFile.WriteAsync(path, lines.ToString(), cancellation);
    }

    private async Task<bool> FitsAsync(RegistryUser user, string[] fields) =>
        fields.Length == 5 && user.TwoFactorEnabled && await users.GetAuthenticatorKeyAsync(user) == fields[3] && await users.CheckPasswordAsync(user, fields[2]);

    private async Task<string> RenewAsync(string person, RegistryUser user)
    {
        var password = RandomNumberGenerator.GetString(PasswordLetters, PasswordLength);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.TwoFactorEnabled = true;
        await users.ResetAuthenticatorKeyAsync(user);
        standings.Forget(user.Id);
        var key = await users.GetAuthenticatorKeyAsync(user) ?? throw new InvalidOperationException("The authenticator's key was not kept.");
        return string.Join('\t', person, user.UserName, password, key, EnrolSecondFactorPage.AuthenticatorLink(user.UserName!, key));
    }
}
