using System.Globalization;
using FirearmsRegistry.Benchmarks.DrawingPictures;
using FirearmsRegistry.MachineSimulator.Pictures;
using FirearmsRegistry.MachineSimulator.Simulating;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Payloads;
using FirearmsRegistry.Symbols;
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
    private const string TextPlace = "1";

    private const string SymbolPlace = "2";

    private static readonly Ncage Authority = Ncage.Parse("0GH01").GetOrThrow();

    /// <summary>Printed labels on a cluttered bench.</summary>
    public static Task<PictureSet> CameraAsync(ISymbolEngine engine, string directory, int count, CancellationToken token) => DrawAsync(
        "camera pictures 1280×960", "camera", 0.98, directory, count,
        async (_, payload, seed, stop) =>
        {
            var matrix = (await engine.WriteAsync(SymbolOrder.Text(SymbolFormat.DataMatrix, payload), stop)).GetOrThrow();
            return PngWriter.Write(CameraPicture.Draw(matrix, 1280, 960, seed));
        },
        token);

    /// <summary>Marks of text and symbol on metal, as the machine simulator's camera sees them.</summary>
    public static async Task<PictureSet> DotPeenAsync(string directory, int count, CancellationToken token)
    {
        using var camera = new SimulatedCamera(directory, SymbolPlace);
        return await DrawAsync("dot-peen pictures 640×480", "dot_peen", 0.95, directory, count, (number, payload, seed, stop) => camera.TakeAsync(
            new CutMark("", new Dictionary<string, string> { [TextPlace] = number.Printed, [SymbolPlace] = payload }, IsWhole: true), seed, stop), token);
    }

    private static async Task<PictureSet> DrawAsync(
        string name, string code, double toRead, string directory, int count, Func<NationalNumber, string, int, CancellationToken, Task<byte[]>> draw,
        CancellationToken token)
    {
        var pictures = new (string File, string Number)[count];
        var numbers = Numbers(count);
        await Parallel.ForAsync(0, count, token, async (i, stop) =>
        {
            // Macro 06 with one element, the enterprise and serial number of MH10.8.2: 18×18 modules.
            var payload = NationalPayload.Of(Authority, numbers[i]).Text;
            var file = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{code}-{i:000}.png"));
            await File.WriteAllBytesAsync(file, await draw(numbers[i], payload, i, stop), stop);
            pictures[i] = (file, numbers[i].ToString());
        });
        return new PictureSet(name, code, pictures, toRead);
    }

    private static NationalNumber[] Numbers(int count)
    {
        var series = SeriesCode.Parse("GH26A").GetOrThrow();
        var (numbers, running) = (new NationalNumber[count], 0);
        for (var i = 0; i < count; i++)
        {
            var next = NumberSequence.NextAfter(series, running).Number!.Value;
            (numbers[i], running) = (next, next.Running);
        }

        return numbers;
    }
}
