using System.Net.Http.Headers;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Catalogues;

public sealed class CatalogueImportTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Header = "code,name,countries,roles,aliases,links\n";

    private readonly CatalogueScenario _catalogues = new(host);

    [Fact]
    public async Task A_table_is_previewed_and_then_taken_over_in_one_transaction()
    {
        const string table = Header + "taller_a,Taller A,ESP,maker,Taller Alfa,\ntaller_b,Taller B,ESP,importer,,importer_of:taller_a\nmeriden,Meriden,USA,maker,,\n";

        var preview = (await _catalogues.PreviewAsync("makers", table)).Expect(200);
        Assert.Equal((2, 1), (preview.Body!["added"]!.AsArray().Count, preview.Body["corrected"]!.AsArray().Count));
        Assert.Equal([], await _catalogues.LookUpAsync("Taller Alfa"));

        var import = (await _catalogues.ImportAsync("makers", table)).Expect(201);
        Assert.Equal((2, 1, 0), Counts(import));
        Assert.Equal(["taller_a"], await _catalogues.LookUpAsync("Taller Alfa"));
        Assert.Equal("Table of the test", (await _catalogues.Investigator.GetAsync(import.Location!)).Expect(200).Body!["source"]!.GetValue<string>());
        var history = (await _catalogues.Investigator.GetAsync("/api/v1/catalogues/makers/meriden/history")).Expect(200).Body!.AsArray();
        Assert.Equal("Meriden Fire Arms", history[0]!["before"]!["name"]!.GetValue<string>());

        Assert.Equal((0, 0, 3), Counts((await _catalogues.ImportAsync("makers", table)).Expect(201)));
    }

    [Fact]
    public async Task An_entry_that_a_second_table_corrects_moves_on_to_its_next_version()
    {
        (await _catalogues.ImportAsync("makers", Header + "taller_v,Taller V,ESP,maker,,\n")).Expect(201);
        (await _catalogues.ImportAsync("makers", Header + "taller_v,Taller V,ESP,maker,Taller Victoria,\n")).Expect(201);

        Assert.Equal(2, (await _catalogues.Investigator.GetAsync("/api/v1/catalogues/makers/taller_v")).Expect(200).Version);
    }

    [Fact]
    public async Task A_table_with_one_bad_line_changes_nothing()
    {
        var before = await EventsAsync();

        var answer = (await _catalogues.ImportAsync("makers", Header + "taller_c,Taller C,ESP,maker,,\ntaller_d,Taller D,ESP,maker,,importer_of:nobody\n")).Expect(400);

        Assert.Equal("line:3,column:1", answer.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        Assert.Equal(before, await EventsAsync());
        Assert.Equal([], await _catalogues.LookUpAsync("Taller C"));
    }

    [Fact]
    public async Task Five_thousand_models_are_taken_over_and_found()
    {
        var table = "code,name,maker,type,action,cartridges,made_from,made_to\n"
            + string.Concat(Enumerable.Range(0, 5000).Select(at => $"noble_bulk_{at},Bulk {at},noble,rifle,bolt,22_lr,1950,\n"));

        Assert.Equal((5000, 0, 0), Counts((await _catalogues.ImportAsync("models", table)).Expect(201)));

        Assert.Equal(["noble", "noble_bulk_4999"], await _catalogues.LookUpAsync("NOBLE Bulk 4999"));
    }

    [Fact]
    public async Task Two_imports_at_once_leave_each_entry_once()
    {
        var table = Header + string.Concat(Enumerable.Range(0, 20).Select(at => $"taller_race_{at},Taller Race {at},ESP,maker,,\n"));

        var answers = await Task.WhenAll(_catalogues.ImportAsync("makers", table), _catalogues.ImportAsync("makers", table));

        Assert.Equal([(0, 0, 20), (20, 0, 0)], answers.Select(answer => Counts(answer.Expect(201))).Order());
    }

    [Fact]
    public async Task A_repeated_import_with_its_key_is_answered_and_not_done_again()
    {
        var key = Guid.CreateVersion7().ToString();
        var first = await WithKeyAsync(key, Header + "taller_key,Taller Key,ESP,maker,,\n");
        var again = await WithKeyAsync(key, Header + "taller_key,Taller Key,ESP,maker,,\n");
        var other = await WithKeyAsync(key, Header + "taller_other,Taller Other,ESP,maker,,\n");

        Assert.Equal(first.Expect(201).Location, again.Expect(201).Location);
        Assert.Equal("idempotency-key-reused", other.Expect(422).Problem);
    }

    [Fact]
    public async Task What_is_no_table_is_refused()
    {
        Assert.Equal("not-a-table", (await _catalogues.Administrator.PostAsync("/api/v1/catalogues/makers/imports?source=x", "{}")).Expect(415).Problem);
        Assert.Equal("body-too-large", (await _catalogues.ImportAsync("makers", new string('x', (8 * 1024 * 1024) + 1))).Expect(413).Problem);
        Assert.Equal("query:source", (await _catalogues.ImportAsync("makers", Header, "")).Expect(400).Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        Assert.Equal(403, (await host.ClientAs(Role.Investigator).PostAsync("/api/v1/catalogues/makers/imports?source=x", "{}")).Status);
    }

    private static (int Added, int Corrected, int Unchanged) Counts(ApiAnswer import) =>
        (import.Body!["added"]!.GetValue<int>(), import.Body["corrected"]!.GetValue<int>(), import.Body["unchanged"]!.GetValue<int>());

    private Task<ApiAnswer> WithKeyAsync(string key, string table) =>
        _catalogues.Administrator.SendAsync(HttpMethod.Post, "/api/v1/catalogues/makers/imports?source=x", null, request =>
        {
            request.Content = new StringContent(table, new MediaTypeHeaderValue("text/csv"));
            request.Headers.Add("Idempotency-Key", key);
        });

    private async Task<long> EventsAsync()
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from registry.mt_events where type <> 'tombstone'", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
