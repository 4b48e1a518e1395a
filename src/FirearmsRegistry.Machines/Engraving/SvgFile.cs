using System.Text;

namespace FirearmsRegistry.Machines.Engraving;

/// <summary>SVG in millimetres: one path for each stroke, one filled circle for each dot.</summary>
internal static class SvgFile
{
    public static string Write(CutPlan plan)
    {
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").Append(T(plan.Width)).Append("mm\" height=\"").Append(T(plan.Height))
            .Append("mm\" viewBox=\"0 0 ").Append(T(plan.Width)).Append(' ').Append(T(plan.Height)).Append("\">\n");
        foreach (var stroke in plan.Strokes)
            svg.Append("<path fill=\"none\" stroke=\"black\" stroke-width=\"0.1\" d=\"M")
                .AppendJoin(" L", stroke.Select(point => $"{T(point.X)},{T(plan.Height - point.Y)}")).Append("\"/>\n");
        foreach (var dot in plan.Dots)
            svg.Append("<circle cx=\"").Append(T(dot.Centre.X)).Append("\" cy=\"").Append(T(plan.Height - dot.Centre.Y))
                .Append("\" r=\"").Append(T(dot.Diameter / 2)).Append("\"/>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static string T(decimal length) => CutPoint.Text(length);
}
