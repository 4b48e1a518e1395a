using System.Text.RegularExpressions;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Access.Users.Inviting;

/// <summary>Give a person an account; he gets in by a one-time link.</summary>
/// <param name="UserName">The name to sign in with.</param>
public sealed partial record InviteUser(string UserName)
{
    /// <summary>Decides, given whether another user has the name.</summary>
    public static Result<IReadOnlyList<object>> Decide(InviteUser command, bool nameTaken)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (!NameForm().IsMatch(command.UserName))
            return UserErrors.NameRule;
        if (nameTaken)
            return UserErrors.NameTaken;
        return Result.Of<IReadOnlyList<object>>([new UserInvited()]);
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9._@-]{1,62})[a-z0-9]\\z")]
    private static partial Regex NameForm();
}

/// <summary>Carries out <see cref="InviteUser"/>.</summary>
internal sealed class InviteUserHandler(RegistryWriter writer, Accounts accounts)
{
    public async Task<Result<Written>> HandleAsync(InviteUser command, CommandContext context, CancellationToken token)
    {
        // An account without a stream is left over from an invitation that failed half-way: it is taken up again.
        var existing = await accounts.FindAsync(command.UserName);
        var taken = existing is { } id && await writer.Session.LoadAsync<UserAccess>(id, token) is not null;
        if (InviteUser.Decide(command, taken).Refused(out var refusal, out var events))
            return refusal;
        var userId = existing ?? await accounts.CreateAsync(command.UserName, context.Now);
        return await writer.CreateAsync<UserAccess>(userId, $"/api/v1/users/{userId}", events, context, token);
    }
}
