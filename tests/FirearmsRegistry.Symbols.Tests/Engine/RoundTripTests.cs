using System.Text;
using FirearmsRegistry.Symbols.Writing;
using FsCheck.Xunit;

namespace FirearmsRegistry.Symbols.Tests.Engine;

public class RoundTripTests(SharedEngine shared)
{
    private static readonly byte[] ControlCharacters = [.. Enumerable.Range(0, 32).Append(127).Select(value => (byte)value)];

    public static TheoryData<SymbolFormat, string> Payloads
    {
        get
        {
            var data = new TheoryData<SymbolFormat, string>();
            foreach (var format in SymbolFormats.Written)
            {
                data.Add(format, "GH26A0000001TG");
                data.Add(format, "[)>\u001e06\u001d25SD0GH01GH26A0000001TG\u001e\u0004");
                data.Add(format, "  spaces \\ ^FNC1 ~d029 { } % are kept  ");
                data.Add(format, "1");
            }

            return data;
        }
    }

    public static TheoryData<SymbolFormat> Formats => [.. SymbolFormats.Written];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task What_is_written_is_read_back(SymbolFormat format, string text)
    {
        var symbol = Assert.Single((await shared.ReadAsync((await shared.WriteAsync(format, text)).ToPicture(4))).Symbols);

        Assert.Equal((format, text), (symbol.Format, symbol.Text));
        Assert.Equal(Encoding.ASCII.GetBytes(text), symbol.Bytes.ToArray());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_control_character_is_read_back_byte_for_byte(SymbolFormat format)
    {
        await RoundTripAsync(format, ControlCharacters);
        foreach (var control in ControlCharacters)
            await RoundTripAsync(format, [(byte)'A', control, (byte)'1', (byte)'2', control]);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Bytes_that_are_no_text_are_read_back(SymbolFormat format)
    {
        foreach (var chunk in Enumerable.Range(128, 128).Select(value => (byte)value).Chunk(32))
            await RoundTripAsync(format, chunk);
    }

    [Property(MaxTest = 60)]
    public async Task Any_bytes_are_read_back_from_a_data_matrix(byte[] payload)
    {
        if (payload.Length > 0)
            await RoundTripAsync(SymbolFormat.DataMatrix, payload);
    }

    [Theory]
    [InlineData("[)>\u001e06\u001d25SD0GH01GH26A0000001TG\u001e\u0004", SymbolShape.Square, 18, 18)]
    [InlineData("[)>\u001e06\u001d25SD0GH01GH26A0000001TG\u001d4LGH\u001e\u0004", SymbolShape.Square, 20, 20)]
    [InlineData("GH26A0000001TG", SymbolShape.Square, 16, 16)]
    [InlineData("GH26A0000001TG", SymbolShape.Rectangular, 32, 8)]
    public async Task A_data_matrix_is_as_small_as_its_standard_allows(string text, SymbolShape shape, int columns, int rows)
    {
        var matrix = await shared.WriteAsync(SymbolFormat.DataMatrix, text, shape);

        Assert.Equal((columns, rows), (matrix.Columns, matrix.Rows));
    }

    [Theory]
    [InlineData(SymbolFormat.DataMatrix, 3200)]
    [InlineData(SymbolFormat.QrCode, 5000)]
    [InlineData(SymbolFormat.Code_128, 500)]
    [InlineData(SymbolFormat.Pdf417, 4000)]
    [InlineData(SymbolFormat.Aztec, 5000)]
    public async Task A_payload_that_does_not_fit_is_refused(SymbolFormat format, int length)
    {
        var order = SymbolOrder.Text(format, new string('a', length));

        Assert.False((await shared.Engine.WriteAsync(order, TestContext.Current.CancellationToken)).TryGet(out _, out var refusal));
        Assert.Equal(Refusing.SymbolRefusalName.PayloadNotWritable, refusal.Name);
    }

    [Fact]
    public async Task An_empty_payload_is_refused()
    {
        var order = SymbolOrder.Text(SymbolFormat.QrCode, "");

        Assert.False((await shared.Engine.WriteAsync(order, TestContext.Current.CancellationToken)).TryGet(out _, out var refusal));
        Assert.Equal(Refusing.SymbolRefusalName.PayloadEmpty, refusal.Name);
    }

    private async Task RoundTripAsync(SymbolFormat format, byte[] payload)
    {
        var matrix = (await shared.Engine.WriteAsync(new SymbolOrder(format, payload), TestContext.Current.CancellationToken)).GetOrThrow();
        var symbol = Assert.Single((await shared.ReadAsync(matrix.ToPicture(3))).Symbols);
        Assert.Equal(Convert.ToHexString(payload), Convert.ToHexString(symbol.Bytes.Span));
    }
}
