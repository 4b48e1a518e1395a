using System.Globalization;
using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.Engraving;

/// <summary>A drawing taken apart into what tools can do: lines to follow and dots to strike, in millimetres, y upwards.</summary>
internal sealed record CutPlan(decimal Width, decimal Height, IReadOnlyList<IReadOnlyList<CutPoint>> Strokes, IReadOnlyList<CutDot> Dots)
{
    /// <summary>How deep to cut; null where the tool's own depth holds.</summary>
    public decimal? Depth { get; private init; }

    public static CutPlan Of(MarkDrawing drawing)
    {
        var plan = new CutPlan(
            drawing.Width.Value, drawing.Height.Value, [.. drawing.Texts.SelectMany(StrokesOf)], [.. drawing.Symbols.SelectMany(DotsOf)])
        {
            Depth = drawing.Depth?.Value,
        };
        plan.RefuseOutside();
        return plan;
    }

    private static IEnumerable<IReadOnlyList<CutPoint>> StrokesOf(DrawnText text)
    {
        var unit = text.Height.Value / StrokeFont.CapHeight;
        for (var i = 0; i < text.Text.Length; i++)
        {
            var left = text.X + i * StrokeFont.Advance * unit;
            foreach (var stroke in StrokeFont.Of(text.Text[i]))
                yield return [.. stroke.Select(point => new CutPoint(left + point.X * unit, text.Y + point.Y * unit))];
        }
    }

    private static IEnumerable<CutDot> DotsOf(DrawnSymbol symbol)
    {
        if (symbol.DotShare is < 0.1m or > 1)
            throw Refusals.Order("wrong-dot-share", "The dots' diameter is 0.1 to 1 of the modules' pitch.").Thrown();
        var pitch = symbol.ModuleSize.Value;
        var rows = symbol.Modules.GetLength(0);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < symbol.Modules.GetLength(1); column++)
                if (symbol.Modules[row, column])
                    yield return new CutDot(
                        new CutPoint(symbol.X + (column + 0.5m) * pitch, symbol.Y + (rows - row - 0.5m) * pitch), pitch * symbol.DotShare);
    }

    private void RefuseOutside()
    {
        if (!Strokes.SelectMany(stroke => stroke).All(point => IsInside(point, 0)) || !Dots.All(dot => IsInside(dot.Centre, dot.Diameter / 2)))
            throw Refusals.Order("outside-drawing", "A part of the mark lies outside the drawing's field.").Thrown();
    }

    private bool IsInside(CutPoint point, decimal margin) =>
        point.X - margin >= 0 && point.Y - margin >= 0 && point.X + margin <= Width && point.Y + margin <= Height;
}

/// <summary>A place, in millimetres.</summary>
internal readonly record struct CutPoint(decimal X, decimal Y)
{
    /// <summary>A length as files have it, with the four decimals that a least depth of 0.0762 mm needs so as not to be undercut.</summary>
    public static string Text(decimal length) => decimal.Round(length, 4).ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>A dot, in millimetres.</summary>
internal readonly record struct CutDot(CutPoint Centre, decimal Diameter);
