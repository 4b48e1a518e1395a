using System.Globalization;
using FirearmsRegistry.MachineSimulator.Simulating;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Engine;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.MachineSimulator.Pictures;

/// <summary>
/// The camera above the simulated machine: leaves a picture of each cut in a folder, and beside it the text that a person would read there.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="symbolPlace">The place whose text is cut as a Data Matrix; none where all are cut as text.</param>
/// <param name="shots">
/// How many pictures are taken of a cut at the most: another one, in another light, as long as the symbol cannot be read, as a person would.
/// </param>
public sealed class SimulatedCamera(string folder, string? symbolPlace, int shots = 1) : IDisposable
{
    private const int SeedsBetweenShots = 100_000;

    private readonly ZXingSymbolEngine _engine = new();

    /// <summary>Takes a picture of each cut until it is interrupted.</summary>
    public async Task KeepPicturesAsync(Simulator simulator, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        try
        {
            for (var drawn = 0; ; drawn++)
            {
                await simulator.WaitUntilAsync(machine => machine.Cuts.Count > drawn, cancellation);
                for (var shot = 0; shot < shots && !await KeepAsync(simulator.Cuts[drawn], drawn, shot, cancellation); shot++)
                {
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Interrupted: the camera is switched off.
        }
    }

    /// <summary>The picture of a cut.</summary>
    public async Task<byte[]> TakeAsync(CutMark cut, int number, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cut);
        var options = new PictureOptions { Seed = number };
        if (symbolPlace is null || !cut.Texts.TryGetValue(symbolPlace, out var payload) || payload.Length == 0)
            return DotPeenPicture.Draw(cut, options);
        var matrix = (await _engine.WriteAsync(SymbolOrder.Text(SymbolFormat.DataMatrix, payload), cancellation)).GetOrThrow();
        return DotPeenPicture.Draw(cut, options with { SymbolPlace = symbolPlace }, _ => Modules(matrix));
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    /// <summary>Keeps a picture; false where its symbol cannot be read and another light may help.</summary>
    private async Task<bool> KeepAsync(CutMark cut, int number, int shot, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{number:0000}{(shot == 0 ? "" : $"-{shot + 1}")}.png");
        var picture = Path.Combine(folder, name);
        var lines = cut.Texts.Where(text => text.Key != symbolPlace).OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Value);
        await File.WriteAllLinesAsync(Path.ChangeExtension(picture, ".txt"), lines, cancellation);
        // Renamed when it is whole: whoever watches the folder never reads half a picture.
        var bytes = await TakeAsync(cut, number + (shot * SeedsBetweenShots), cancellation);
        await File.WriteAllBytesAsync(picture + ".new", bytes, cancellation);
        File.Move(picture + ".new", picture, overwrite: true);
        return shots == 1 || symbolPlace is null || !cut.IsWhole
            || ((await _engine.ReadAsync(bytes, cancellation)).TryGet(out var reading, out _) && reading.Symbols.Count > 0);
    }

    private static bool[,] Modules(ModuleMatrix matrix)
    {
        var modules = new bool[matrix.Rows, matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
                modules[row, column] = matrix[column, row];
        }

        return modules;
    }
}
