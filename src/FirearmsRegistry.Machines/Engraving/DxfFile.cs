using System.Text;

namespace FirearmsRegistry.Machines.Engraving;

/// <summary>DXF with lines and circles, in millimetres (<c>$INSUNITS</c> 4).</summary>
internal static class DxfFile
{
    public static string Write(CutPlan plan)
    {
        var dxf = new StringBuilder();
        Add(dxf, (0, "SECTION"), (2, "HEADER"), (9, "$ACADVER"), (1, "AC1009"), (9, "$INSUNITS"), (70, "4"), (0, "ENDSEC"));
        Add(dxf, (0, "SECTION"), (2, "ENTITIES"));
        foreach (var stroke in plan.Strokes)
            foreach (var (from, to) in stroke.Zip(stroke.Skip(1)))
                Add(dxf, (0, "LINE"), (8, "TEXT"), (10, T(from.X)), (20, T(from.Y)), (30, "0"), (11, T(to.X)), (21, T(to.Y)), (31, "0"));
        foreach (var dot in plan.Dots)
            Add(dxf, (0, "CIRCLE"), (8, "SYMBOL"), (10, T(dot.Centre.X)), (20, T(dot.Centre.Y)), (30, "0"), (40, T(dot.Diameter / 2)));
        Add(dxf, (0, "ENDSEC"), (0, "EOF"));
        return dxf.ToString();
    }

    private static void Add(StringBuilder dxf, params ReadOnlySpan<(int Code, string Value)> groups)
    {
        foreach (var (code, value) in groups)
            dxf.Append(code).Append("\r\n").Append(value).Append("\r\n");
    }

    private static string T(decimal length) => CutPoint.Text(length);
}
