using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Symbols;

/// <summary>Requests of the area, as a caller writes them.</summary>
internal static class SymbolCalls
{
    public const string Readings = "/api/v1/symbols/readings";

    public static JsonObject Symbol(string format, string payload, string asWhat = "png") =>
        new() { ["format"] = format, ["payload"] = payload, ["as"] = asWhat };

    /// <summary>A file: its bytes and its type.</summary>
    public static async Task<(byte[] Bytes, string Type)> FileAsync(this RegistryClient client, string path, JsonNode body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await client.Http.PostAsync(path, content, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {Encoding.UTF8.GetString(bytes)}");
        return (bytes, answer.Content.Headers.ContentType!.ToString());
    }

    public static async Task<byte[]> PictureOfAsync(this RegistryClient client, JsonNode symbol) => (await client.FileAsync("/api/v1/symbols", symbol)).Bytes;

    public static async Task<ApiAnswer> ReadPictureAsync(
        this RegistryClient client, byte[] picture, string type = "image/png", string query = "", string? reason = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Readings + query);
        request.Content = new ByteArrayContent(picture);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (reason is not null)
            request.Headers.Add("Query-Reason", reason);
        using var answer = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new ApiAnswer((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), null, null, answer.Content.Headers.ContentType?.MediaType);
    }

    public static JsonNode OnlyCode(ApiAnswer reading) => Assert.Single(reading.Expect(200).Body!["codes"]!.AsArray())!;

    /// <summary>A PNG that is nothing but its header.</summary>
    public static byte[] PngHeader(int width, int height) =>
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. Big(width), .. Big(height), 8, 0, 0, 0, 0, 0, 0, 0, 0];

    private static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
