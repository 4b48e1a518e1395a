using System.Globalization;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Drawing;
using FirearmsRegistry.Symbols.Pictures;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Benchmarks.ReadingSymbols;

/// <summary>Pictures on disk, each with a symbol of its own national number.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Code">For the JSON line.</param>
/// <param name="Pictures">The files and the numbers in them.</param>
/// <param name="ToRead">The share of them to be read.</param>
internal sealed record PictureSet(string Name, string Code, IReadOnlyList<(string File, string Number)> Pictures, double ToRead)
{
    public static Task<PictureSet> CameraAsync(ISymbolEngine engine, string directory, int count, CancellationToken token) => DrawAsync(
        "camera pictures 1280×960", "camera", 0.98, engine, directory, count,
        (matrix, seed) => PngWriter.Write(CameraPicture.Draw(matrix, 1280, 960, seed)), token);

    public static Task<PictureSet> DotPeenAsync(ISymbolEngine engine, string directory, int count, CancellationToken token) => DrawAsync(
        "dot-peen pictures 640×480", "dot_peen", 0.95, engine, directory, count,
        (matrix, seed) => PngWriter.Write(DotPeenPicture.Draw(matrix, 640, 480, seed)), token);

    private static async Task<PictureSet> DrawAsync(
        string name, string code, double toRead, ISymbolEngine engine, string directory, int count, Func<ModuleMatrix, int, byte[]> draw, CancellationToken token)
    {
        var pictures = new (string File, string Number)[count];
        var numbers = Numbers(count);
        await Parallel.ForAsync(0, count, token, async (i, stop) =>
        {
            // Macro 06 with one element, the enterprise and serial number of MH10.8.2: 18×18 modules.
            var payload = $"[)>\u001e06\u001d25SD0GH01{numbers[i]}\u001e\u0004";
            var matrix = (await engine.WriteAsync(SymbolOrder.Text(SymbolFormat.DataMatrix, payload), stop)).GetOrThrow();
            var file = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{code}-{i:000}.png"));
            await File.WriteAllBytesAsync(file, draw(matrix, i), stop);
            pictures[i] = (file, numbers[i]);
        });
        return new PictureSet(name, code, pictures, toRead);
    }

    private static string[] Numbers(int count)
    {
        var series = SeriesCode.Parse("GH26A").GetOrThrow();
        var (numbers, running) = (new string[count], 0);
        for (var i = 0; i < count; i++)
        {
            var next = NumberSequence.NextAfter(series, running).Number!.Value;
            (numbers[i], running) = (next.ToString(), next.Running);
        }

        return numbers;
    }
}
