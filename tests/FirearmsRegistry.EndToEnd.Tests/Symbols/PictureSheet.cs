using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Symbols.Pictures;

namespace FirearmsRegistry.EndToEnd.Tests.Symbols;

/// <summary>A picture of several symbols side by side.</summary>
internal static class PictureSheet
{
    private const int Cell = 120;

    private const int Across = 6;

    public static async Task<byte[]> OfAsync(RegistryClient client, IEnumerable<string> payloads)
    {
        var symbols = new List<JsonNode>();
        foreach (var payload in payloads)
            symbols.Add(JsonNode.Parse((await client.FileAsync("/api/v1/symbols", SymbolCalls.Symbol("data_matrix", payload, "matrix"))).Bytes)!);
        var sheet = new GreyPicture(Cell * Across, Cell * ((symbols.Count + Across - 1) / Across));
        sheet.Pixels.Fill(byte.MaxValue);
        foreach (var (index, symbol) in symbols.Index())
            Draw(sheet, symbol["modules"]!.AsArray(), (index % Across * Cell) + 20, (index / Across * Cell) + 20);
        return PngWriter.Write(sheet);
    }

    private static void Draw(GreyPicture sheet, JsonArray rows, int left, int top)
    {
        const int module = 4;
        foreach (var (row, text) in rows.Select(row => row!.GetValue<string>()).Index())
        {
            foreach (var (column, _) in text.Index().Where(each => each.Item == '#'))
            {
                for (var y = 0; y < module; y++)
                    sheet.Pixels.Slice(((top + (row * module) + y) * sheet.Width) + left + (column * module), module).Clear();
            }
        }
    }
}
