using System.IO.Compression;
using System.Security.Cryptography;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Web.Shared.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FirearmsRegistry.Web.Searching.Scanning;

/// <summary>
/// <c>GET /scanner/…</c>: the reader of symbols and its WebAssembly, from this server itself. A browser asks for them when somebody scans,
/// and keeps them.
/// </summary>
internal static class BrowserReaderFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (path, mediaType) in BrowserReader.Files)
        {
            var file = new Lazy<ReaderFile>(() => ReaderFile.Of(BrowserReader.Read(path), mediaType));
            routes.MapGet($"/scanner/{path}", (HttpContext http) => file.Value.Answer(http))
                .AllowAnonymous().ExcludeFromDescription().Add(PageEndpoint.Mark);
        }
    }

    /// <summary>A file, compressed once: a third of a megabyte in place of one, over a line that may be a telephone's.</summary>
    private sealed record ReaderFile(byte[] Bytes, byte[] Compressed, string MediaType, EntityTagHeaderValue Tag)
    {
        public static ReaderFile Of(byte[] bytes, string mediaType)
        {
            using var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
                brotli.Write(bytes);
            return new ReaderFile(bytes, compressed.ToArray(), mediaType, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
        }

        public IResult Answer(HttpContext http)
        {
            var brotli = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
            http.Response.Headers.CacheControl = "public, max-age=86400";
            http.Response.Headers.Vary = "Accept-Encoding";
            if (brotli)
                http.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(brotli ? Compressed : Bytes, MediaType, entityTag: Tag);
        }
    }
}
