using System.Xml.Linq;
using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Engraving;
using FirearmsRegistry.Station.Configuring;
using FirearmsRegistry.Station.Marking;
using FirearmsRegistry.Symbols.Engine;

namespace FirearmsRegistry.EndToEnd.Tests.Stations;

public sealed class EngravingTests
{
    private static readonly StationSettings Settings = new(
        new Uri("https://registry.example/"), Guid.CreateVersion7(), new MachineSettings { Driver = "engraving-file", Address = "file:/engraver" }, "1", null, "pictures");

    [Theory]
    [InlineData(1.6, 0.0762)]
    [InlineData(3, 0.2)]
    public async Task An_engraver_is_given_a_drawing_of_the_height_and_depth_that_were_ordered(double height, double depth)
    {
        using var engine = new ZXingSymbolEngine();
        var job = new StationJob(Guid.CreateVersion7(), 1, "sent", "FRAME18", "ES 26 A0000001 5B", Convert.ToHexStringLower("ES26A00000015B"u8), null, (decimal)height, (decimal)depth);

        var drawing = (await new MachineOrders(Settings, engine).OfAsync(job, TestContext.Current.CancellationToken)).Drawing!;
        var svg = XDocument.Parse(EngravingFile.Write(EngravingFormat.Svg, drawing)).Root!;
        var cuts = EngravingFile.Write(EngravingFormat.Gcode, drawing).Split('\n').Where(line => line.Contains("Z-", StringComparison.Ordinal));

        Assert.Equal((decimal)height, Assert.Single(drawing.Texts).Height.Value);
        Assert.Equal((decimal)height * 17 + 2, drawing.Width.Value);
        Assert.Contains(svg.Elements(), element => element.Name.LocalName == "circle");
        Assert.All(cuts, cut => Assert.Equal(FormattableString.Invariant($"G1 Z-{depth}"), cut));
    }
}
