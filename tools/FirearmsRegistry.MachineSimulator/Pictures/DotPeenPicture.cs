using FirearmsRegistry.MachineSimulator.Simulating;
using FirearmsRegistry.Symbols.Pictures;

namespace FirearmsRegistry.MachineSimulator.Pictures;

/// <summary>
/// The picture that a camera would take of a mark: separate round dots on brushed metal, light from one side, noise, tilt. Nothing is clipped.
/// </summary>
public static class DotPeenPicture
{
    private const double Margin = 24;
    private const double LeastDot = 0.6;
    private const double MostDot = 0.8;

    /// <summary>Draws a cut as a grey PNG.</summary>
    /// <param name="cut">What was cut.</param>
    /// <param name="options">How it is seen.</param>
    /// <param name="encoder">
    /// Makes the dark modules of a symbol (row, column) from its payload; without one, all places are drawn as text.
    /// </param>
    public static byte[] Draw(CutMark cut, PictureOptions options, Func<string, bool[,]>? encoder = null)
    {
        ArgumentNullException.ThrowIfNull(cut);
        ArgumentNullException.ThrowIfNull(options);
        var symbol = encoder is not null && cut.Texts.TryGetValue(options.SymbolPlace, out var payload) ? encoder(payload) : null;
        string[] lines = [.. cut.Texts.Where(text => symbol is null || text.Key != options.SymbolPlace).OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Value)];
        return Draw(symbol, lines, cut.IsWhole, options);
    }

    /// <summary>Draws one symbol alone.</summary>
    public static byte[] Draw(bool[,] modules, PictureOptions options)
    {
        ArgumentNullException.ThrowIfNull(modules);
        ArgumentNullException.ThrowIfNull(options);
        return Draw(modules, [], isWhole: true, options);
    }

    private static byte[] Draw(bool[,]? symbol, IReadOnlyList<string> lines, bool isWhole, PictureOptions options)
    {
        var random = new Random(options.Seed);
        var layout = DotLayout.Of(symbol, lines);
        var surface = new Surface(options.Width, options.Height, random);
        // A mark that broke off stays in its upper part.
        var dots = isWhole ? layout.Dots : [.. layout.Dots.Take(layout.Dots.Count / 2)];
        var angle = (random.NextDouble() * 2 - 1) * options.Tilt * Math.PI / 180;
        var (sin, cos) = Math.SinCos(angle);
        var wide = Math.Abs(layout.Width * cos) + Math.Abs(layout.Height * sin);
        var high = Math.Abs(layout.Width * sin) + Math.Abs(layout.Height * cos);
        var pitch = Math.Min((options.Width - 2 * Margin) / wide, (options.Height - 2 * Margin) / high) * (0.7 + 0.3 * random.NextDouble());
        var size = LeastDot + (MostDot - LeastDot) * random.NextDouble();
        foreach (var (x, y) in dots)
        {
            var atX = x - layout.Width / 2 + Miss();
            var atY = y - layout.Height / 2 + Miss();
            surface.Strike(options.Width / 2.0 + pitch * (atX * cos - atY * sin), options.Height / 2.0 + pitch * (atX * sin + atY * cos), pitch * size / 2);
        }

        return PngWriter.Write(surface.Picture(options.Noise));

        double Miss() => (random.NextDouble() * 2 - 1) * options.Jitter;
    }
}
