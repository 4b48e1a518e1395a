using System.Globalization;
using System.Text;
using FirearmsRegistry.Symbols.Pictures;

namespace FirearmsRegistry.Symbols.Writing;

/// <summary>Symbols as files, each with its quiet zone.</summary>
public static class SymbolRendering
{
    // ISO/IEC 15417 recommends bars of at least 15 % of the symbol's length.
    private const double LeastBarShare = 0.15;

    /// <summary>The symbol with its quiet zone and, where it is linear, with the height of its bars: in modules.</summary>
    public static (int Width, int Height) SizeInModules(this ModuleMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return (matrix.Columns + (2 * matrix.QuietZone), (matrix.Rows * RowHeight(matrix)) + (2 * matrix.QuietZone));
    }

    /// <summary>SVG in its printed size.</summary>
    /// <param name="matrix">The symbol.</param>
    /// <param name="moduleMillimetres">The edge of a module, 0.05 to 10 mm.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such module.</exception>
    public static string ToSvg(this ModuleMatrix matrix, double moduleMillimetres)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfLessThan(moduleMillimetres, 0.05);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(moduleMillimetres, 10);
        var (width, height) = matrix.SizeInModules();
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width * moduleMillimetres:0.###}mm\" height=\"{height * moduleMillimetres:0.###}mm\" viewBox=\"0 0 {width} {height}\" shape-rendering=\"crispEdges\">")
            .Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/><path d=\"");
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns;)
            {
                var length = Run(matrix, column, row);
                if (length > 0)
                    svg.Append(CultureInfo.InvariantCulture, $"M{column + matrix.QuietZone} {(row * RowHeight(matrix)) + matrix.QuietZone}h{length}v{RowHeight(matrix)}h-{length}z");
                column += length + 1;
            }
        }

        return svg.Append("\"/></svg>").ToString();
    }

    /// <summary>A grey PNG.</summary>
    /// <param name="matrix">The symbol.</param>
    /// <param name="pixelsPerModule">The edge of a module in pixels, 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such module.</exception>
    public static byte[] ToPng(this ModuleMatrix matrix, int pixelsPerModule) => PngWriter.Write(ToPicture(matrix, pixelsPerModule));

    /// <summary>Black modules on white.</summary>
    /// <param name="matrix">The symbol.</param>
    /// <param name="pixelsPerModule">The edge of a module in pixels, 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such module.</exception>
    public static GreyPicture ToPicture(this ModuleMatrix matrix, int pixelsPerModule)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfLessThan(pixelsPerModule, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pixelsPerModule, 100);
        var (quiet, rowHeight) = (matrix.QuietZone, RowHeight(matrix));
        var (width, height) = matrix.SizeInModules();
        var picture = new GreyPicture(width * pixelsPerModule, height * pixelsPerModule);
        for (var y = 0; y < picture.Height; y++)
        {
            var moduleY = (y / pixelsPerModule) - quiet;
            var row = moduleY >= 0 ? moduleY / rowHeight : -1;
            for (var x = 0; x < picture.Width; x++)
            {
                var column = (x / pixelsPerModule) - quiet;
                var dark = row >= 0 && row < matrix.Rows && column >= 0 && column < matrix.Columns && matrix[column, row];
                picture.Pixels[(y * picture.Width) + x] = dark ? byte.MinValue : byte.MaxValue;
            }
        }

        return picture;
    }

    /// <summary>One line of text a row: <c>#</c> for a dark module, <c>.</c> for a light one.</summary>
    public static string ToText(this ModuleMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return string.Join('\n', Enumerable.Range(0, matrix.Rows)
            .Select(row => string.Concat(Enumerable.Range(0, matrix.Columns).Select(column => matrix[column, row] ? '#' : '.'))));
    }

    private static int RowHeight(ModuleMatrix matrix) => matrix.IsLinear ? (int)Math.Ceiling(matrix.Columns * LeastBarShare) : 1;

    private static int Run(ModuleMatrix matrix, int column, int row)
    {
        var length = 0;
        while (column + length < matrix.Columns && matrix[column + length, row])
            length++;
        return length;
    }
}
