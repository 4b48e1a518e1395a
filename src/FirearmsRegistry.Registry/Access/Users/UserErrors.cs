using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>The refusals of the area. Their common source is the registry's own rule that nobody gives himself power.</summary>
internal static class UserErrors
{
    public static Refusal OwnRole { get; } = new("own-role", RefusalKind.Forbidden,
        "Nobody gives a role to himself.", "Another administrator must do it.");

    public static Refusal OwnRequest { get; } = new("own-request", RefusalKind.Forbidden,
        "Whoever asked for a role cannot approve it.", "Another administrator must approve.");

    public static Refusal Disabled { get; } = new("user-disabled", RefusalKind.Conflict, "The account is switched off.");

    public static Refusal LinkOfAdministrator { get; } = new("administrator-link", RefusalKind.Conflict,
        "An administrator who has signed in gets no new link.",
        "Whoever holds the link becomes that administrator, and one person could then ask and approve. Take the role away first.");

    public static Refusal LastAdministrator { get; } = new("last-administrator", RefusalKind.Conflict,
        "The last administrator stays.", "Give the role to somebody else first.");

    public static Refusal OwnRemovalRequest { get; } = new("own-request", RefusalKind.Forbidden,
        "Whoever asked for the removal of an administrator cannot confirm it.", "Another administrator, or the one concerned, must confirm.");

    public static Refusal RemovalPending { get; } = new("removal-pending", RefusalKind.Conflict,
        "The removal of this administrator was asked for and waits for a second administrator.");

    public static Refusal RemovalLapsed { get; } = new("removal-lapsed", RefusalKind.Conflict,
        "Who asked and who confirms must both be administrators now.", "Ask for the removal again.");

    public static Refusal NameTaken { get; } = new("user-name-taken", RefusalKind.Conflict, "Another account has this name.");

    public static Refusal NameRule { get; } = Refusal.Input(new InputError(
        "/userName", null, "Must have 3 to 64 characters: letters a to z, digits, and . - _ @ between them.", null, "first.last"));

    public static Refusal MachineRole(Role role) => Refusal.Input(new InputError(
        "/role", Codes.Of(role), "This role belongs to programs, which are configured, and not to people."));

    public static Refusal Held(Role role) => new("role-held", RefusalKind.Conflict,
        "The user has this role, or it waits for approval.", $"Role: {Codes.Of(role)}.");

    public static Refusal NotHeld(Role role) => new("role-not-held", RefusalKind.Conflict,
        "The user does not have this role.", $"Role: {Codes.Of(role)}.");
}
