using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Engraving;
using FirearmsRegistry.Marks.Sizes;

namespace FirearmsRegistry.Machines.Tests.Engraving;

public sealed partial class EngravingFileTests : IDisposable
{
    private const decimal Tolerance = 0.01m;

    private readonly FrameList _log = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("engraver-").FullName;

    // "H" fills its box: 4/6 of the height wide. The symbol's dots stand in the middle of 0.3 mm modules.
    private static readonly MarkDrawing Drawing = new(
        Mm(20), Mm(10), [new DrawnText("H", 1.23m, 2.5m, Mm(1.6m))], [new DrawnSymbol(Modules(), 10m, 3m, Mm(0.3m))]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(EngravingFormat.Svg)]
    [InlineData(EngravingFormat.Dxf)]
    [InlineData(EngravingFormat.Gcode)]
    [InlineData(EngravingFormat.Hpgl)]
    public void Sizes_are_true_to_a_hundredth_of_a_millimetre(EngravingFormat format)
    {
        var (strokes, dots) = Read(format, EngravingFile.Write(format, Drawing));

        Near(1.23m, strokes.Min(point => point.X));
        Near(1.23m + 1.6m * 4 / 6, strokes.Max(point => point.X));
        Near(2.5m, strokes.Min(point => point.Y));
        Near(2.5m + 1.6m, strokes.Max(point => point.Y));
        Assert.Equal(3, dots.Count);
        Assert.Contains(dots, dot => IsNear(dot, 10.15m, 3.45m));
        Assert.Contains(dots, dot => IsNear(dot, 10.15m, 3.15m));
        Assert.Contains(dots, dot => IsNear(dot, 10.45m, 3.15m));
    }

    [Fact]
    public void An_svg_says_its_size_in_millimetres()
    {
        var svg = XDocument.Parse(EngravingFile.Write(EngravingFormat.Svg, Drawing)).Root!;
        Assert.Equal(("20mm", "10mm", "0 0 20 10"), ((string?)svg.Attribute("width"), (string?)svg.Attribute("height"), (string?)svg.Attribute("viewBox")));
        Assert.All(svg.Elements().Where(element => element.Name.LocalName == "circle"), dot => Assert.Equal("0.105", (string?)dot.Attribute("r")));
    }

    [Fact]
    public void G_code_is_in_millimetres_and_lifts_the_tool_on_its_way()
    {
        var lines = EngravingFile.Write(EngravingFormat.Gcode, Drawing).Split('\n');
        Assert.Equal(["G21", "G90"], lines[..2]);
        var down = false;
        foreach (var line in lines)
        {
            if (line.Contains('Z', StringComparison.Ordinal))
                down = line.Contains("Z-", StringComparison.Ordinal);
            else if (line.StartsWith("G0 X", StringComparison.Ordinal))
                Assert.False(down);
        }
    }

    [Theory]
    [InlineData(null, "G1 Z-0.15")]
    [InlineData("0.0762", "G1 Z-0.0762")]
    [InlineData("0.2", "G1 Z-0.2")]
    public void G_code_cuts_as_deep_as_the_drawing_says(string? depth, string cut)
    {
        var drawing = Drawing with { Depth = depth is null ? null : Mm(Of(depth)) };

        var cuts = EngravingFile.Write(EngravingFormat.Gcode, drawing).Split('\n').Where(line => line.Contains("Z-", StringComparison.Ordinal));

        Assert.All(cuts, line => Assert.Equal(cut, line));
    }

    [Fact]
    public void The_font_has_all_that_a_national_number_needs_and_no_two_characters_alike()
    {
        Assert.All("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -", character => Assert.Contains(character, StrokeFont.Characters));
        var shapes = StrokeFont.Characters.Select(character => string.Join('|', StrokeFont.Of(character).Select(stroke => string.Join(' ', stroke)))).ToList();
        Assert.Equal(shapes.Count, shapes.Distinct().Count());
        Assert.All(StrokeFont.Characters.SelectMany(StrokeFont.Of), stroke => Assert.True(stroke.Count > 1 && stroke.All(point => point is { X: >= 0 and <= 4, Y: >= 0 and <= 6 })));
    }

    [Theory]
    [InlineData("small", "character-not-in-font")]
    [InlineData("LONGERTHANTHEFIELDISWIDE", "outside-drawing")]
    public void What_cannot_be_cut_is_refused(string text, string name)
    {
        var drawing = Drawing with { Texts = [new DrawnText(text, 0, 0, Mm(3))] };
        Assert.Equal(name, Assert.Throws<MachineRefusedException>(() => EngravingFile.Write(EngravingFormat.Svg, drawing)).Refusal.Name);
    }

