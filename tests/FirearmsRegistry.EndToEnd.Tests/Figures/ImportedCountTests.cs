using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

public sealed class ImportedCountTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Route = "/api/v1/imported-counts";

    private RegistryClient Statistician => host.ClientAs(Role.Statistician);

    [Fact]
    public async Task Persons_by_sex_are_kept_as_imported_counts_of_their_year()
    {
        foreach (var (sex, value) in new[] { ("female", 17), ("male", 194), ("unknown", 232), ("total", 443) })
            (await ImportAsync(2020, sex, $$"""{"is":"known","value":{{value}}}""")).Expect(201);

        var counts = (await Statistician.GetAsync($"{Route}?year=2020")).Expect(200).Body!["items"]!.AsArray();

        Assert.Equal(4, counts.Count);
        Assert.Equal(886, counts.Sum(count => count!["value"]!["value"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_count_is_imported_once_and_then_corrected_with_its_history()
    {
        var imported = (await ImportAsync(2021, "male", """{"is":"known","value":0}""")).Expect(201);

        Assert.Equal("count-imported-already", (await ImportAsync(2021, "male", """{"is":"known","value":5}""")).Expect(409).Problem);
        var corrected = (await CorrectAsync(imported, """{"is":"unknown"}""", 1)).Expect(200);
        Assert.Equal("nothing-corrected", (await CorrectAsync(imported, """{"is":"unknown"}""", 2)).Expect(409).Problem);

        Assert.Equal("unknown", corrected.Body!["value"]!["is"]!.GetValue<string>());
        var history = (await Statistician.GetAsync($"{imported.Location}/history")).Expect(200).Body!.AsArray();
        Assert.Equal("""{"is":"known","value":0}""", history[0]!["value"]!.ToJsonString());
        Assert.All(history, line => Assert.Equal("demo-statistician", line!["recordedByName"]!.GetValue<string>()));
        Assert.Equal("The source was withdrawn.", history[1]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_negative_count_and_a_year_out_of_range_are_refused()
    {
        Assert.Equal("/value/value", (await ImportAsync(2022, "total", """{"is":"known","value":-1}""")).Expect(400)
            .Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        Assert.Equal("/year", (await ImportAsync(0, "total", """{"is":"none"}""")).Expect(400).Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    private Task<ApiAnswer> ImportAsync(int year, string sex, string value) => Statistician.PostAsync(Route,
        $$"""
        {"year":{{year}},"indicator":"persons_arrested_or_suspected","dimension":"sex","category":"total","sex":"{{sex}}","value":{{value}},"source":"UNODC 2024-08-26"}
        """);

    private Task<ApiAnswer> CorrectAsync(ApiAnswer imported, string value, long version) => Statistician.PostAsync($"{imported.Location}/corrections",
        $$"""{"value":{{value}},"source":"UNODC 2024-08-26","reason":"The source was withdrawn."}""", version);
}
