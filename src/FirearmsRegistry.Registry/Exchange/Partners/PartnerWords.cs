using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Exchange.Partners;

/// <summary>A way to reach a national point of contact.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Address">Where: an address over HTTPS for a registry, in words for the others.</param>
/// <param name="Preferred">Whether this way is to be used before others.</param>
public sealed record PartnerChannel(ChannelKind Kind, ShortText Address, bool Preferred);

/// <summary>The ways between national points of contact.</summary>
public enum ChannelKind
{
    /// <summary>Registry to registry over HTTPS, by signed documents.</summary>
    Registry,

    /// <summary>By hand: e-mail, paper, a file on a medium.</summary>
    ByHand,

    /// <summary>Through INTERPOL's channels.</summary>
    Interpol,
}

/// <summary>A language by its code of two or three lower-case letters (ISO 639).</summary>
[JsonConverter(typeof(ParsedJsonConverter<LanguageCode>))]
public readonly record struct LanguageCode : IParsableWord<LanguageCode>
{
    private readonly string? _code;

    private LanguageCode(string code) => _code = code;

    /// <summary>Reads a code.</summary>
    public static Parsed<LanguageCode> Parse(string? text) =>
        text is { Length: 2 or 3 } && text.All(char.IsAsciiLetterLower)
            ? new LanguageCode(text)
            : new Fault("A language is given by its two or three lower-case letters.", "ISO 639");

    /// <inheritdoc/>
    public override string ToString() => _code ?? throw new InvalidOperationException("This language was never set.");
}

/// <summary>The name of a key (<c>kid</c>, RFC 7517 4.5): 1 to 64 letters, digits, points, hyphens, underscores.</summary>
[JsonConverter(typeof(ParsedJsonConverter<KeyName>))]
public readonly record struct KeyName : IParsableWord<KeyName>
{
    private const int Longest = 64;

    private readonly string? _name;

    private KeyName(string name) => _name = name;

    /// <summary>Reads a name.</summary>
    public static Parsed<KeyName> Parse(string? text) =>
        text is { Length: > 0 and <= Longest } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
            ? new KeyName(text)
            : new Fault($"A key's name has 1 to {Longest} letters, digits, points, hyphens and underscores.", "RFC 7517 4.5");

    /// <inheritdoc/>
    public override string ToString() => _name ?? throw new InvalidOperationException("This name was never set.");
}

/// <summary>A public key of a partner: ES256, an elliptic curve key over P-256.</summary>
/// <param name="Name">Its name (<c>kid</c>), unique with the partner for ever.</param>
/// <param name="Key">The key, a SubjectPublicKeyInfo in base64.</param>
/// <param name="ValidFrom">From when it signs.</param>
/// <param name="ValidTo">Until when.</param>
/// <param name="RevokedAt">When it was revoked; what it signed is not taken from then on, whatever time the document names.</param>
public sealed record PartnerKey(
    KeyName Name, SigningKey Key, DateTimeOffset ValidFrom, DateTimeOffset ValidTo, DateTimeOffset? RevokedAt = null)
{
    /// <summary>Whether a document that it signed is taken at a time.</summary>
    public bool IsValidAt(DateTimeOffset time) => RevokedAt is null && ValidFrom <= time && time < ValidTo;
}

/// <summary>Asking a partner by hash whether it knows a mark, as both sides agreed.</summary>
/// <param name="Reference">The agreement.</param>
/// <param name="DailyBudget">How many marks may be asked for in a day, in each direction.</param>
public sealed record HashAgreement(ShortText Reference, int DailyBudget);

/// <summary>A rule that both sides signed, by which an answer may be sent without a human's approval.</summary>
/// <param name="Reference">The agreement.</param>
/// <param name="ValidTo">The last day on which it holds; null where it has no end.</param>
public sealed record AutomaticAnswers(ShortText Reference, DateOnly? ValidTo)
{
    /// <summary>Whether it holds at a time (the day in UTC).</summary>
    public bool HoldsAt(DateTimeOffset time) => ValidTo is not { } to || DateOnly.FromDateTime(time.UtcDateTime) <= to;
}