    [Fact]
    public async Task An_engraver_gets_a_file_once_and_its_mark_is_unknown_until_somebody_looks()
    {
        var order = new MarkingOrder(Guid.CreateVersion7(), "", []) { Drawing = Drawing };
        await using (var driver = Driver())
        {
            await driver.ConnectAsync(Token);
            Assert.Equal(MachineState.Alive, driver.State);
            var prepared = await driver.PrepareAsync(order, Token);
            Assert.Empty(Directory.GetFiles(_folder, "*.gcode"));

            var outcome = await driver.StartAsync(prepared, Token);
            Assert.Equal((MarkResult.UnknownMarkState, "machine-never-answers"), (outcome.Result, outcome.Refusal!.Name));
            Assert.Equal("already-started", (await Assert.ThrowsAsync<MachineRefusedException>(() => driver.StartAsync(prepared, Token))).Refusal.Name);
        }

        Assert.Single(Directory.GetFiles(_folder, "*.gcode"));
        Assert.Single(_log.Frames);
        await using var after = Driver();
        Assert.Equal("already-started", (await Assert.ThrowsAsync<MachineRefusedException>(() => after.PrepareAsync(order, Token))).Refusal.Name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IMachineDriver Driver() => MachineDrivers.Create(
        new MachineSettings { Driver = "engraving-file", Address = $"file:{_folder}", Options = new Dictionary<string, string> { ["format"] = "gcode" } },
        TimeProvider.System, _log);

    private static (List<(decimal X, decimal Y)> Strokes, List<(decimal X, decimal Y)> Dots) Read(EngravingFormat format, string file) => format switch
    {
        EngravingFormat.Svg => ReadSvg(XDocument.Parse(file).Root!),
        EngravingFormat.Dxf => ReadDxf(file.Split("\r\n")),
        EngravingFormat.Gcode => ReadGCode(file),
        EngravingFormat.Hpgl => ReadHpgl(file),
    };

    private static (List<(decimal, decimal)>, List<(decimal, decimal)>) ReadSvg(XElement svg) => (
        [.. svg.Elements().Where(e => e.Name.LocalName == "path").SelectMany(path => Pair().Matches((string)path.Attribute("d")!)).Select(m => (Of(m.Groups[1].Value), 10 - Of(m.Groups[2].Value)))],
        [.. svg.Elements().Where(e => e.Name.LocalName == "circle").Select(c => (Of((string)c.Attribute("cx")!), 10 - Of((string)c.Attribute("cy")!)))]);

    private static (List<(decimal, decimal)>, List<(decimal, decimal)>) ReadDxf(string[] lines)
    {
        Assert.Equal("4", lines[Array.IndexOf(lines, "$INSUNITS") + 2]);
        var (strokes, dots) = (new List<(decimal, decimal)>(), new List<(decimal, decimal)>());
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == "LINE")
            {
                strokes.Add((Of(lines[i + 4]), Of(lines[i + 6])));
                strokes.Add((Of(lines[i + 10]), Of(lines[i + 12])));
            }
            else if (lines[i] == "CIRCLE")
            {
                dots.Add((Of(lines[i + 4]), Of(lines[i + 6])));
            }
        }

        return (strokes, dots);
    }

    private static (List<(decimal, decimal)>, List<(decimal, decimal)>) ReadGCode(string file) =>
        Sorted(GCodeRun().Matches(file).Select(run => GCodePlace().Matches(run.Value).Select(m => (Of(m.Groups[1].Value), Of(m.Groups[2].Value))).ToList()));

    private static (List<(decimal, decimal)>, List<(decimal, decimal)>) ReadHpgl(string file)
    {
        Assert.StartsWith("IN;SP1;IP0,0,4000,4000;SC0,10000,0,10000;", file, StringComparison.Ordinal);
        return Sorted(HpglRun().Matches(file).Select(run => Pair().Matches(run.Value.Replace(";PD", ",", StringComparison.Ordinal).TrimEnd(',', ';'))
            .Select(m => (Of(m.Groups[1].Value) / 100, Of(m.Groups[2].Value) / 100)).ToList()));
    }

    private static (List<(decimal, decimal)>, List<(decimal, decimal)>) Sorted(IEnumerable<List<(decimal, decimal)>> runs)
    {
        var all = runs.ToList();
        return ([.. all.Where(run => run.Count > 1).SelectMany(run => run)], [.. all.Where(run => run.Count == 1).SelectMany(run => run)]);
    }

    private static bool[,] Modules() => new[,] { { true, false }, { true, true } };

    private static void Near(decimal expected, decimal actual) => Assert.InRange(actual, expected - Tolerance, expected + Tolerance);

    private static bool IsNear((decimal X, decimal Y) point, decimal x, decimal y) => Math.Abs(point.X - x) <= Tolerance && Math.Abs(point.Y - y) <= Tolerance;

    private static decimal Of(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);

    private static Millimetres Mm(decimal value) => Millimetres.Of(value).GetOrThrow();

    [GeneratedRegex(@"(-?[\d.]+),(-?[\d.]+)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"G0 X\S+ Y\S+\nG1 Z-\S+\n(G1 X\S+ Y\S+\n)*")]
    private static partial Regex GCodeRun();

    [GeneratedRegex(@"X(\S+) Y(\S+)")]
    private static partial Regex GCodePlace();

    [GeneratedRegex(@"PU[\d,]+;PD[\d,]*;")]
    private static partial Regex HpglRun();
}
