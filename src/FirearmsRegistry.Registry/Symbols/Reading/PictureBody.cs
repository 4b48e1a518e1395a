using System.Reflection;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Symbols;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace FirearmsRegistry.Registry.Symbols.Reading;

/// <summary>A picture as the body of a request: only its declared type and its size are looked at here.</summary>
internal sealed record PictureBody(ReadOnlyMemory<byte> Bytes, Refusal? Refusal = null) : IRequestPart
{
    /// <summary>What a body may say that it is; the bytes decide.</summary>
    public static IReadOnlyList<string> MediaTypes { get; } =
        ["image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp", "application/octet-stream"];

    public static async ValueTask<PictureBody?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var limits = http.RequestServices.GetRequiredService<SymbolLimits>();
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !MediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return new PictureBody(default, SymbolErrors.NotPictureType(http.Request.ContentType, MediaTypes));
        }

        if (http.Request.ContentLength > limits.MostBytes)
            return new PictureBody(default, SymbolErrors.TooLarge(limits));
        try
        {
            var bytes = await BodyBytes.ReadAsync(http.Request.Body, limits.MostBytes, http.RequestAborted);
            return bytes.Length > limits.MostBytes ? new PictureBody(default, SymbolErrors.TooLarge(limits)) : new PictureBody(bytes);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new PictureBody(default, SymbolErrors.TooLarge(limits));
        }
    }
}
