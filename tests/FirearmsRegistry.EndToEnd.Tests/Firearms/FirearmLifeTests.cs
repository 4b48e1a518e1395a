using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Firearms;

public sealed class FirearmLifeTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task A_new_arm_cannot_be_sold_before_its_mark_was_verified()
    {
        var client = host.ClientAs(Role.Registrar);
        var buyer = await PartyAsync(client, "Buyer One");
        var firearm = await client.RegisteredAsync("LIFE-1");

        var early = await client.PostAsync($"{firearm.Location}/transfers", Sale(buyer), firearm.Version);
        var verified = (await client.PostAsync($"{firearm.Location}/marks/{firearm.Body!["marks"]![0]!["markId"]}/verifications",
            new JsonObject { ["readText"] = "EXAMPLE ARMS SPAIN LIFE-1", ["verifiedOn"] = "2020-03-02" }, firearm.Version)).Expect(200);
        var sold = (await client.PostAsync($"{firearm.Location}/transfers", Sale(buyer), verified.Version)).Expect(201);

        Assert.Equal((409, "marks-missing"), (early.Status, early.Problem));
        Assert.Equal("Firearms Protocol Art. 8(1)(a)", early.Body!["errors"]![0]!["source"]!.GetValue<string>());
        Assert.Equal(buyer, sold.Body!["holder"]!["value"]!.GetValue<Guid>());
        (await client.GetAsync(sold.Location!)).Expect(200);
    }

    [Fact]
    public async Task Of_two_racing_transfers_one_wins_and_the_other_has_to_look_again()
    {
        var client = host.ClientAs(Role.Registrar);
        var buyer = await PartyAsync(client, "Buyer Two");
        var firearm = await client.RegisteredAndVerifiedAsync("LIFE-2");

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            client.PostAsync($"/api/v1/firearms/{firearm.Id}/transfers", Sale(buyer), firearm.Version)));

        Assert.Equal([201, 412], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task The_history_says_who_did_what_when_and_what_was_known_earlier()
    {
        var client = host.ClientAs(Role.Registrar);
        var firearm = await client.RegisteredAsync("LIFE-3");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var before = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        (await client.PostAsync($"{firearm.Location}/losses", Stolen(), firearm.Version)).Expect(201);

        var first = (await client.GetAsync($"{firearm.Location}/history?limit=2")).Expect(200).Body!;
        var rest = (await client.GetAsync($"{firearm.Location}/history?limit=2&after={first["next"]}")).Expect(200).Body!;
        var then = (await client.GetAsync($"{firearm.Location}/history?asKnownAt={before.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}")).Expect(200).Body!;

        var line = Assert.Single(rest["items"]!.AsArray())!;
        Assert.Equal(2, first["items"]!.AsArray().Count);
        Assert.Equal(2, then["items"]!.AsArray().Count);
        Assert.Equal("firearm_reported_lost", line["key"]!.GetValue<string>());
        Assert.Equal("Reported stolen on 3 February 2021, report Police 7.", line["what"]!.GetValue<string>());
        Assert.Equal("2021-02-02", line["happenedOn"]!["value"]!.GetValue<string>());
        Assert.NotNull(line["recordedBy"]);
    }

    [Fact]
    public async Task A_worn_reading_finds_the_arm_says_how_and_flags_a_theft_and_is_logged()
    {
        var client = host.ClientAs(Role.Registrar);
        var firearm = await client.RegisteredAsync("SO-150");
        (await client.PostAsync($"{firearm.Location}/losses", Stolen(), firearm.Version)).Expect(201);
        var investigator = host.ClientAs(Role.Investigator);

        var worn = Items(await investigator.SearchAsync("/api/v1/firearm-searches", new { mark = "5O-I5O" }));
        var exact = Items(await investigator.SearchAsync("/api/v1/firearm-searches", new { mark = "so 150", maker = "EXAMPLE ARMS", country = "ESP" }));
        var elsewhere = Items(await investigator.SearchAsync("/api/v1/firearm-searches", new { mark = "SO-150", country = "FRA" }));
        var unexplained = await investigator.SearchAsync("/api/v1/firearm-searches", new { mark = "SO-150" }, null);

        Assert.Equal(("folded_key", "serial", "stolen"), (Text(worn, "matchedBy"), Text(worn, "matchedIn"), Text(worn, "alert")));
        Assert.Equal("exact_key", Text(exact, "matchedBy"));
        Assert.Empty(elsewhere);
        Assert.Equal((400, "query-reason-required"), (unexplained.Status, unexplained.Problem));
        Assert.Equal(3, await LoggedAsync("SO-150", "5O-I5O", "so 150"));
    }

    [Fact]
    public async Task Hits_come_in_pages_without_gap_or_repetition()
    {
        var client = host.ClientAs(Role.Registrar);
        for (var i = 0; i < 3; i++)
        {
            var request = FirearmRequests.Register("PAGE-7");
            request["description"]!["maker"]!["value"] = $"Maker {i}";
            (await client.PostAsync("/api/v1/firearms", request)).Expect(201);
        }

        var first = (await client.SearchAsync("/api/v1/firearm-searches?limit=2", new { mark = "PAGE-7" })).Expect(200).Body!;
        var second = (await client.SearchAsync($"/api/v1/firearm-searches?limit=2&after={first["next"]}", new { mark = "PAGE-7" })).Expect(200).Body!;

        var found = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(hit => hit!["firearmId"]!.GetValue<Guid>()).ToList();
        Assert.Equal(3, found.Distinct().Count());
        Assert.Equal(3, found.Count);
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task A_disposal_is_authorised_and_carried_out_and_then_only_corrections_follow()
    {
        var client = host.ClientAs(Role.Registrar);
        var firearm = await client.RegisteredAsync("LIFE-4");
        var authorised = (await client.PostAsync($"{firearm.Location}/disposals",
            new JsonObject { ["method"] = "destroyed", ["authorisation"] = "Order 1", ["authorisedOn"] = "2021-01-01" }, firearm.Version)).Expect(201);
        var destroyed = (await client.PostAsync($"{authorised.Location}/completions",
            new JsonObject { ["technique"] = "melting", ["witness"] = "Depot", ["carriedOutOn"] = "2021-01-02" }, authorised.Version)).Expect(200);

        var lost = await client.PostAsync($"{firearm.Location}/losses", Stolen(), destroyed.Version);
        var description = destroyed.Body!["description"]!.DeepClone();
        description["model"] = new JsonObject { ["is"] = "known", ["value"] = "E10" };
        var corrected = (await client.PostAsync($"{firearm.Location}/corrections",
            new JsonObject { ["reason"] = "Misread.", ["description"] = description }, destroyed.Version)).Expect(200);

        Assert.Equal((409, "firearm-destroyed"), (lost.Status, lost.Problem));
        Assert.Equal("destroyed", corrected.Body!["status"]!.GetValue<string>());
        Assert.Equal("E10", corrected.Body!["description"]!["model"]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_id_of_another_record_is_no_firearm()
    {
        var client = host.ClientAs(Role.Registrar);
        var party = await PartyAsync(client, "Not A Firearm");

        Assert.Equal(404, (await client.GetAsync($"/api/v1/firearms/{party}")).Status);
        Assert.Equal(404, (await client.GetAsync($"/api/v1/firearms/{party}/history")).Status);
        Assert.Equal(404, (await client.PostAsync($"/api/v1/firearms/{party}/losses", Stolen(), 1)).Status);
    }

    private static async Task<Guid> PartyAsync(RegistryClient client, string name) =>
        (await client.PostAsync("/api/v1/parties", PartyRequests.Registration(name))).Expect(201).Id;

    private static JsonObject Sale(Guid buyer) => FirearmRequests.Sale(FirearmRequests.Unknown(), FirearmRequests.Known(buyer));

    private static JsonObject Stolen() => new()
    {
        ["kind"] = "stolen",
        ["occurredOn"] = new JsonObject { ["is"] = "known", ["value"] = "2021-02-02" },
        ["reportedOn"] = "2021-02-03",
        ["report"] = "Police 7",
    };

    private static JsonArray Items(ApiAnswer answer) => answer.Expect(200).Body!["items"]!.AsArray();

    private static string Text(JsonArray items, string member) => Assert.Single(items)![member]!.GetValue<string>();

    private async Task<long> LoggedAsync(params string[] marks)
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand(
            "select count(*) from registry.access_log where action = 'search_firearms' and criteria->>'mark' = any($1)");
        command.Parameters.AddWithValue(marks);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
