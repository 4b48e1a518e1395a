namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>
/// Whether an administrator can be removed at once or only when two administrators agree. Whoever could remove the others alone would be
/// the only one, and could then give any role without anybody's approval. The one concerned may be one of the two: of two
/// administrators, one goes only with his own consent.
/// </summary>
internal static class AdministratorRemovals
{
    /// <summary>True where another administrator must confirm.</summary>
    /// <param name="user">Who is to be removed.</param>
    /// <param name="hasPassword">
    /// Whether he has chosen a password: an account in which nobody has ever been adds no second pair of eyes, and one that is never
    /// taken up must not block the others.
    /// </param>
    public static bool NeedConfirmation(UserAccess user, bool hasPassword) => user.IsActiveAdministrator && hasPassword;
}
