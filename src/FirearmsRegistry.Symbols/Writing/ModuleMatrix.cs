using System.Collections;

namespace FirearmsRegistry.Symbols.Writing;

/// <summary>A symbol's modules without its quiet zone. A linear symbol has one row.</summary>
public sealed class ModuleMatrix
{
    private readonly BitArray _dark;

    /// <summary>Takes the modules row by row.</summary>
    /// <param name="format">Their symbol's kind.</param>
    /// <param name="columns">Modules in a row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="isDark">By column and row.</param>
    public ModuleMatrix(SymbolFormat format, int columns, int rows, Func<int, int, bool> isDark)
    {
        ArgumentNullException.ThrowIfNull(isDark);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        (Format, Columns, Rows, _dark) = (format, columns, rows, new BitArray(columns * rows));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                _dark[(row * columns) + column] = isDark(column, row);
        }
    }

    /// <summary>The kind of symbol.</summary>
    public SymbolFormat Format { get; }

    /// <summary>Modules in a row.</summary>
    public int Columns { get; }

    /// <summary>Rows of modules.</summary>
    public int Rows { get; }

    /// <summary>Whether one row says all.</summary>
    public bool IsLinear => Rows == 1;

    /// <summary>The light frame that the kind's standard asks for around the symbol, in modules.</summary>
    public int QuietZone => Format switch
    {
        SymbolFormat.QrCode => 4,
        SymbolFormat.Code_128 => 10,
        SymbolFormat.Pdf417 => 2,
        SymbolFormat.Aztec => 1,
        _ => 1,
    };

    /// <summary>Whether a module is dark.</summary>
    /// <param name="column">From the left, beginning with 0.</param>
    /// <param name="row">From above, beginning with 0.</param>
    public bool this[int column, int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
            return _dark[(row * Columns) + column];
        }
    }
}
