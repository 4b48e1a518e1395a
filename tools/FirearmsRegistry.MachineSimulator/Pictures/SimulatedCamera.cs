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
public sealed class SimulatedCamera(string folder, string? symbolPlace) : IDisposable
{
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
                await KeepAsync(simulator.Cuts[drawn], drawn, cancellation);
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

    private async Task KeepAsync(CutMark cut, int number, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var picture = Path.Combine(folder, number.ToString("0000", CultureInfo.InvariantCulture) + ".png");
        var lines = cut.Texts.Where(text => text.Key != symbolPlace).OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Value);
        await File.WriteAllLinesAsync(Path.ChangeExtension(picture, ".txt"), lines, cancellation);
        // Renamed when it is whole: whoever watches the folder never reads half a picture.
        await File.WriteAllBytesAsync(picture + ".new", await TakeAsync(cut, number, cancellation), cancellation);
        File.Move(picture + ".new", picture, overwrite: true);
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
