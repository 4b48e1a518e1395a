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

    private static readonly Millimetres Wide = Of(60m);
    private static readonly Millimetres High = Of(20m);
    private static readonly Millimetres Capitals = Of(3m);
    private static readonly Millimetres Module = Of(0.5m);

    /// <exception cref="MachineRefusedException">The machine marks no symbols, and the job has one.</exception>
    public async Task<MarkingOrder> OfAsync(StationJob job, CancellationToken token)
    {
        var variables = new List<MarkVariable>();
        if (job.Payload is { } payload)
        {
            if (settings.SymbolVariable is not { Length: > 0 } place)
                throw new MachineRefusedException(new MachineRefusal("no-symbol-place", RefusalOrigin.Order, "The settings name no place for a symbol."));
            variables.Add(new MarkVariable(place, Encoding.Latin1.GetString(Convert.FromHexString(payload))));
        }

        variables.Add(new MarkVariable(settings.TextVariable, job.Text));
        return new MarkingOrder(job.Id, job.Layout, variables)
        {
            Drawing = settings.Machine.Driver == Engraver ? await DrawingAsync(job, token) : null,
        };
    }

    private async Task<MarkDrawing> DrawingAsync(StationJob job, CancellationToken token)
    {
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

            symbols.Add(new DrawnSymbol(modules, 1m, 6m, Module));
        }

        return new MarkDrawing(Wide, High, [new DrawnText(job.Text, 1m, 1m, Capitals)], symbols);
    }

    private static Millimetres Of(decimal value) => Millimetres.Of(value).GetOrThrow();
}
