using System.Diagnostics;
using System.Text;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Symbols.Tests.Engine;

/// <summary>Other people's programs read what is written here and write what is read here (Debian's zint, dmtx-utils, zxing-cpp-tools).</summary>
public class OracleTests(SharedEngine shared)
{
    private const string Number = "GH26A0000001TG";
    private const string Enveloped = "[)>\u001e06\u001d25SD0GH01GH26A0000001TG\u001e\u0004";

    public static TheoryData<SymbolFormat> Formats => [.. SymbolFormats.Written];

    [Theory]
    [InlineData(SymbolFormat.DataMatrix, "71")]
    [InlineData(SymbolFormat.QrCode, "58")]
    [InlineData(SymbolFormat.Code_128, "20")]
    [InlineData(SymbolFormat.Pdf417, "55")]
    [InlineData(SymbolFormat.Aztec, "92")]
    public async Task What_zint_writes_is_read(SymbolFormat format, string symbology)
    {
        var png = await RunAsync("zint", ["-b", symbology, "--quietzones", "--scale", "3", "--direct", "--filetype=png", "-d", Number], []);

        var symbol = Assert.Single((await shared.ReadAsync(png)).Symbols);
        Assert.Equal((format, Number), (symbol.Format, symbol.Text));
    }

    [Fact]
    public async Task A_GS1_data_matrix_of_zint_is_told_by_its_identifier()
    {
        var png = await RunAsync("zint", ["-b", "71", "--gs1", "--quietzones", "--scale", "3", "--direct", "--filetype=png", "-d", "[01]09501101530003[21]12345"], []);

        var symbol = Assert.Single((await shared.ReadAsync(png)).Symbols);
        Assert.Equal(("]d2", "01095011015300032112345"), (symbol.SymbologyIdentifier, symbol.Text));
    }

    [Fact]
    public async Task What_dmtxwrite_writes_is_read()
    {
        var png = await RunAsync("dmtxwrite", ["-f", "PNG"], Encoding.ASCII.GetBytes(Enveloped));

        Assert.Equal(Enveloped, Assert.Single((await shared.ReadAsync(png)).Symbols).Text);
    }

    [Theory]
    [InlineData(SymbolShape.Square)]
    [InlineData(SymbolShape.Rectangular)]
    public async Task Dmtxread_reads_what_is_written(SymbolShape shape)
    {
        using var file = new PictureFile((await shared.WriteAsync(SymbolFormat.DataMatrix, Number, shape)).ToPicture(8));

        Assert.Equal(Number, Encoding.ASCII.GetString(await RunAsync("dmtxread", ["-N1", file.Path], [])));
    }

    [Fact]
    public async Task Dmtxread_reads_the_envelope_that_one_code_word_stands_for()
    {
        using var file = new PictureFile((await shared.WriteAsync(SymbolFormat.DataMatrix, Enveloped)).ToPicture(8));

        Assert.Equal(Enveloped, Encoding.ASCII.GetString(await RunAsync("dmtxread", ["-N1", file.Path], [])));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task ZXingReader_reads_what_is_written(SymbolFormat format)
    {
        using var file = new PictureFile((await shared.WriteAsync(format, Number)).ToPicture(5));

        Assert.Contains(Number, Encoding.UTF8.GetString(await RunAsync("ZXingReader", [file.Path], [])), StringComparison.Ordinal);
    }

    private static async Task<byte[]> RunAsync(string program, string[] arguments, byte[] input)
    {
        var installed = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(directory => File.Exists(Path.Combine(directory, program)));
        Assert.SkipUnless(installed, $"{program} is not installed (Debian's zint, dmtx-utils, zxing-cpp-tools).");
        var token = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.BaseStream.WriteAsync(input, token);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, token);
        await process.WaitForExitAsync(token);
        return output.ToArray();
    }
}
