using FirearmsRegistry.Symbols.Pictures;
using FirearmsRegistry.Symbols.Preparing;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Symbols.Tests.Engine;

public class ReadingTests(SharedEngine shared)
{
    private const string Number = "GH26A0000001TG";

    public static TheoryData<string> Fixtures =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures")).Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Every_format_of_pictures_is_read(string file)
    {
        var reading = await shared.ReadAsync(await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "Fixtures", file), TestContext.Current.CancellationToken));

        Assert.Equal(Number, Assert.Single(reading.Symbols).Text);
        Assert.Equal((144, 144), (reading.Width, reading.Height));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(163)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task A_symbol_is_read_at_any_angle_and_its_corners_are_where_it_is(int degrees)
    {
        var label = (await shared.WriteAsync(SymbolFormat.DataMatrix, Number)).ToPicture(8);
        var symbol = Assert.Single((await shared.ReadAsync(Desk.Lay(400, 300, (label, 190, 140, degrees)))).Symbols);

        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        const int half = 64;
        (double, double)[] corners = [(-half, -half), (half, -half), (half, half), (-half, half)];
        foreach (var ((x, y), corner) in corners.Zip(symbol.Position.Corners))
        {
            Assert.InRange(corner.X, 190 + (x * cos) - (y * sin) - 5, 190 + (x * cos) - (y * sin) + 5);
            Assert.InRange(corner.Y, 140 + (x * sin) + (y * cos) - 5, 140 + (x * sin) + (y * cos) + 5);
        }
    }

    [Theory]
    [InlineData(SymbolFormat.DataMatrix, 0)]
    [InlineData(SymbolFormat.DataMatrix, 30)]
    [InlineData(SymbolFormat.QrCode, 0)]
    [InlineData(SymbolFormat.QrCode, 90)]
    [InlineData(SymbolFormat.Aztec, 0)]
    public async Task A_light_symbol_on_a_dark_ground_is_read(SymbolFormat format, int degrees)
    {
        var label = (await shared.WriteAsync(format, Number)).ToPicture(6);
        var reading = await shared.ReadAsync(Preparations.Invert(Desk.Lay(300, 300, (label, 150, 150, degrees))));

        var symbol = Assert.Single(reading.Symbols);
        Assert.Equal((format, Number, true), (symbol.Format, symbol.Text, symbol.IsInverted));
    }

    [Fact]
    public async Task All_kinds_are_read_in_one_picture()
    {
        var labels = new List<(GreyPicture, double, double, double)>();
        foreach (var (i, format) in SymbolFormats.Written.Index())
            labels.Add(((await shared.WriteAsync(format, $"{Number}{i}")).ToPicture(4), 450 + (750 * (i % 2)), 200 + (300 * (i / 2)), 0));

        var reading = await shared.ReadAsync(Desk.Lay(1600, 1000, [.. labels]));

        Assert.Equal(SymbolFormats.Written, reading.Symbols.Select(symbol => symbol.Format).Order());
    }

    [Fact]
    public async Task A_dark_and_a_light_symbol_are_read_in_one_picture()
    {
        var dark = (await shared.WriteAsync(SymbolFormat.DataMatrix, "dark")).ToPicture(6);
        var light = Preparations.Invert((await shared.WriteAsync(SymbolFormat.QrCode, "light")).ToPicture(6));

        var reading = await shared.ReadAsync(Desk.Lay(600, 300, (dark, 150, 150, 20), (light, 450, 150, 0)));

        Assert.Equal([("dark", false), ("light", true)], reading.Symbols.Select(symbol => (symbol.Text, symbol.IsInverted)).Order());
    }

    [Fact]
    public async Task Equal_symbols_in_one_picture_are_all_read()
    {
        var label = (await shared.WriteAsync(SymbolFormat.DataMatrix, Number)).ToPicture(5);

        var reading = await shared.ReadAsync(Desk.Lay(600, 300, (label, 120, 150, 0), (label, 300, 150, 90), (label, 480, 150, 45)));

        Assert.Equal(3, reading.Symbols.Count);
    }

    [Fact]
    public async Task A_picture_without_symbols_has_none()
    {
        var reading = await shared.ReadAsync(Desk.Lay(640, 480));

        Assert.Empty(reading.Symbols);
    }

    [Fact]
    public async Task The_symbology_identifier_is_told()
    {
        var symbol = Assert.Single((await shared.ReadAsync((await shared.WriteAsync(SymbolFormat.DataMatrix, Number)).ToPicture(4))).Symbols);

        Assert.Equal("]d1", symbol.SymbologyIdentifier);
    }

    [Fact]
    public async Task Many_readings_at_once_are_each_right()
    {
        var texts = Enumerable.Range(0, 40).Select(i => $"{Number}{i}").ToArray();
        var read = await Task.WhenAll(texts.Select(async text =>
            (await shared.ReadAsync((await shared.WriteAsync(SymbolFormat.DataMatrix, text)).ToPicture(4))).Symbols.Single().Text));

        Assert.Equal(texts, read);
    }
}
