using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Exchange.Partners;

/// <summary>The refusals about national points of contact.</summary>
internal static class PartnerErrors
{
    public const string Record = "national point of contact";

    public const string InactiveName = "partner-inactive";

    public const string CountryTakenName = "partner-country-taken";

    public const string UnknownName = "unknown-partner";

    public static Refusal Inactive(string pointer) => new(InactiveName, RefusalKind.Conflict, "The national point of contact is not written to any more.")
    {
        Errors = [new InputError(pointer, null, "Must be the active national point of contact of its State.")],
    };

    public static Refusal Unknown(Guid id) => new(UnknownName, RefusalKind.RuleBroken, "There is no such national point of contact.")
    {
        Errors = [new InputError("/partnerId", id.ToString(), "Must be the id of a national point of contact.")],
    };

    public static Refusal CountryTaken(Guid active) => new(CountryTakenName, RefusalKind.Conflict,
        "The State has an active national point of contact already.", "Change that one, or deactivate it first.")
    {
        Extensions = new Dictionary<string, object?> { ["partnerId"] = active },
    };

    public const string KeyNameTakenName = "partner-key-name-taken";

    public const string KeyUnknownName = "unknown-partner-key";

    public static Refusal KeyNameTaken(KeyName name) => new(KeyNameTakenName, RefusalKind.Conflict, "A key's name is used once, for ever.")
    {
        Errors = [new InputError("/name", name.ToString(), "Must be new with this partner.")],
    };

    public static Refusal KeyUnknown(KeyName name) => new(KeyUnknownName, RefusalKind.Conflict, "The partner has no such key in force.")
    {
        Errors = [new InputError("/name", name.ToString(), "Must be the name of a key that was not revoked.")],
    };
}
