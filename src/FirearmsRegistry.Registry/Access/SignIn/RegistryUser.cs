using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn;

/// <summary>
/// The means by which a person signs in: name, password hash, second factor, lockout. What the person may do is not kept
/// here but in the events of the user's access stream, which has the same id.
/// </summary>
internal sealed class RegistryUser : IdentityUser<Guid>
{
    /// <summary>When the account was switched off for good; null while it may be used.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
}
