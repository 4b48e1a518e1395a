using System.Text;

namespace FirearmsRegistry.Machines.Engraving;

/// <summary>G-code as Grbl takes it: millimetres, absolute, a tool that dips into the metal.</summary>
internal static class GCodeFile
{
    public static string Write(CutPlan plan, EngravingTool tool)
    {
        var (code, depth) = (new StringBuilder(), plan.Depth ?? tool.Depth);
        Line(code, "G21");
        Line(code, "G90");
        Line(code, "G94");
        Line(code, $"F{T(tool.Feed)}");
        Line(code, $"G0 Z{T(tool.Lift)}");
        foreach (var stroke in plan.Strokes)
        {
            Line(code, $"G0 {At(stroke[0])}");
            Line(code, $"G1 Z-{T(depth)}");
            foreach (var point in stroke.Skip(1))
                Line(code, $"G1 {At(point)}");
            Line(code, $"G0 Z{T(tool.Lift)}");
        }

        foreach (var dot in plan.Dots)
        {
            Line(code, $"G0 {At(dot.Centre)}");
            Line(code, $"G1 Z-{T(depth)}");
            Line(code, $"G0 Z{T(tool.Lift)}");
        }

        Line(code, "G0 X0 Y0");
        Line(code, "M2");
        return code.ToString();
    }

    private static void Line(StringBuilder code, string line) => code.Append(line).Append('\n');

    private static string At(CutPoint point) => $"X{T(point.X)} Y{T(point.Y)}";

    private static string T(decimal length) => CutPoint.Text(length);
}

/// <summary>How a tool that dips is moved.</summary>
/// <param name="Depth">Depth of the cut, mm. The floor for a mark on a firearm is 0.0762 mm (Implementing Directive (EU) 2024/325; 27 CFR 478.92).</param>
/// <param name="Lift">Height over the metal on the way, mm.</param>
/// <param name="Feed">Speed in the metal, mm a minute.</param>
internal sealed record EngravingTool(decimal Depth, decimal Lift, decimal Feed);
