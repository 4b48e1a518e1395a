using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Contracts;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

public sealed class CountFileTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private static readonly string Fixtures = Path.Combine(Golden.Root, "tests", "fixtures", "iafq");

    private RegistryClient Statistician => host.ClientAs(Role.Statistician);

    [Fact]
    public async Task A_published_file_is_taken_over_whole_once_and_gives_the_figures_of_other_States()
    {
        var file = await File.ReadAllBytesAsync(Path.Combine(Fixtures, "unodc-2024-08-26-extract.csv"), TestContext.Current.CancellationToken);

        var preview = await SendAsync("/api/v1/count-file-previews", file);
        Assert.Equal((200, "unodc", 2328, 58), (preview.Status, preview.Body!["layout"]!.GetValue<string>(), preview.Body["counts"]!.GetValue<int>(),
            preview.Body["contested"]!.GetValue<int>()));
        var imported = (await SendAsync("/api/v1/count-files?source=UNODC+data+portal", file)).Expect(201);
        Assert.Equal("count-imported-already", (await SendAsync("/api/v1/count-files?source=again", file)).Expect(409).Problem);

        var region = await RegionAsync(imported.Id, "&members=ESP,GBR,FRA");
        Assert.Equal((1021 + 170, 1784 + 614), (region["numerator"]!.GetValue<int>(), region["denominator"]!.GetValue<int>()));
        Assert.Equal("49.67", region["percent"]!.ToJsonString());
        Assert.Equal(["FRA"], region["missing"]!.AsArray().Select(state => state!.GetValue<string>()));
        Assert.Equal("57.23", region["states"]![0]!["percent"]!.ToJsonString());
        Assert.Equal("not_reported", region["register"]!["status"]!.GetValue<string>());
        Assert.Null((await RegionAsync(imported.Id, "&members=ESP,FRA,DEU,ITA"))["percent"]);

        var year = (await Statistician.GetAsync("/api/v1/indicators/sdg-16-4-2/year-tables?year=2020")).Expect(200).Body!;
        Assert.Null(year["register"]![0]!["arms"]!["count"]);
        Assert.Contains(year["imported"]!.AsArray(), count => count!["category"]!.GetValue<string>() == "pending" && count["value"]!["value"]?.GetValue<int>() == 103);
        Assert.Equal(2, year["imported"]!.AsArray().Count(count => count!["variant"]!.GetValue<int>() > 0 && count["category"]!.GetValue<string>() == "otherwise_illicitly_manufactured"));
    }

    [Fact]
    public async Task A_file_with_a_fault_is_refused_with_line_and_column_and_nothing_of_it_is_kept()
    {
        var file = Encoding.UTF8.GetBytes(
            (await File.ReadAllTextAsync(Path.Combine(Fixtures, "tracing-counts.csv"), TestContext.Current.CancellationToken)) + "ESP,724,2023,seized,-1,,,,,,,,,,,,\n");

        var refused = (await SendAsync("/api/v1/count-files?source=Ministry", file)).Expect(400);

        Assert.Matches("^line:[0-9]+,column:5$", refused.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        Assert.DoesNotContain((await Statistician.GetAsync("/api/v1/count-files")).Expect(200).Body!.AsArray(),
            kept => kept!["layout"]!.GetValue<string>() == "tracing_counts");
        Assert.Equal(413, (await SendAsync("/api/v1/count-files?source=Ministry", new byte[9 * 1024 * 1024])).Status);
    }

    private async Task<JsonNode> RegionAsync(Guid file, string members) =>
        (await Statistician.GetAsync($"/api/v1/indicators/sdg-16-4-2/regions?year=2018&file={file}{members}")).Expect(200).Body!;

    private async Task<ApiAnswer> SendAsync(string path, byte[] file) => await Statistician.SendAsync(HttpMethod.Post, path, null, request =>
    {
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Content = new ByteArrayContent(file);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
    });
}
