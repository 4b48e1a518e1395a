using FirearmsRegistry.MachineSimulator.Pictures;
using FirearmsRegistry.MachineSimulator.Simulating;
using FirearmsRegistry.Symbols.Preparing;

namespace FirearmsRegistry.Symbols.Tests.Preparing;

public class DotPeenTests(SharedEngine shared)
{
    private const string Payload = "[)>\u001e06\u001d25SD0GH01GH26A0000001TG\u001e\u0004";

    private static readonly CutMark Symbol = new("", new Dictionary<string, string> { ["2"] = Payload }, IsWhole: true);

    private static readonly CutMark SymbolAndText = Symbol with { Texts = new Dictionary<string, string> { ["1"] = "GH 26 A0000001 TG", ["2"] = Payload } };

    public static TheoryData<bool> WithAndWithoutText => [true, false];

    /// <summary>Beside a line of text the symbol has half the size, and another preparation reads it.</summary>
    [Theory]
    [MemberData(nameof(WithAndWithoutText))]
    public async Task Separate_dots_on_brushed_metal_are_read_after_a_preparation(bool withText)
    {
        using var camera = new SimulatedCamera("", "2");
        for (var seed = 0; seed < 30; seed++)
        {
            var picture = await camera.TakeAsync(withText ? SymbolAndText : Symbol, 1000 + seed, TestContext.Current.CancellationToken);
            var reading = await shared.ReadAsync(picture);

            var symbol = Assert.Single(reading.Symbols);
            Assert.Equal(Payload, symbol.Text);
            Assert.NotEqual(PreparationLadder.AsItIs, reading.Preparation);
            Assert.All(symbol.Position.Corners, corner => Assert.True(corner is { X: >= 0 and < 640, Y: >= 0 and < 480 }));
        }
    }
}
