using System.Text.Json;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Registry.Exchange.Signing;

/// <summary>What is signed: the payload of a compact JWS (RFC 7515), with the claims of RFC 7519 and the content.</summary>
/// <param name="Iss">The State that signs.</param>
/// <param name="Aud">The State that it is for.</param>
/// <param name="Jti">The id of the content: the same one whenever the same content is signed anew.</param>
/// <param name="Iat">When it was signed, in seconds since 1970.</param>
/// <param name="Exp">Until when it may be taken, in seconds since 1970.</param>
/// <param name="Content">The document, receipt or question.</param>
internal sealed record SignedContent(CountryCode Iss, CountryCode Aud, Guid Jti, long Iat, long Exp, JsonElement Content)
{
    /// <summary>The UTF-8 text of the content, byte for byte as it was signed.</summary>
    public byte[] ContentBytes() => System.Text.Encoding.UTF8.GetBytes(Content.GetRawText());
}

/// <summary>What sort of content is signed: the header's <c>typ</c>, so that a receipt is never taken for a document.</summary>
internal static class SignedTypes
{
    public const string Document = "firearms-exchange+jws";

    public const string Receipt = "firearms-exchange-receipt+jws";

    public const string Question = "firearms-exchange-question+jws";

    public const string QuestionAnswer = "firearms-exchange-answer+jws";
}
