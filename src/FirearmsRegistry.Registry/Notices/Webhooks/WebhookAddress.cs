using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Notices.Webhooks;

/// <summary>
/// Where a webhook is told: an absolute http or https address of at most 500 printable ASCII characters, with neither a user name nor a
/// fragment. Whether anything may be sent there is the administrator's list to say.
/// </summary>
[JsonConverter(typeof(ParsedJsonConverter<WebhookAddress>))]
public readonly record struct WebhookAddress : IParsableWord<WebhookAddress>
{
    /// <summary>The most characters.</summary>
    public const int Longest = 500;

    private readonly string? _text;

    private WebhookAddress(string text) => _text = text;

    /// <summary>Reads the address.</summary>
    public static Parsed<WebhookAddress> Parse(string? text) =>
        text is { Length: > 0 and <= Longest } && text.All(character => character is > ' ' and <= '~')
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { UserInfo: "", Fragment: "" }
            ? new WebhookAddress(text)
            : new Fault($"Must be an https address of at most {Longest} characters, with neither a user name nor a fragment.", "RFC 3986");

    /// <summary>The address.</summary>
    public Uri ToUri() => new(ToString(), UriKind.Absolute);

    /// <inheritdoc/>
    public override string ToString() => _text ?? throw new InvalidOperationException("This address was never set.");
}
