namespace FirearmsRegistry.MachineSimulator.Pictures;

/// <summary>Where the dots of a mark stand, in pitches from the upper left corner: the symbol above, the lines of text below it.</summary>
internal sealed record DotLayout(double Width, double Height, IReadOnlyList<(double X, double Y)> Dots)
{
    private const double Quiet = 2;
    private const double TextPitch = 0.6;
    private const double LineGap = 2;

    public static DotLayout Of(bool[,]? symbol, IReadOnlyList<string> lines)
    {
        var dots = new List<(double, double)>();
        var (width, top) = (0.0, 0.0);
        if (symbol is not null)
        {
            Add(dots, symbol, 0, 1);
            width = symbol.GetLength(1);
            top = symbol.GetLength(0) + Quiet;
        }

        foreach (var line in lines)
        {
            var text = DotFont.Modules(line);
            Add(dots, text, top, TextPitch);
            width = Math.Max(width, text.GetLength(1) * TextPitch);
            top += (DotFont.Height + LineGap) * TextPitch;
        }

        // The quiet zone round about keeps a tilted corner inside the picture too.
        return new DotLayout(width + 2 * Quiet, top + 2 * Quiet, [.. dots.Select(dot => (dot.Item1 + Quiet, dot.Item2 + Quiet))]);
    }

    private static void Add(List<(double, double)> dots, bool[,] modules, double top, double pitch)
    {
        for (var row = 0; row < modules.GetLength(0); row++)
            for (var column = 0; column < modules.GetLength(1); column++)
                if (modules[row, column])
                    dots.Add(((column + 0.5) * pitch, top + (row + 0.5) * pitch));
    }
}
