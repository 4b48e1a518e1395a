using System.Text;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Shared.Printing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.Reports.ReportScenario;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests.Reports;

public sealed class PdfReportTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string NeedsChromium = "Chromium is not installed (Debian's chromium, fonts-noto-core).";

    /// <summary>Where printed reports are kept; looked at by people.</summary>
    private static string Reports { get; } = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Below("artifacts"), "reports")).FullName;

    public static bool HasChromium => PrintingSettings.From(new ConfigurationBuilder().Build()).Chromium is not null;

    [Theory(Skip = NeedsChromium, SkipUnless = nameof(HasChromium))]
    [InlineData("en", "?format=pdf", null)]
    [InlineData("ar", "", "application/pdf")]
    public async Task A_report_is_given_as_PDF_where_it_is_asked_for(string language, string query, string? accept)
    {
        var (dealer, buyer) = (await host.PartyAsync(Dealer, "dealer"), await host.PartyAsync("Ana Ejemplo", "private"));
        var request = await host.TracedAsync($"PDF-{language}", dealer, buyer);
        var issued = (await host.IssueAsync(request, language)).Expect(201);

        var (status, mediaType, body) = await host.ReadAsync(issued.Location + query, accept: accept);

        Assert.Equal((200, "application/pdf"), (status, mediaType));
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(body.AsSpan(0, 5)));
        await File.WriteAllBytesAsync(Path.Combine(Reports, $"trace-{language}.pdf"), body, TestContext.Current.CancellationToken);
    }
}

/// <summary>A host on a machine without Chromium.</summary>
public sealed class PrinterlessHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override void Configure(IWebHostBuilder web) => web.UseSetting("Registry:Reports:Chromium", "/nonexistent/chromium");
}

public sealed class PrinterlessTests(PrinterlessHost host) : IClassFixture<PrinterlessHost>
{
    [Fact]
    public async Task Without_a_program_that_prints_a_PDF_is_refused_by_name_and_HTML_is_given()
    {
        var (dealer, buyer) = (await host.PartyAsync(Dealer, "dealer"), await host.PartyAsync("Ana Ejemplo", "private"));
        var request = await host.TracedAsync("NO-PDF", dealer, buyer);
        var issued = (await host.IssueAsync(request, "en")).Expect(201);

        var pdf = await host.ReadAsync(issued.Location + "?format=pdf");
        var html = await host.ReadAsync(issued.Location!);

        Assert.Equal((503, "application/problem+json"), (pdf.Status, pdf.MediaType));
        Assert.Contains("pdf-printer-missing", Encoding.UTF8.GetString(pdf.Body), StringComparison.Ordinal);
        Assert.Equal((200, "text/html"), (html.Status, html.MediaType));
    }
}
