using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>Reads a body that is a file: its declared type and its size are looked at, its content is not.</summary>
internal static class FileBody
{
    /// <summary>The bytes, or the refusal of a body of another kind or too large.</summary>
    /// <param name="http">The request.</param>
    /// <param name="mediaTypes">What the body may say that it is.</param>
    /// <param name="limit">The most bytes that are taken.</param>
    /// <param name="wrongType">The refusal of another declared type.</param>
    /// <param name="tooLarge">The refusal of a longer body.</param>
    public static async Task<Result<byte[]>> ReadAsync(
        HttpContext http, IReadOnlyList<string> mediaTypes, int limit, Func<string?, Refusal> wrongType, Refusal tooLarge)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !mediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return wrongType(http.Request.ContentType);
        }

        if (http.Request.ContentLength > limit)
            return tooLarge;
        try
        {
            var bytes = await BodyBytes.ReadAsync(http.Request.Body, limit, http.RequestAborted);
            return bytes.Length > limit ? tooLarge : bytes;
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return tooLarge;
        }
    }
}
