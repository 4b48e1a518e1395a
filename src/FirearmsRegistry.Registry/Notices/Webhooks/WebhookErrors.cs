using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Notices.Webhooks;

/// <summary>The refusals of webhooks.</summary>
internal static class WebhookErrors
{
    public const string What = "webhook";

    public const string NotAllowed = "address-not-allowed";

    public const string WrongState = "webhook-state";

    public static Refusal AddressNotAllowed { get; } = new(NotAllowed, RefusalKind.RuleBroken, "Nothing may be sent to this address.",
        "An administrator of the server lists the servers that may be sent to in Registry:Outgoing:Servers.")
    {
        Errors = [new InputError("/address", null, "Must be on a server that is listed.")],
    };

    public static Refusal NoKinds { get; } = Refusal.Input(new InputError("/kinds", "[]", "Must name at least one kind."));

    public static Refusal Ended { get; } = new(WrongState, RefusalKind.Conflict, "The webhook has ended.");

    public static Refusal NotDisabled { get; } = new(WrongState, RefusalKind.Conflict, "The webhook is not disabled.");
}
