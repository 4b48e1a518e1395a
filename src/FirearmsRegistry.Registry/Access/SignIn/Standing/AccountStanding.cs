namespace FirearmsRegistry.Registry.Access.SignIn.Standing;

/// <summary>What an account that is not switched off stands for now, whatever its tokens say.</summary>
/// <param name="SignIn">The digest of its security stamp, which changes with a sign-out, a new password or a second factor.</param>
/// <param name="Roles">The role codes in force.</param>
/// <param name="Sessions">The sessions of browsers that were not ended.</param>
internal sealed record AccountStanding(string SignIn, IReadOnlySet<string> Roles, IReadOnlySet<Guid> Sessions);
