using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using Microsoft.AspNetCore.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Symbols;

/// <summary>A registry whose authority has an NCAGE.</summary>
public sealed class NumberingHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override void Configure(IWebHostBuilder web)
    {
        ArgumentNullException.ThrowIfNull(web);
        web.UseSetting("Registry:Ncage", "SV004");
    }
}

public sealed class WritingTests(NumberingHost host) : IClassFixture<NumberingHost>
{
    private const string Number = "GH26A0000001TG";

    [Theory]
    [InlineData("data_matrix", "]d1")]
    [InlineData("qr_code", "]Q1")]
    [InlineData("code_128", "]C0")]
    [InlineData("pdf417", "]L2")]
    [InlineData("aztec", "]z0")]
    public async Task A_symbol_that_was_written_is_read_again(string format, string identifier)
    {
        var client = host.ClientAs(Role.MarkingOperator);
        var (png, type) = await client.FileAsync("/api/v1/symbols", SymbolCalls.Symbol(format, "EVIDENCE 2026/17"));

        var code = SymbolCalls.OnlyCode(await client.ReadPictureAsync(png));

        Assert.Equal("image/png", type);
        Assert.Equal((format, "EVIDENCE 2026/17"), (code["format"]!.GetValue<string>(), code["text"]!.GetValue<string>()));
        Assert.Equal(Convert.ToHexStringLower(Encoding.ASCII.GetBytes("EVIDENCE 2026/17")), code["bytesHex"]!.GetValue<string>());
        Assert.Equal(identifier[..2], code["symbologyIdentifier"]!.GetValue<string>()[..2]);
        Assert.Equal(4, code["position"]!.AsArray().Count);
        Assert.Null(code["firearms"]);
    }

    [Theory]
    [InlineData("national", "25S")]
    [InlineData("bare_number", null)]
    public async Task A_national_number_is_written_as_the_marks_library_writes_it(string kind, string? element)
    {
        var client = host.ClientAs(Role.Registrar);
        var png = await client.PictureOfAsync(
            new JsonObject { ["format"] = "data_matrix", ["number"] = "GH 26 A0000001 TG", ["kind"] = kind, ["as"] = "png" });

        var payload = SymbolCalls.OnlyCode(await client.ReadPictureAsync(png))["payload"]!;

        Assert.Equal((Number, false), (payload["nationalNumber"]!.GetValue<string>(), payload["syntaxRepaired"]!.GetValue<bool>()));
        Assert.Equal(element, payload["elements"]!.AsArray().SingleOrDefault()?["identifier"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_national_payload_fits_eighteen_modules_and_a_rectangle_where_one_is_asked_for()
    {
        var client = host.ClientAs(Role.Registrar);
        var square = JsonNode.Parse((await client.FileAsync("/api/v1/symbols",
            new JsonObject { ["format"] = "data_matrix", ["number"] = Number, ["as"] = "matrix" })).Bytes)!;
        var flat = JsonNode.Parse((await client.FileAsync("/api/v1/symbols",
            new JsonObject { ["format"] = "data_matrix", ["number"] = Number, ["shape"] = "rectangular", ["as"] = "matrix" })).Bytes)!;

        Assert.Equal((18, 18), (square["columns"]!.GetValue<int>(), square["rows"]!.GetValue<int>()));
        Assert.Equal(18, square["modules"]!.AsArray().Count);
        Assert.True(flat["columns"]!.GetValue<int>() > flat["rows"]!.GetValue<int>());
    }

    [Fact]
    public async Task Bytes_are_written_as_they_are_and_a_payload_that_is_none_says_where()
    {
        var client = host.ClientAs(Role.Investigator);
        var png = await client.PictureOfAsync(new JsonObject { ["format"] = "data_matrix", ["payloadHex"] = "5b293e1e30361d531e04", ["as"] = "png" });

        var code = SymbolCalls.OnlyCode(await client.ReadPictureAsync(png, "application/octet-stream"));

        Assert.Equal("5b293e1e30361d531e04", code["bytesHex"]!.GetValue<string>());
        Assert.Null(code["payload"]);
        Assert.Equal(("value-empty", 8), (code["payloadRefusal"]!["name"]!.GetValue<string>(), code["payloadRefusal"]!["at"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_drawing_has_the_size_that_was_asked_for()
    {
        var order = SymbolCalls.Symbol("data_matrix", "A", "svg");
        order["moduleMm"] = 0.25;
        var (svg, type) = await host.ClientAs(Role.MarkingOperator).FileAsync("/api/v1/symbols", order);

        Assert.StartsWith("image/svg+xml", type, StringComparison.Ordinal);
        // Ten modules and a quiet zone of one at each side.
        Assert.Contains("width=\"3mm\"", Encoding.UTF8.GetString(svg), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"format":"ean_13","payload":"1"}""", "invalid-input", "/format")]
    [InlineData("""{"format":"data_matrix"}""", "invalid-input", "/payload")]
    [InlineData("""{"format":"data_matrix","payload":"1","number":"GH26A0000001TG"}""", "invalid-input", "/payload")]
    [InlineData("""{"format":"data_matrix","payload":"1","kind":"national"}""", "invalid-input", "/kind")]
    [InlineData("""{"format":"qr_code","payload":"1","shape":"rectangular"}""", "invalid-input", "/shape")]
    [InlineData("""{"format":"qr_code","payload":"1","moduleMm":10.5}""", "invalid-input", "/moduleMm")]
    [InlineData("""{"format":"qr_code","payload":"1","pixelsPerModule":0}""", "invalid-input", "/pixelsPerModule")]
    [InlineData("""{"format":"qr_code","payload":"1","as":"jpeg"}""", "invalid-input", "/as")]
    [InlineData("""{"format":"data_matrix","number":"GH26A0000001TH"}""", "invalid-input", "/number")]
    [InlineData("""{"format":"data_matrix","payloadHex":"5B"}""", "invalid-input", "/payloadHex")]
    [InlineData("""{"format":"data_matrix","payload":"\u001d"}""", "invalid-input", "/payload")]
    [InlineData("""{"format":"data_matrix","payload":""}""", "payload-empty", "/payload")]
    public async Task What_cannot_be_written_is_refused_with_its_place(string body, string problem, string pointer)
    {
        var refused = await host.ClientAs(Role.Registrar).SendAsync(HttpMethod.Post, "/api/v1/symbols", body, _ => { });

        Assert.Equal((problem, pointer), (refused.Problem, refused.Body!["errors"]![0]!["pointer"]!.GetValue<string>()));
        Assert.Equal("application/problem+json", refused.MediaType);
    }

    [Fact]
    public async Task A_payload_too_long_for_its_symbol_and_a_picture_too_large_for_anybody_are_refused()
    {
        var client = host.ClientAs(Role.Registrar);
        var tooLong = (await client.SendAsync(HttpMethod.Post, "/api/v1/symbols", SymbolCalls.Symbol("code_128", new string('A', 3000)), _ => { })).Expect(422);
        var large = SymbolCalls.Symbol("qr_code", new string('a', 2000));
        large["pixelsPerModule"] = 100;
        var tooLarge = (await client.SendAsync(HttpMethod.Post, "/api/v1/symbols", large, _ => { })).Expect(400);

        Assert.Equal(("payload-not-writable", "/payload"), (tooLong.Problem, tooLong.Body!["errors"]![0]!["pointer"]!.GetValue<string>()));
        Assert.Equal("/pixelsPerModule", tooLarge.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        large["pixelsPerModule"] = int.Parse(tooLarge.Body!["errors"]![0]!["suggestion"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
        await client.PictureOfAsync(large);
    }
}
