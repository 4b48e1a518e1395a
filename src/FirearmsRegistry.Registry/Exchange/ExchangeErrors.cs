using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Exchange;

/// <summary>The refusals of the exchange with other States. Their names are what <c>exchange_count</c> counts by.</summary>
internal static class ExchangeErrors
{
    public const string DocumentInvalidName = "exchange-document-invalid";

    public const string VersionUnknownName = "exchange-version-unknown";

    public static Refusal Unreadable { get; } = new("exchange-document-unreadable", RefusalKind.Malformed,
        "This is no signed document.", "A document is a compact JWS: header, payload and signature in base64url, with dots between them (RFC 7515 3.1).");

    public static Refusal AlgorithmRefused { get; } = new("exchange-algorithm-refused", RefusalKind.Malformed,
        "Documents are signed with ES256 and nothing else.", "The header must say alg ES256 and typ firearms-exchange+jws, name the key (kid), and demand nothing else (RFC 7518 3.4).");

    public static Refusal SignerUnknown { get; } = new("exchange-signer-unknown", RefusalKind.Forbidden,
        "The State that signed is no partner of this registry.");

    public static Refusal KeyUnknown { get; } = new("exchange-key-unknown", RefusalKind.Forbidden,
        "The partner has made no such key known.", "An administrator makes a partner's new key known before it is used.");

    public static Refusal KeyRevoked { get; } = new("exchange-key-revoked", RefusalKind.Forbidden, "The key that signed was revoked.");

    public static Refusal KeyExpired { get; } = new("exchange-key-expired", RefusalKind.Forbidden, "The key that signed is not valid at this time.");

    public static Refusal SignatureBad { get; } = new("exchange-signature-bad", RefusalKind.Forbidden,
        "The signature is not by that key over this text.", "The document was altered or cut on its way, or signed by another key.");

    public static Refusal AddresseeWrong { get; } = new("exchange-addressee-wrong", RefusalKind.RuleBroken,
        "The document is addressed to another State.");

    public static Refusal FromFuture { get; } = new("exchange-document-future", RefusalKind.RuleBroken,
        "The document was signed in the future.", "The clocks of the two registries may differ by five minutes.");

    public static Refusal Expired { get; } = new("exchange-document-expired", RefusalKind.RuleBroken,
        "The document has expired.", "It is to be signed anew with the same id.");

    public static Refusal Reused { get; } = new("exchange-document-reused", RefusalKind.Conflict,
        "A document with this id and another content was accepted before.");

    public static Refusal Replayed { get; } = new("exchange-document-replayed", RefusalKind.Conflict,
        "This very text was taken before.", "What it says is on record. A sender that had no answer signs the same content anew, with the same id.");

    public static Refusal RepeatedTooOften { get; } = new("exchange-document-repeated-too-often", RefusalKind.TooMany,
        "The same content was signed anew too often.", "What it says is on record. It is answered again once the texts of it are 24 hours old.");

    public static Refusal StatesMismatched { get; } = new("exchange-states-mismatched", RefusalKind.RuleBroken,
        "The document does not name its sender and its addressee as the two States of the request.");

    public static Refusal RequestUnknown { get; } = new("exchange-request-unknown", RefusalKind.RuleBroken,
        "The two States have no such request between them.");

    public static Refusal VersionUnknown(string? seen) => new(VersionUnknownName, RefusalKind.RuleBroken,
        "This registry does not know that document.", "It reads trace_request, acknowledgement, more_information and trace_answer in version 1.")
    {
        Errors = [new InputError("/document/head", seen, "Must be a kind and a version that this registry reads.")],
    };

    public static Refusal DocumentInvalid(params IReadOnlyList<InputError> errors) => new(DocumentInvalidName, RefusalKind.Malformed,
        "The document breaks its schema.", "See schemas/exchange/.")
    {
        Errors = errors,
    };
}
