using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.Computing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

public sealed class CountFileTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private static readonly string Fixtures = RepositoryRoot.Below("tests", "fixtures", "iafq");

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
        await AssignAsync(imported);
        await ChooseAsync(imported.Id);
    }

    /// <summary>A person has 2018 rest on the file, and then on the register again: each moment knows what held then, and no figure mixes the two.</summary>
    private async Task ChooseAsync(Guid file)
    {
        const string Route = "/api/v1/indicators/sdg-16-4-2/year-sources";
        var before = Pass();
        Assert.Equal("invalid-input", (await Statistician.PostAsync(Route, new { year = 2018, countFileId = Guid.CreateVersion7(), reason = "Paper." })).Expect(400).Problem);
        Assert.Equal("count-file-without-year", (await Statistician.PostAsync(Route, new { year = 1991, countFileId = file, reason = "Paper." })).Expect(422).Problem);
        var chosen = (await Statistician.PostAsync(Route, new { year = 2018, countFileId = file, reason = "The cases of 2018 are on paper." })).Expect(201);
        Assert.Equal("year-source-chosen-already", (await Statistician.PostAsync(Route, new { year = 2018, countFileId = file, reason = "Again." })).Expect(409).Problem);
        await ComputeTouchedAsync();
        Assert.Equal(("computed", "57.23", "count_file"), await FigureAsync(""));
        Assert.Equal(("computed", "57.23", "count_file"), await StoredAsync());
        Assert.Empty((await Statistician.GetAsync("/api/v1/indicators/sdg-16-4-2/tables/figure/cells/numerator/items?year=2018")).Expect(200).Body!["items"]!.AsArray());
        (await Statistician.PostAsync(Route, new { year = 2019, countFileId = file, reason = "Those of 2019 too." })).Expect(201);
        await ShowYearAsync();
        var between = Pass();

        Assert.Equal("year-source-unchanged", (await Statistician.PostAsync($"{chosen.Location}/choices", new { countFileId = file, reason = "Again." }, chosen.Version)).Expect(409).Problem);
        var back = (await Statistician.PostAsync($"{chosen.Location}/choices", new { reason = "All cases are entered." }, chosen.Version)).Expect(200);
        await ComputeTouchedAsync();

        Assert.Equal([2019], (await Statistician.GetAsync($"/api/v1/count-files/{file}")).Expect(200).Body!["restingYears"]!.AsArray().Select(year => year!.GetValue<int>()));
        Assert.Equal(["The cases of 2018 are on paper.", "All cases are entered."], back.Body!["choices"]!.AsArray().Select(choice => choice!["reason"]!.GetValue<string>()));
        Assert.Equal(("not_reported", null, "register"), await FigureAsync(""));
        Assert.Equal(("not_reported", null, "register"), await StoredAsync());
        Assert.Equal(("computed", "57.23", "count_file"), await FigureAsync($"&asKnownAt={between:yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Equal(("not_reported", null, "register"), await FigureAsync($"&asKnownAt={before:yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Equal(("not_reported", null, "register"), Read(Published(await YearAsync(""))));
        Assert.Equal(("computed", "57.23", "count_file"), Read(Published(await YearAsync($"&asKnownAt={between:yyyy-MM-ddTHH:mm:ssZ}"))));
        var region = (await Statistician.GetAsync(
            $"/api/v1/indicators/sdg-16-4-2/regions?year=2018&file={file}&members=ESP,GBR&asKnownAt={between:yyyy-MM-ddTHH:mm:ssZ}")).Expect(200).Body!;
        Assert.Equal("57.23", region["register"]!["percent"]!.ToJsonString());
        (await Statistician.GetAsync($"/api/v1/indicators/sdg-16-4-2/regions?year=2018&file={file}&asKnownAt=2020-01-01T00:00:00Z")).Expect(404);

        // The two years that are brought together may rest on different sources: each says its own.
        async Task ShowYearAsync()
        {
            var year = await YearAsync("");
            Assert.Equal(("computed", "57.23", "count_file"), Read(Published(year)));
            Assert.All(year["figures"]!.AsArray(), figure => Assert.Equal("count_file", figure!["source"]!["kind"]!.GetValue<string>()));
            var (mean, pooled) = (OverTwoYears(year, "mean"), OverTwoYears(year, "pooled"));
            Assert.Equal(("53.71", 2018), (mean["percent"]!.ToJsonString(), mean["labelYear"]!.GetValue<int>()));
            Assert.Equal(["count_file", "count_file"], Sources(mean));
            Assert.Equal(("57.23", 2018), (pooled["percent"]!.ToJsonString(), pooled["labelYear"]!.GetValue<int>()));
            Assert.Equal(["register", "count_file"], Sources(pooled));
        }

        async Task<JsonNode> YearAsync(string moment) =>
            (await Statistician.GetAsync($"/api/v1/indicators/sdg-16-4-2/year-figures?year=2018{moment}")).Expect(200).Body!;

        static JsonNode Published(JsonNode year) => year["figures"]!.AsArray().Single(IsPublished)!;

        static JsonNode OverTwoYears(JsonNode year, string rule) =>
            year["overTwoYears"]!.AsArray().Single(value => IsPublished(value) && value!["rule"]!.GetValue<string>() == rule)!;

        static bool IsPublished(JsonNode? figure) =>
            (figure!["intake"]!.GetValue<string>(), figure["variant"]!.GetValue<string>()) == ("seized", "potentially_traceable");

        static IEnumerable<string> Sources(JsonNode value) => value["years"]!.AsArray().Select(part => part!["source"]!["kind"]!.GetValue<string>());

        DateTimeOffset Pass()
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            var moment = host.Time.GetUtcNow();
            host.Time.Advance(TimeSpan.FromMinutes(1));
            return moment;
        }

        async Task<(string, string?, string)> FigureAsync(string moment) =>
            Read((await Statistician.GetAsync($"/api/v1/indicators/sdg-16-4-2?year=2018{moment}")).Expect(200).Body!);

        async Task<(string, string?, string)> StoredAsync() => Read((await Statistician.GetAsync("/api/v1/indicators/sdg-16-4-2/figures?year=2018")).Expect(200).Body!.AsArray()
            .Single(figure => figure!["id"]!.GetValue<string>() == "sdg-16-4-2/ESP/2018/seized/potentially_traceable")!);

        static (string, string?, string) Read(JsonNode figure) =>
            (figure["status"]!.GetValue<string>(), figure["percent"]?.ToJsonString(), figure["source"]!["kind"]!.GetValue<string>());
    }

    private async Task ComputeTouchedAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FigureJob>().ComputeTouchedAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Spain's rows "otherwise illicitly manufactured" of 2020 say 0 and 20: the second is the count, and the first stays out of every total.</summary>
    private async Task AssignAsync(ApiAnswer imported)
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(Fixtures, "unodc-2024-08-26-extract.csv"), TestContext.Current.CancellationToken)).Index()
            .Where(line => line.Item.StartsWith("ESP,", StringComparison.Ordinal) && line.Item.Contains(",otherwise illicitly manufactured,", StringComparison.OrdinalIgnoreCase)
                && line.Item.Contains(",2020,", StringComparison.Ordinal)).ToList();
        var (zero, twenty) = (lines.Single(line => line.Item.Contains(",0,", StringComparison.Ordinal)).Index + 1, lines.Single(line => line.Item.Contains(",20,", StringComparison.Ordinal)).Index + 1);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var before = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromMinutes(1));

        var path = $"{imported.Location}/assignments";
        Assert.Equal("count-not-contested", (await Statistician.PostAsync(path, new { line = 2, reason = "It is." }, imported.Version)).Expect(409).Problem);
        Assert.Equal("/category", (await Statistician.PostAsync(path, new { line = zero, category = "cannon", reason = "It is." }, imported.Version)).Expect(400)
            .Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        Assert.Equal("count-place-taken", (await Statistician.PostAsync(path, new { line = zero, category = "converted", reason = "It is." }, imported.Version)).Expect(409).Problem);
        var wrong = (await Statistician.PostAsync(path, new { line = zero, reason = "The first of two." }, imported.Version)).Expect(200);
        var right = (await Statistician.PostAsync(path, new { line = twenty, reason = "UNODC says so." }, wrong.Version)).Expect(200);

        Assert.Equal(["The first of two.", "UNODC says so."], right.Body!["assigned"]!.AsArray().Select(said => said!["reason"]!.GetValue<string>()));
        Assert.All(right.Body["assigned"]!.AsArray(), said => Assert.NotEmpty(said!["assignedByName"]!.GetValue<string>()));
        await ExpectContestedAsync(imported.Id, zero, twenty);
        Assert.Equal([(20, 0), (0, 1)], await ManufacturedAsync(""));
        Assert.Equal([(0, 1), (20, 2)], (await ManufacturedAsync($"&asKnownAt={before.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}")).Order());

        async Task<IEnumerable<(int Count, int Variant)>> ManufacturedAsync(string moment) =>
            (await Statistician.GetAsync($"/api/v1/indicators/sdg-16-4-2/year-tables?year=2020{moment}")).Expect(200).Body!["imported"]!.AsArray()
                .Where(count => count!["category"]!.GetValue<string>() == "otherwise_illicitly_manufactured")
                .Select(count => (count!["value"]!["value"]!.GetValue<int>(), count["variant"]!.GetValue<int>())).OrderBy(count => count.Item2);
    }

    /// <summary>All contradictions of the file come in pages, and the one that was settled says which row stands and who said so.</summary>
    private async Task ExpectContestedAsync(Guid file, long zero, long twenty)
    {
        var counts = new List<JsonNode>();
        for (var after = (string?)""; after is not null;)
        {
            var page = (await Statistician.GetAsync($"/api/v1/contested-counts?file={file}&limit=20{(after.Length == 0 ? "" : $"&after={after}")}")).Expect(200).Body!;
            counts.AddRange(page["items"]!.AsArray().Select(count => count!));
            after = page["next"]?.GetValue<string>();
        }

        Assert.Equal(29, counts.Count);
        Assert.Equal(29, counts.Select(count => count["rows"]![0]!["line"]!.GetValue<long>()).Distinct().Count());
        var spain = (await Statistician.GetAsync($"/api/v1/contested-counts?file={file}&country=ESP&year=2020")).Expect(200).Body!["items"]!.AsArray();
        Assert.All(spain, count => Assert.Equal(("ESP", 2020), (count!["country"]!.GetValue<string>(), count["year"]!.GetValue<int>())));
        var one = (await Statistician.GetAsync($"/api/v1/count-files/{file}/contested-counts/{twenty}")).Expect(200).Body!;
        Assert.Equal([(zero, "displaced"), (twenty, "standing")], one["rows"]!.AsArray().Select(row => (row!["line"]!.GetValue<long>(), row["state"]!.GetValue<string>())));
        Assert.Equal("UNODC says so.", one["rows"]![1]!["said"]![0]!["reason"]!.GetValue<string>());
        (await Statistician.GetAsync($"/api/v1/count-files/{file}/contested-counts/2")).Expect(404);
        Assert.Equal("query:country", (await Statistician.GetAsync("/api/v1/contested-counts?country=Spain")).Expect(400).Body!["errors"]![0]!["pointer"]!.GetValue<string>());
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
