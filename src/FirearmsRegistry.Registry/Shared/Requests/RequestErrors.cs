using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Refusals about the shape of a request, before any area sees it.</summary>
internal static class RequestErrors
{
    public static Refusal TooLarge { get; } = new("body-too-large", RefusalKind.TooLarge, "The body is too large.",
        $"A body may have {BodyBytes.Limit} bytes at the most.")
    {
        Errors = [new InputError("", null, $"May have {BodyBytes.Limit} bytes at the most.")],
    };

    public static Refusal NotAnObject { get; } = Refusal.Input(new InputError("", "null", "The body must be a JSON object."));

    public static Refusal IfMatchMissing { get; } = new("if-match-required", RefusalKind.PreconditionMissing,
        "A change must say which version it has seen.", "Send the ETag of the record in the header If-Match.")
    {
        Errors = [new InputError("header:If-Match", null, "Must be the ETag of the record: its version in double quotes.", "RFC 6585 3")],
    };

    public static Refusal KeyMissing { get; } = new("idempotency-key-required", RefusalKind.Malformed,
        "A write must carry an idempotency key.",
        "Send a new random value of 8 to 100 characters in the header Idempotency-Key, and the same value when repeating the same request.")
    {
        Errors = [new InputError("header:Idempotency-Key", null, "Must have 8 to 100 characters.")],
    };

    public static Refusal NotJson(string? seen) => new("not-json", RefusalKind.WrongMediaType, "The body must be application/json.")
    {
        Errors = [new InputError("header:Content-Type", seen, "Must be application/json in UTF-8.", "RFC 8259")],
    };

    public static Refusal Unreadable(long position, string what) => new("unreadable-json", RefusalKind.Malformed, "The body is not JSON.",
        $"At byte {position}: {what}")
    {
        Errors = [new InputError("", null, what, "RFC 8259")],
    };

    public static Refusal Header(string name, string? seen, string rule, string? suggestion = null) =>
        Refusal.Input(new InputError($"header:{name}", seen, rule, null, suggestion));

    public static Refusal Path(string name, string seen, string rule) =>
        Refusal.Input(new InputError($"path:{name}", seen.Length > 100 ? seen[..100] : seen, rule));

    /// <summary>Why a text is no reference of an authority that may be looked for; null where it is one or none is asked.</summary>
    public static Refusal? Reference(string? reference) => reference is null || ShortText.Parse(reference).TryGet(out _, out var fault)
        ? null
        : Query("reference", null, fault.Rule, fault.Suggestion);

    public static Refusal Query(string name, string? seen, string rule, string? suggestion = null) =>
        Refusal.Input(new InputError($"query:{name}", seen, rule, null, suggestion));
}
