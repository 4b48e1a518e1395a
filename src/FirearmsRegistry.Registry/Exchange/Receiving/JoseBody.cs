using System.Reflection;
using System.Text;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FirearmsRegistry.Registry.Exchange.Receiving;

/// <summary>
/// A signed text as the body of a request: only its declared type and its size are looked at here. What is refused for them is answered by
/// <see cref="SignedTexts"/>, not by the filter before the endpoint, so that it is counted at the door like all else.
/// </summary>
internal sealed record JoseBody(string Text, Refusal? Refusal = null)
{
    /// <summary>What a body says that it is (RFC 7515 9.2.1).</summary>
    public const string MediaType = "application/jose";

    private static readonly Refusal WrongType = new("not-jose", RefusalKind.WrongMediaType, "The body must be application/jose.")
    {
        Errors = [new InputError("header:Content-Type", null, "Must be application/jose.", "RFC 7515 9.2.1")],
    };

    private static readonly Refusal TooLarge = new("body-too-large", RefusalKind.TooLarge, "The body is too large.",
        $"A signed document may have {UnverifiedJws.Longest} bytes at the most.");

    public static async ValueTask<JoseBody?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return new JoseBody("", WrongType);
        }

        if (http.Request.ContentLength > UnverifiedJws.Longest)
            return new JoseBody("", TooLarge);
        try
        {
            var bytes = await BodyBytes.ReadAsync(http.Request.Body, UnverifiedJws.Longest, http.RequestAborted);
            return bytes.Length > UnverifiedJws.Longest ? new JoseBody("", TooLarge) : new JoseBody(Encoding.ASCII.GetString(bytes));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new JoseBody("", TooLarge);
        }
    }
}
