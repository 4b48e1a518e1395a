using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace FirearmsRegistry.Cli.Tests.Symbols;

public sealed class SymbolCommandTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("symbols-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("data_matrix")]
    [InlineData("qr_code")]
    [InlineData("code_128")]
    [InlineData("pdf417")]
    [InlineData("aztec")]
    public async Task A_written_symbol_is_read_with_its_bytes_and_corners(string format)
    {
        var file = PathOf("symbol.png");
        Assert.Equal(ExitCodes.Right, (await RegistryProgram.RunAsync("symbol", "write", "GH26A0000001TG", "--format", format, "--as", "png", "--output", file)).Exit);

        var outcome = await RegistryProgram.RunAsync("symbol", "read", file);

        Assert.Equal(ExitCodes.Right, outcome.Exit);
        var line = Assert.Single(outcome.Json);
        var code = Assert.Single(line["codes"]!.AsArray())!;
        Assert.Equal(file, (string?)line["file"]);
        Assert.Equal((format, "GH26A0000001TG", "4748323641303030303030315447"), ((string?)code["format"], (string?)code["text"], (string?)code["bytesHex"]));
        Assert.Equal(4, code["position"]!.AsArray().Count);
        Assert.All(code["position"]!.AsArray(), corner => Assert.Equal(["x", "y"], corner!.AsObject().Select(member => member.Key)));
    }

    [Fact]
    public async Task Each_file_has_its_line_and_one_that_cannot_be_read_makes_the_exit_code_2()
    {
        var (symbol, empty, text, missing) = (PathOf("symbol.png"), PathOf("empty.bmp"), PathOf("text.png"), PathOf("missing.png"));
        await RegistryProgram.RunAsync("symbol", "write", "5B293E1E30361D", "--hex", "--as", "png", "--output", symbol);
        await File.WriteAllBytesAsync(empty, WhiteBitmap, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(text, "no picture", TestContext.Current.CancellationToken);

        var outcome = await RegistryProgram.RunAsync("symbol", "read", symbol, text, empty, missing, symbol);

        Assert.Equal(ExitCodes.Wrong, outcome.Exit);
        Assert.Equal([symbol, text, empty, missing, symbol], outcome.Json.Select(line => (string?)line["file"]));
        Assert.Equal([null, "not_a_picture", null, "file_not_readable", null], outcome.Json.Select(line => (string?)line["error"]));
        Assert.Equal([1, null, 0, null, 1], outcome.Json.Select(line => line["codes"] is JsonArray codes ? codes.Count : (int?)null));
        Assert.Equal("[)>\u001e06\u001d", (string?)outcome.Json[0]["codes"]![0]!["text"]);
    }

    [Fact]
    public async Task A_directory_an_empty_file_and_a_device_without_end_are_errors_and_never_a_crash()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The device is Linux's.");
        var empty = PathOf("empty.png");
        await File.WriteAllBytesAsync(empty, [], TestContext.Current.CancellationToken);

        var outcome = await RegistryProgram.RunAsync("symbol", "read", _directory.FullName, empty, "/dev/zero", "");

        Assert.Equal(ExitCodes.Wrong, outcome.Exit);
        Assert.Equal(["file_not_readable", "not_a_picture", "picture_too_large", "file_not_readable"], outcome.Json.Select(line => (string?)line["error"]));
    }

    [Fact]
    public async Task Svg_goes_to_the_output()
    {
        var outcome = await RegistryProgram.RunAsync("symbol", "write", "GH26A0000001TG", "--module", "0.3");

        Assert.Equal("5.4mm", (string?)XElement.Parse(Assert.Single(outcome.Output)).Attribute("width"));
    }

    [Fact]
    public async Task Modules_are_shown_as_characters()
    {
        var outcome = await RegistryProgram.RunAsync("symbol", "write", "GH26A0000001TG", "--shape", "rectangular", "--as", "modules");

        Assert.Equal(8, outcome.Output.Count);
        Assert.All(outcome.Output, line => Assert.Equal(32, line.Length));
    }

    [Theory]
    [InlineData("symbol", "write", "12F", "--hex")]
    [InlineData("symbol", "write", "zz", "--hex")]
    [InlineData("symbol", "write", "")]
    public async Task A_payload_that_cannot_be_written_is_refused(params string[] arguments)
    {
        var outcome = await RegistryProgram.RunAsync(arguments);

        Assert.Equal(ExitCodes.Wrong, outcome.Exit);
        Assert.Empty(outcome.Output);
        Assert.NotEmpty(outcome.Errors);
    }

    private static byte[] WhiteBitmap =>
        [.. "BM"u8, 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 24, 0, .. new byte[24], .. Enumerable.Repeat(byte.MaxValue, 16)];

    private string PathOf(string name) => Path.Combine(_directory.FullName, name);
}
