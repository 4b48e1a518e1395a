using System.Text;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Engraving;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Station.Configuring;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Station.Marking;

/// <summary>Tells a job in the machine's words.</summary>
internal sealed class MachineOrders(StationSettings settings, ISymbolEngine engine)
{
    private const string Engraver = "engraving-file";

    // Around the mark, and between text and symbol: more than the quiet zone of a Data Matrix.
    private const decimal Gap = 1m;

    // Where an order does not say how high the characters are.
    private const decimal UsualHeight = 2m;

    private const decimal Module = 0.5m;

    /// <exception cref="MachineRefusedException">The machine marks no symbols, and the job has one.</exception>
    public async Task<MarkingOrder> OfAsync(StationJob job, CancellationToken token)
    {
        if (settings.Machine.Driver == Engraver)
            return new MarkingOrder(job.Id, job.Layout, []) { Drawing = await DrawingAsync(job, token) };
        var variables = new List<MarkVariable>();
        if (job.Payload is { } payload)
        {
            if (settings.SymbolVariable is not { Length: > 0 } place)
                throw new MachineRefusedException(new MachineRefusal("no-symbol-place", RefusalOrigin.Order, "The settings name no place for a symbol."));
            variables.Add(new MarkVariable(place, Encoding.Latin1.GetString(Convert.FromHexString(payload))));
        }

        variables.Add(new MarkVariable(settings.TextVariable, job.Text));
        return new MarkingOrder(job.Id, job.Layout, variables);
    }

    /// <summary>The symbol above the text, whose characters are as high, and cut as deep, as the order says.</summary>
    private async Task<MarkDrawing> DrawingAsync(StationJob job, CancellationToken token)
    {
        var height = job.HeightMm ?? UsualHeight;
        // The engraving font is as wide as it is high.
        var (wide, high) = ((job.Text.Length * height) + (2 * Gap), height + (2 * Gap));
        var symbols = new List<DrawnSymbol>();
        if (job.Payload is { } payload)
        {
            var matrix = (await engine.WriteAsync(new SymbolOrder(SymbolFormat.DataMatrix, Convert.FromHexString(payload)), token)).GetOrThrow();
            var modules = new bool[matrix.Rows, matrix.Columns];
            for (var row = 0; row < matrix.Rows; row++)
            {
                for (var column = 0; column < matrix.Columns; column++)
                    modules[row, column] = matrix[column, row];
            }

            symbols.Add(new DrawnSymbol(modules, Gap, high, Of(Module)));
            (wide, high) = (Math.Max(wide, (matrix.Columns * Module) + (2 * Gap)), high + (matrix.Rows * Module) + Gap);
        }

        return new MarkDrawing(Of(wide), Of(high), [new DrawnText(job.Text, Gap, Gap, Of(height))], symbols)
        {
            Depth = job.DepthMm is { } depth ? Of(depth) : null,
        };
    }

    private static Millimetres Of(decimal value) => Millimetres.Of(value).GetOrThrow();
}
