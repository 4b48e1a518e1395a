using System.Reflection;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Symbols;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

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
        var read = await FileBody.ReadAsync(
            http, MediaTypes, limits.MostBytes, seen => SymbolErrors.NotPictureType(seen, MediaTypes), SymbolErrors.TooLarge(limits));
        return read.Refused(out var refusal, out var bytes) ? new PictureBody(default, refusal) : new PictureBody(bytes);
    }
}
