using System.Text;
using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Sdmx;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Indicators.Sdmx.Writing;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Indicators.Tests.Sdmx;

/// <summary>Messages of the public counts.</summary>
internal static class SdmxCase
{
    public static SdmxStructure Structure { get; } = SdmxStructures.BuiltIn.Find("1.22")!;

    public static IReadOnlyList<SdmxObservation> Observations(TwoYear twoYear, string? country = null)
    {
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "fixtures", "iafq", "tracing-counts.csv"));
        var tables = CountsFile.Read(file).Items.Where(table => country is null || table.Country.Alpha3 == country);
        return FigureObservations.Of(Structure, FigureRows.Compute(tables, FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable, twoYear), _ => false);
    }

    public static string Text(SdmxFormat format, IReadOnlyList<SdmxObservation> observations)
    {
        using var output = new MemoryStream();
        SdmxWriter.Write(output, format, Structure, observations,
            new SdmxEnvelope("ESP-2020", new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), "ES_NSO", Test: true));
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
