using System.Text.Json.Serialization;
using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Machines.Engraving;

/// <summary>Files for engravers without a protocol. Sizes are true to 0.01 mm.</summary>
public static class EngravingFile
{
    private static readonly EngravingTool DefaultTool = new(0.15m, 1m, 300m);

    /// <summary>The file for a drawing, with a cut of 0.15 mm where the format knows depths and the drawing says none.</summary>
    /// <exception cref="MachineRefusedException">
    /// A character is not in the font, a part lies outside the field, or a share of dots is out of range.
    /// </exception>
    public static string Write(EngravingFormat format, MarkDrawing drawing) => Write(format, drawing, DefaultTool);

    internal static string Write(EngravingFormat format, MarkDrawing drawing, EngravingTool tool)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var plan = CutPlan.Of(drawing);
        return format switch
        {
            EngravingFormat.Svg => SvgFile.Write(plan),
            EngravingFormat.Dxf => DxfFile.Write(plan),
            EngravingFormat.Gcode => GCodeFile.Write(plan, tool),
            EngravingFormat.Hpgl => HpglFile.Write(plan),
        };
    }

    internal static EngravingTool Tool(OptionReader options) => new(
        options.Decimal("depth-mm", DefaultTool.Depth, 0.01m, 5m),
        options.Decimal("lift-mm", DefaultTool.Lift, 0.1m, 100m),
        options.Decimal("feed-mm-min", DefaultTool.Feed, 1m, 100_000m));
}

/// <summary>The formats of engraving files; the code is the file's ending too.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum EngravingFormat
{
    /// <summary>Scalable Vector Graphics, in millimetres.</summary>
    Svg,

    /// <summary>Drawing exchange format, lines and circles in millimetres.</summary>
    Dxf,

    /// <summary>G-code as Grbl takes it.</summary>
    Gcode,

    /// <summary>Hewlett-Packard Graphics Language, scaled to 0.01 mm.</summary>
    Hpgl,
}
