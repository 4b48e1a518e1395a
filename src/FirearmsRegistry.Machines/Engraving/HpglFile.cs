using System.Globalization;
using System.Text;

namespace FirearmsRegistry.Machines.Engraving;

/// <summary>
/// HPGL. Its own unit is 0.025 mm, too coarse to be true to 0.01 mm; so the field is scaled (IP, SC) to a hundred units a millimetre.
/// </summary>
internal static class HpglFile
{
    private const int UnitsPerMillimetre = 100;
    private const int PlotterUnitsPerMillimetre = 40;
    private const int ScaledField = 100;

    public static string Write(CutPlan plan)
    {
        var hpgl = new StringBuilder("IN;SP1;");
        hpgl.Append(CultureInfo.InvariantCulture, $"IP0,0,{ScaledField * PlotterUnitsPerMillimetre},{ScaledField * PlotterUnitsPerMillimetre};");
        hpgl.Append(CultureInfo.InvariantCulture, $"SC0,{ScaledField * UnitsPerMillimetre},0,{ScaledField * UnitsPerMillimetre};");
        foreach (var stroke in plan.Strokes)
        {
            hpgl.Append("PU").Append(At(stroke[0])).Append(";PD").AppendJoin(',', stroke.Skip(1).Select(At)).Append(';');
        }

        foreach (var dot in plan.Dots)
            hpgl.Append("PU").Append(At(dot.Centre)).Append(";PD;");
        return hpgl.Append("PU0,0;SP0;").ToString();
    }

    private static string At(CutPoint point) => string.Create(CultureInfo.InvariantCulture, $"{Units(point.X)},{Units(point.Y)}");

    private static int Units(decimal length) => (int)decimal.Round(length * UnitsPerMillimetre);
}
