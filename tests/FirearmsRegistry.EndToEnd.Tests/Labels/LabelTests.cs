using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.EndToEnd.Tests.Symbols;
using FirearmsRegistry.Registry.Access;
using Microsoft.AspNetCore.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Labels;

/// <summary>A host with a label printer, one that is switched off, and one at an address that is never printed to.</summary>
public sealed class PrinterHost : RegistryHost
{
    public PrinterHost(TestDatabases databases)
        : base(databases)
    {
        Printer.Start();
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        OffPort = ((IPEndPoint)free.LocalEndpoint).Port;
    }

    /// <summary>The printer's end of the line.</summary>
    public TcpListener Printer { get; } = new(IPAddress.Loopback, 0);

    private int OffPort { get; }

    protected override void Configure(IWebHostBuilder web) => web
        .UseSetting("Registry:Printers:evidence-room", $"127.0.0.1:{((IPEndPoint)Printer.LocalEndpoint).Port}")
        .UseSetting("Registry:Printers:switched-off", $"127.0.0.1:{OffPort}")
        .UseSetting("Registry:Printers:cloud", "169.254.169.254:80")
        .UseSetting("Registry:Printing:AllowLoopback", "true");
}

public sealed class LabelTests(PrinterHost host) : IClassFixture<PrinterHost>
{
    private readonly RegistryClient _investigator = host.ClientAs(Role.Investigator);

    [Fact]
    public async Task A_sheet_of_tags_names_authority_case_and_item_and_no_person()
    {
        var item = await ItemAsync("LB-1");

        var (sheet, type) = await _investigator.FileAsync("/api/v1/labels", Labels(item));
        var text = Encoding.UTF8.GetString(sheet);

        Assert.StartsWith("text/html", type, StringComparison.Ordinal);
        Assert.Contains("<svg", text, StringComparison.Ordinal);
        Assert.Contains(item.ToString("N").ToUpperInvariant()[^4..], text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Labels_reach_the_printer_as_the_same_commands_that_are_shown()
    {
        var item = await ItemAsync("LB-2");
        var request = Labels(item);
        request["as"] = "zpl";
        var (shown, _) = await _investigator.FileAsync("/api/v1/labels", request);

        var printing = PrintAsync(item, "evidence-room");
        using var line = await host.Printer.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var printed = new MemoryStream();
        await line.GetStream().CopyToAsync(printed, TestContext.Current.CancellationToken);
        var answer = (await printing).Expect(200);

        Assert.Equal(shown, printed.ToArray());
        Assert.StartsWith("^XA", Encoding.UTF8.GetString(shown), StringComparison.Ordinal);
        Assert.Equal(1, answer.Body!["labels"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("nowhere", 422, "unknown-printer")]
    [InlineData("switched-off", 503, "printer-unavailable")]
    [InlineData("cloud", 503, "printer-not-allowed")]
    [InlineData("127.0.0.1:9100", 422, "unknown-printer")]
    public async Task A_printer_that_is_unknown_dead_or_not_allowed_is_a_named_refusal(string printer, int status, string problem)
    {
        var refused = await PrintAsync(await ItemAsync($"LB-{printer}"), printer);

        Assert.Equal((status, problem), (refused.Status, refused.Problem));
        Assert.DoesNotContain("169.254", refused.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_is_unknown_or_named_twice_is_refused_with_its_place()
    {
        var item = await ItemAsync("LB-3");

        var unknown = await _investigator.SearchAsync("/api/v1/labels", Labels(item, Guid.CreateVersion7()), null);
        var twice = await _investigator.SearchAsync("/api/v1/labels", Labels(item, item), null);

        Assert.Equal((422, "/itemIds/1"), (unknown.Status, unknown.Body!["errors"]![0]!["pointer"]!.GetValue<string>()));
        Assert.Equal((400, "/itemIds/1"), (twice.Status, twice.Body!["errors"]![0]!["pointer"]!.GetValue<string>()));
    }

    private Task<ApiAnswer> PrintAsync(Guid item, string printer)
    {
        var request = Labels(item);
        request["printer"] = printer;
        return _investigator.SearchAsync("/api/v1/label-prints", request, null);
    }

    private async Task<Guid> ItemAsync(string serial) =>
        (await _investigator.ItemAsync(await _investigator.SeizureAsync(), SeizureCalls.Item(serial))).Id;

    private static JsonObject Labels(params Guid[] items) => new() { ["itemIds"] = new JsonArray([.. items.Select(item => JsonValue.Create(item))]) };
}
