using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FirearmsRegistry.EndToEnd.Tests.Figures;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Reading;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Registry.Shared.Printing;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.EndToEnd.Tests.Vintages;

[Collection(OnVintages.Name)]
public sealed partial class HandingOutTests(VintageHost host)
{
    public static bool HasChromium => PrintingSettings.From(new ConfigurationBuilder().Build()).Chromium is not null;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_statement_is_a_page_for_everybody_once_it_is_published_and_a_draft_says_that_it_is_one()
    {
        await host.MakeKeyAsync();
        await FactRows.WriteAsync(host.ConnectionString, FactRows.Arms(1996, ("1.2", 6), ("1.6", 6)));
        var reviewed = await host.ReviewedAsync("ESP-1996-1", 1996);
        var draft = await host.Statistician.Http.GetStringAsync($"{reviewed.Path}/statement", Token);
        (await host.PublishAsync(reviewed.Path, reviewed.Version)).Expect(200);

        using var anybody = host.Anonymous();
        var page = await anybody.GetStringAsync("/api/v1/public/figures/ESP-1996-1/statement?language=fr", Token);

        Assert.Contains("This is a draft.", draft, StringComparison.Ordinal);
        Assert.Contains("50,00 %", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("1996: 50,00 %", page, StringComparison.Ordinal);
        Assert.Equal("query:language", (await new RegistryClient(anybody).GetAsync("/api/v1/public/figures/ESP-1996-1/statement?language=xx")).Expect(400)
            .Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_would_tell_a_small_count_is_for_the_office_alone_and_two_years_are_brought_together_by_either_rule()
    {
        await host.MakeKeyAsync();
        await FactRows.WriteAsync(host.ConnectionString, [.. FactRows.Arms(2011, ("1.2", 10), ("1.6", 30)), .. FactRows.Arms(2012, ("1.2", 30), ("1.6", 10)), .. FactRows.Arms(2013, ("1.2", 2), ("1.6", 30))]);
        var draft = (await host.Statistician.PostAsync("/api/v1/vintages", new { label = "SMALL-1", years = new[] { 2011, 2012, 2013 } })).Expect(201);
        (await host.PublishAsync(draft.Location!, (await host.ReviewAsync(draft)).Version)).Expect(200);

        using var anybody = host.Anonymous();
        var told = (await new RegistryClient(anybody).GetAsync("/api/v1/public/figures/SMALL-1")).Expect(200).Body!["figures"]!.AsArray();
        var page = await anybody.GetStringAsync("/api/v1/public/figures/SMALL-1/statement", Token);
        var own = await host.Statistician.Http.GetStringAsync($"{draft.Location}/statement", Token);

        Assert.Equal([("computed", "25.00"), ("computed", "75.00"), ("suppressed", null)], told.Where(IsSeries).Select(figure => (figure!["status"]!.GetValue<string>(), figure["percent"]?.ToJsonString())));
        Assert.DoesNotContain(told, figure => figure!["year"]!.GetValue<int>() == 2013 && figure["numerator"]?.GetValue<int>() is > 0);
        Assert.Contains("could point to single cases", page, StringComparison.Ordinal);
        Assert.DoesNotContain("6.25 %", page, StringComparison.Ordinal);
        Assert.Contains("6.25 %", own, StringComparison.Ordinal);
        Assert.Equal([("2011", "25.00", "A"), ("2012", "75.00", "A"), ("2013", null, "Q")], await SentAsync("format=ml21"));
        Assert.Equal([("2011", "25.00", "A"), ("2012", "75.00", "A"), ("2013", "6.25", "A")], await SentAsync("format=json20&audience=full"));
        Assert.Equal([("2011", "50.00", "A"), ("2012", null, "Q"), ("2013", null, "Q")], await SentAsync("twoYear=mean"));
        Assert.Equal([("2011", "25.00", "A"), ("2012", "50.00", "A"), ("2013", "44.44", "A")], await SentAsync("twoYear=pooled&audience=full&format=csv1"));
        Assert.Equal("query:twoYear", (await host.Statistician.GetAsync($"{draft.Location}/sdmx?twoYear=median")).Expect(400).Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        await ExpectShipmentAsync(draft.Location!);

        static bool IsSeries(JsonNode? figure) => figure!["intake"]!.GetValue<string>() == "seized" && figure["variant"]!.GetValue<string>() == "potentially_traceable";

        async Task<IEnumerable<(string?, string?, string?)>> SentAsync(string query)
        {
            var structure = SdmxStructures.BuiltIn.Find("1.22")!;
            var reading = SdmxReader.Read(await host.Statistician.Http.GetStringAsync($"{draft.Location}/sdmx?{query}", Token), structure);
            Assert.Empty(reading.Findings.Concat(SdmxCheck.Of(structure, reading.Observations)));
            return reading.Observations.Select(one => (one["TIME_PERIOD"], one["OBS_VALUE"], one["OBS_STATUS"]));
        }
    }

    private async Task ExpectShipmentAsync(string path)
    {
        var bytes = await host.Statistician.Http.GetByteArrayAsync($"{path}/shipment", Token);
        using var archive = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["check.txt", "reference-metadata.json", "sdmx-csv-1.0.csv", "sdmx-csv-2.0.csv", "sdmx-json-2.0.json", "sdmx-ml-2.1.xml"],
            archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var report = new StreamReader(archive.GetEntry("check.txt")!.Open());
        Assert.Equal("sdmx-csv-2.0.csv: no findings", (await report.ReadToEndAsync(Token)).Split('\n')[0]);
        Assert.Equal(bytes, await host.Statistician.Http.GetByteArrayAsync($"{path}/shipment", Token));
    }

    [Theory(Skip = "Chromium is not installed.", SkipUnless = nameof(HasChromium))]
    [InlineData("ru")]
    [InlineData("ar")]
    public async Task A_statement_of_many_years_with_every_caveat_is_one_page_of_PDF(string language)
    {
        int[] years = [.. Enumerable.Range(2030, 12)];
        await FactRows.WriteAsync(host.ConnectionString, years.Select(year => new FactRows(year) { Line = "1.5" }));
        var draft = (await host.Statistician.PostAsync("/api/v1/vintages", new { label = $"PDF-{language}", years })).Expect(201);

        var pdf = await host.Statistician.Http.GetByteArrayAsync($"{draft.Location}/statement?format=pdf&language={language}", Token);

        var text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Single(OnePage().Matches(text));
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex OnePage();
}
