using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Symbols;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Searching;

/// <summary>A film of one symbol, as Chromium's camera for tests takes it: YUV4MPEG2, grey.</summary>
internal static class CameraFilm
{
    private const int Width = 640;

    private const int Height = 480;

    private const int Module = 8;

    /// <summary>Films the symbol that the registry writes for the bytes of a payload.</summary>
    public static async Task<string> OfAsync(RegistryClient client, string payload)
    {
        var matrix = JsonNode.Parse((await client.FileAsync("/api/v1/symbols", new JsonObject
        {
            ["format"] = "data_matrix",
            ["payloadHex"] = Convert.ToHexStringLower(Encoding.ASCII.GetBytes(payload)),
            ["as"] = "matrix",
        })).Bytes)!;
        var grey = new byte[Width * Height];
        Array.Fill(grey, (byte)200);
        foreach (var (row, text) in matrix["modules"]!.AsArray().Select(row => row!.GetValue<string>()).Index())
        {
            foreach (var (column, _) in text.Index().Where(each => each.Item == '#'))
            {
                for (var y = 0; y < Module; y++)
                    grey.AsSpan(((100 + (row * Module) + y) * Width) + 150 + (column * Module), Module).Fill(30);
            }
        }

        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.y4m");
        await using var film = File.Create(path);
        await film.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        var colours = new byte[Width * Height / 2];
        Array.Fill(colours, (byte)128);
        for (var frame = 0; frame < 2; frame++)
        {
            await film.WriteAsync(Encoding.ASCII.GetBytes("FRAME\n"));
            await film.WriteAsync(grey);
            await film.WriteAsync(colours);
        }

        return path;
    }
}
