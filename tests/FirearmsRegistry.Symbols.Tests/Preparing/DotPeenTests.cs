using FirearmsRegistry.Symbols.Drawing;
using FirearmsRegistry.Symbols.Preparing;

namespace FirearmsRegistry.Symbols.Tests.Preparing;

public class DotPeenTests(SharedEngine shared)
{
    private const string Payload = "[)>\u001e06\u001d25SD0GH01GH26A0000001TG\u001e\u0004";

    [Fact]
    public async Task Separate_dots_on_brushed_metal_are_read_after_a_preparation()
    {
        var matrix = await shared.WriteAsync(SymbolFormat.DataMatrix, Payload);
        for (var seed = 0; seed < 20; seed++)
        {
            var reading = await shared.ReadAsync(DotPeenPicture.Draw(matrix, 640, 480, 1000 + seed));

            var symbol = Assert.Single(reading.Symbols);
            Assert.Equal(Payload, symbol.Text);
            Assert.NotEqual(PreparationLadder.AsItIs, reading.Preparation);
            Assert.All(symbol.Position.Corners, corner => Assert.True(corner is { X: >= 0 and < 640, Y: >= 0 and < 480 }));
        }
    }
}
