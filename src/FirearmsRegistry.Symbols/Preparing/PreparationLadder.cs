using FirearmsRegistry.Symbols.Engine;
using FirearmsRegistry.Symbols.Pictures;
using FirearmsRegistry.Symbols.Reading;

namespace FirearmsRegistry.Symbols.Preparing;

/// <summary>
/// Reads a picture as it is and, where that finds nothing, prepared in one way after the other, the cheapest first, until one helps.
/// </summary>
/// <param name="picture">As decoded.</param>
/// <param name="read">The engine.</param>
/// <param name="mayGoOn">Whether there is time for one more step.</param>
internal sealed class PreparationLadder(
    GreyPicture picture, Func<GreyPicture, ReadingEffort, IReadOnlyList<ReadSymbol>> read, Func<bool> mayGoOn)
{
    /// <summary>The picture as it is.</summary>
    public const string AsItIs = "none";

    // More is not enlarged: its symbols have enough pixels. Beside a symbol that was found, what has more is halved to look for others.
    private const int SmallPixels = 250_000;

    // What is dear is not done with more: a telephone's twelve million pixels would take all the time that a picture has.
    private const int MostPixels = 4_000_000;

    /// <summary>Climbs it.</summary>
    public PictureReading Climb()
    {
        var found = read(picture, ReadingEffort.Square);
        if (found.Count > 0)
            return Answer(AsItIs, Beside(found, [ReadingEffort.SquareAround, ReadingEffort.Others, ReadingEffort.LinearHarder], [ReadingEffort.Linear]));

        var (step, symbols) = FirstOf(Cheap);
        if (symbols.Count > 0)
            return Answer(step, Beside(symbols, [ReadingEffort.Others], [ReadingEffort.Linear]));
        if (Everything() is { Count: > 0 } others)
            return Answer(AsItIs, others);
        (step, symbols) = FirstOf(Dear);
        return Answer(step, symbols);
    }

    private static ReadOnlySpan<Step> Cheap => new Step[]
    {
        new("shrink_3_darken", 3, small => Preparations.Darken(small, 1)),
        new("shrink_2_darken", 2, small => Preparations.Darken(small, 1)),
        new("shrink_2_blur", 2, small => Preparations.Blur(small, 1)),
        new("shrink_4", 4, small => small),
        new("shrink_2_blur_darken", 2, small => Preparations.Darken(Preparations.Blur(small, 1), 1)),
        new("shrink_6_darken", 6, small => Preparations.Darken(small, 1)),
    };

    private static ReadOnlySpan<Step> Dear => new Step[]
    {
        new("shrink_2_darken_blur", 2, small => Preparations.Blur(Preparations.Darken(small, 2), 1)),
        new("shrink_3_brighten", 3, small => Preparations.Invert(Preparations.Brighten(small, 1))),
        new("shrink_2_contrast", 2, Preparations.Contrast),
        new("shrink_3_contrast_darken", 3, small => Preparations.Darken(Preparations.Contrast(small), 1)),
        new("shrink_8_darken", 8, small => Preparations.Darken(small, 1)),
        new("blur", 1, same => Preparations.Blur(same, 1)),
        new("enlarge", 1, same => same.Width * same.Height <= SmallPixels ? Preparations.Enlarge(same) : same),
    };

    private List<ReadSymbol> Everything()
    {
        var factor = 1;
        while (picture.Width / factor * (picture.Height / factor) > MostPixels)
            factor++;
        var shrunk = factor > 1 ? Preparations.Shrink(picture, factor) : picture;
        return [.. read(shrunk, ReadingEffort.Everything).Select(symbol => Enlarged(symbol, (double)picture.Width / shrunk.Width))];
    }

    private PictureReading Answer(string step, IReadOnlyList<ReadSymbol> symbols) => new(picture.Width, picture.Height, symbols, step);

    /// <summary>Adds the symbols beside those that were found, each once.</summary>
    private List<ReadSymbol> Beside(IReadOnlyList<ReadSymbol> found, ReadingEffort[] inHalf, ReadingEffort[] inWhole)
    {
        var all = found.ToList();
        if (!mayGoOn())
            return all;
        var isSmall = picture.Width * picture.Height <= SmallPixels;
        var half = isSmall ? picture : Preparations.Shrink(picture, 2);
        Add(inHalf.SelectMany(effort => read(half, effort)).Select(symbol => Enlarged(symbol, (double)picture.Width / half.Width)));
        if (!isSmall)
            Add(inWhole.SelectMany(effort => read(picture, effort)));
        return all;

        void Add(IEnumerable<ReadSymbol> more)
        {
            foreach (var symbol in more)
            {
                if (!all.Exists(other => IsSame(symbol, other)))
                    all.Add(symbol);
            }
        }
    }

    /// <summary>Whether one symbol was read twice: equal ones lie side by side, and each outside of the other.</summary>
    private static bool IsSame(ReadSymbol one, ReadSymbol other)
    {
        if (one.Format != other.Format || one.Text != other.Text)
            return false;
        var (x, y) = (one.Position.Corners.Average(corner => corner.X), one.Position.Corners.Average(corner => corner.Y));
        return x >= other.Position.Corners.Min(corner => corner.X) && x <= other.Position.Corners.Max(corner => corner.X)
            && y >= other.Position.Corners.Min(corner => corner.Y) && y <= other.Position.Corners.Max(corner => corner.Y);
    }

    private (string Step, IReadOnlyList<ReadSymbol> Symbols) FirstOf(ReadOnlySpan<Step> steps)
    {
        // A symbol that is legible when it is smaller than this has been read as it is.
        const int leastEdge = 60;
        foreach (var step in steps)
        {
            if (Math.Min(picture.Width, picture.Height) / step.Factor < leastEdge || (step.Factor == 1 && picture.Width * picture.Height > MostPixels))
                continue;
            if (!mayGoOn())
                break;
            var prepared = step.Prepare(step.Factor > 1 ? Preparations.Shrink(picture, step.Factor) : picture);
            if (read(prepared, ReadingEffort.Prepared) is { Count: > 0 } found)
                return (step.Name, [.. found.Select(symbol => Enlarged(symbol, (double)picture.Width / prepared.Width))]);
        }

        return (AsItIs, []);
    }

    private static ReadSymbol Enlarged(ReadSymbol symbol, double factor)
    {
        if (factor == 1)
            return symbol;
        PixelPoint Point(PixelPoint point) => new((int)Math.Round((point.X + 0.5) * factor), (int)Math.Round((point.Y + 0.5) * factor));
        var position = symbol.Position;
        return symbol with
        {
            Position = new SymbolPosition(Point(position.TopLeft), Point(position.TopRight), Point(position.BottomRight), Point(position.BottomLeft)),
        };
    }

    private sealed record Step(string Name, int Factor, Func<GreyPicture, GreyPicture> Prepare);
}
