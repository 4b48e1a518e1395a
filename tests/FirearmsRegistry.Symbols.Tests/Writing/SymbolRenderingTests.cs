using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Symbols.Tests.Writing;

public partial class SymbolRenderingTests
{
    private static readonly ModuleMatrix Matrix = new(SymbolFormat.DataMatrix, 3, 2, (column, row) => (column + row) % 2 == 0 || column == 1);

    [Fact]
    public void Text_has_a_character_for_each_module() => Assert.Equal("###\n.#.", Matrix.ToText());

    [Fact]
    public void Svg_has_the_size_in_millimetres_with_its_quiet_zone()
    {
        var svg = XElement.Parse(Matrix.ToSvg(0.25));

        Assert.Equal(("1.25mm", "1mm", "0 0 5 4"), ((string?)svg.Attribute("width"), (string?)svg.Attribute("height"), (string?)svg.Attribute("viewBox")));
    }

    [Fact]
    public void Svg_covers_the_dark_modules_and_no_others()
    {
        var path = (string)XElement.Parse(Matrix.ToSvg(1)).Elements().Single(element => element.Name.LocalName == "path").Attribute("d")!;
        var covered = Bars().Matches(path).SelectMany(bar => Enumerable.Range(Of(bar, 1), Of(bar, 3)).Select(x => (x - 1, Of(bar, 2) - 1))).Order();
        var dark = from column in Enumerable.Range(0, 3) from row in Enumerable.Range(0, 2) where Matrix[column, row] select (column, row);

        Assert.Equal(dark.Order(), covered);
    }

    [Fact]
    public void Bars_are_at_least_15_percent_of_the_length_high()
    {
        var picture = new ModuleMatrix(SymbolFormat.Code_128, 100, 1, (column, _) => column % 2 == 0).ToPicture(1);

        Assert.Equal((100 + 20, 15 + 20), (picture.Width, picture.Height));
    }

    [Fact]
    public void A_picture_shows_each_module_in_its_pixels()
    {
        var picture = Matrix.ToPicture(2);

        Assert.Equal((10, 8), (picture.Width, picture.Height));
        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 10; x++)
            {
                var (column, row) = ((x / 2) - 1, (y / 2) - 1);
                var dark = column is >= 0 and < 3 && row is >= 0 and < 2 && Matrix[column, row];
                Assert.Equal(dark ? 0 : 255, picture.Pixels[(y * 10) + x]);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    [InlineData(11)]
    [InlineData(double.NaN)]
    public void A_module_that_nobody_can_print_is_refused(double millimetres) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.ToSvg(millimetres));

    private static int Of(Match bar, int group) => int.Parse(bar.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Bars();
}
