using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Rebuilding;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Catalogues;

public sealed class CatalogueTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Route = CatalogueScenario.Route;

    private readonly CatalogueScenario _catalogues = new(host);

    [Fact]
    public async Task A_mark_is_looked_up_in_the_seeds_without_a_reason()
    {
        Assert.Equal(["cz", "cz_75", "9x19", "CZE"], await _catalogues.LookUpAsync("CZ 75 B CAL. 9 LUGER MADE IN CZECH REPUBLIC"));
        Assert.Equal([], await _catalogues.LookUpAsync("nothing that anybody knows"));
    }

    [Fact]
    public async Task A_catalogue_is_listed_by_pages_and_filtered_by_a_text()
    {
        var first = (await _catalogues.Investigator.GetAsync($"{Route}/cartridges?limit=10")).Expect(200);
        var second = (await _catalogues.Investigator.GetAsync($"{Route}/cartridges?limit=10&after={first.Body!["next"]!.GetValue<string>()}")).Expect(200);
        var found = (await _catalogues.Investigator.GetAsync($"{Route}/makers?text={Uri.EscapeDataString("застава")}")).Expect(200);
        var models = (await _catalogues.Investigator.GetAsync($"{Route}/models?maker=glock&limit=200")).Expect(200);

        Assert.True(string.CompareOrdinal(Codes(first)[^1], Codes(second)[0]) < 0);
        Assert.Contains("zastava", Codes(found));
        Assert.Contains("glock_17", Codes(models));
        Assert.All(Codes(models), code => Assert.StartsWith("glock_", code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entry_that_is_added_is_found_at_once_and_carries_who_added_it()
    {
        var added = (await _catalogues.AddMakerAsync("armeria_uno", "Armería Uno", "Uno Eibar")).Expect(201);

        Assert.Equal(("own", 1L), (added.Body!["origin"]!.GetValue<string>(), added.Version));
        Assert.Equal(["armeria_uno"], await _catalogues.LookUpAsync("UNO EIBAR"));
        var history = (await _catalogues.Investigator.GetAsync($"{added.Location}/history")).Expect(200).Body!.AsArray();
        Assert.Equal("demo-administrator", Assert.Single(history)!["recordedByName"]!.GetValue<string>());
        Assert.Equal("catalogue-code-taken", (await _catalogues.AddMakerAsync("armeria_uno", "Another")).Expect(409).Problem);
    }

    [Fact]
    public async Task A_seed_is_corrected_over_its_original_which_stays()
    {
        const string path = $"{Route}/makers/webley";
        var seed = (await _catalogues.Investigator.GetAsync(path)).Expect(200);
        Assert.Equal(("seed", 0L), (seed.Body!["origin"]!.GetValue<string>(), seed.Version));
        var entry = seed.Body["entry"]!.DeepClone();
        entry["name"] = "Webley & Scott, Birmingham";

        var corrected = (await _catalogues.CorrectAsync(path, entry, 0)).Expect(200);

        Assert.Equal(("corrected_seed", 1L), (corrected.Body!["origin"]!.GetValue<string>(), corrected.Version));
        Assert.Equal("Webley & Scott", corrected.Body["seed"]!["name"]!.GetValue<string>());
        var line = Assert.Single((await _catalogues.Investigator.GetAsync($"{path}/history")).Expect(200).Body!.AsArray())!;
        Assert.Equal(("Webley & Scott", "Webley & Scott, Birmingham"),
            (line["before"]!["name"]!.GetValue<string>(), line["after"]!["name"]!.GetValue<string>()));
        Assert.Equal("stale-version", (await _catalogues.CorrectAsync(path, entry, 0)).Expect(412).Problem);
        Assert.Equal("nothing-corrected", (await _catalogues.CorrectAsync(path, entry, 1)).Expect(409).Problem);
        Assert.Equal(["webley"], await _catalogues.LookUpAsync("Webley & Scott, Birmingham"));
    }

    [Fact]
    public async Task An_entry_is_withdrawn_only_when_nothing_refers_to_it_and_may_be_taken_in_again()
    {
        var used = (await _catalogues.WithdrawAsync($"{Route}/cartridges/9x19", 0)).Expect(409);
        Assert.Equal("catalogue-entry-in-use", used.Problem);
        Assert.True(used.Body!["uses"]!.GetValue<int>() > 100);
        var added = (await _catalogues.AddMakerAsync("armeria_dos", "Armería Dos")).Expect(201);

        Assert.True((await _catalogues.WithdrawAsync(added.Location!, 1)).Expect(200).Body!["withdrawn"]!.GetValue<bool>());
        Assert.Equal([], await _catalogues.LookUpAsync("Armería Dos"));
        Assert.Equal("catalogue-entry-withdrawn", (await _catalogues.WithdrawAsync(added.Location!, 2)).Expect(409).Problem);
        Assert.Equal(3, (await _catalogues.AddMakerAsync("armeria_dos", "Armería Dos")).Expect(201).Version);
        Assert.Equal(["armeria_dos"], await _catalogues.LookUpAsync("Armería Dos"));
    }

    [Fact]
    public async Task Eight_racing_additions_of_one_code_make_one_entry()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _catalogues.AddMakerAsync("armeria_tres", "Armería Tres")));

        Assert.Equal(1, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal("catalogue-code-taken", answer.Expect(409).Problem));
    }

    [Fact]
    public async Task Racing_additions_of_one_name_make_one_entry()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(at => _catalogues.AddMakerAsync($"armeria_name_{at}", "Armería Name")));

        Assert.Equal(1, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal("invalid-input", answer.Expect(400).Problem));
    }

    [Fact]
    public async Task A_wrong_entry_is_refused_with_pointers()
    {
        var entry = CatalogueScenario.Maker("armeria_mala", "Armería Mala");
        entry["maker"]!["links"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"kind":"importer_of","maker":"nobody"}]""");
        var dangling = (await _catalogues.Administrator.PostAsync($"{Route}/makers", new { entry, source = "x" })).Expect(400);
        entry["names"] = System.Text.Json.Nodes.JsonNode.Parse("[null]");
        var holed = (await _catalogues.Administrator.PostAsync($"{Route}/makers", new { entry, source = "x" })).Expect(400);

        Assert.Equal("/entry/maker/links/0/maker", dangling.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        Assert.Equal("/entry/names/0", holed.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        Assert.Equal("not-found", (await _catalogues.Administrator.PostAsync($"{Route}/colours", new { entry, source = "x" })).Expect(404).Problem);
        Assert.Equal("not-found", (await _catalogues.Investigator.GetAsync($"{Route}/makers/no_such_maker")).Expect(404).Problem);
    }

    [Fact]
    public async Task A_registrar_writes_and_an_investigator_only_reads()
    {
        var body = new { entry = CatalogueScenario.Maker("armeria_roles", "Armería Roles"), source = "x" };

        Assert.Equal(403, (await host.ClientAs(Role.Investigator).PostAsync($"{Route}/makers", body)).Status);
        (await host.ClientAs(Role.Registrar).PostAsync($"{Route}/makers", body)).Expect(201);
    }

    [Fact]
    public async Task A_rebuild_from_the_events_finds_the_same()
    {
        var added = (await _catalogues.AddMakerAsync("armeria_rebuilt", "Armería Rebuilt")).Expect(201);
        (await _catalogues.WithdrawAsync(added.Location!, 1)).Expect(200);
        var before = await ReadModels.DigestAsync(host);

        await ReadModels.RebuildAsync(host);

        await ReadModels.AssertAsync(host, before);
    }

    private static List<string> Codes(ApiAnswer answer) => [.. answer.Body!["items"]!.AsArray().Select(entry => entry!["code"]!.GetValue<string>())];
}
