using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Seizures;

namespace FirearmsRegistry.EndToEnd.Tests.Seizures;

public sealed class SeizureTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly RegistryClient _client = host.ClientAs(Role.Investigator);

    [Fact]
    public async Task A_recorded_seizure_and_its_item_can_be_read()
    {
        var created = (await _client.PostAsync("/api/v1/seizures", SeizureCalls.Seizure())).Expect(201);
        var item = await _client.ItemAsync(created.Id, SeizureCalls.Item("READ-1"));

        var read = (await _client.GetAsync(created.Location!)).Expect(200);
        var readItem = (await _client.GetAsync(item.Location!)).Expect(200);

        Assert.True(JsonNode.DeepEquals(created.Body, read.Body));
        var found = (await _client.GetAsync($"/api/v1/seized-items/{item.Id}")).Expect(200);
        Assert.True(JsonNode.DeepEquals(item.Body, readItem.Body));
        Assert.True(JsonNode.DeepEquals(item.Body, found.Body));
        Assert.Equal(readItem.ETag, found.ETag);
        (await _client.GetAsync($"/api/v1/seized-items/{created.Id}")).Expect(404);
        Assert.Equal("1.7", readItem.Body!["outcome"]!["line"]!.GetValue<string>());
        Assert.Equal("\"2\"", readItem.ETag);
    }

    [Fact]
    public async Task The_list_of_seizures_goes_from_the_newest_to_the_oldest_page_by_page()
    {
        foreach (var day in (string[])["1950-02-01", "1950-03", "1950-01-31"])
            await _client.SeizureAsync(day);
        var seen = new List<string>();
        for (var next = "?limit=2"; next is not null;)
        {
            var page = (await _client.GetAsync("/api/v1/seizures" + next)).Expect(200).Body!;
            seen.AddRange(page["items"]!.AsArray().Select(seizure => seizure!["occurredOn"]!.GetValue<string>()));
            next = page["next"] is { } after ? $"?limit=2&after={after}" : null;
        }

        Assert.Equal(seen.OrderDescending(StringComparer.Ordinal), seen);
        Assert.Equal(["1950-03", "1950-02-01", "1950-01-31"], seen.Where(day => day.StartsWith("1950", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_items_of_a_seizure_come_page_by_page()
    {
        var seizure = await _client.SeizureAsync();
        foreach (var serial in (string[])["LIST-1", "LIST-2", "LIST-3"])
            await _client.ItemAsync(seizure, SeizureCalls.Item(serial));

        var first = (await _client.GetAsync($"/api/v1/seizures/{seizure}/items?limit=2")).Expect(200).Body!;
        var second = (await _client.GetAsync($"/api/v1/seizures/{seizure}/items?limit=2&after={first["next"]}")).Expect(200).Body!;

        Assert.Equal((2, 1), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count));
        Assert.Null(second["next"]);
    }

    [Theory]
    [InlineData("/api/v1/seizures?after=eA")]
    [InlineData("/api/v1/seizures?after=MjAyMAA")]
    [InlineData("/api/v1/seizures?limit=0")]
    public async Task A_page_that_nobody_gave_out_is_refused(string path)
    {
        Assert.Equal((400, "invalid-input"), await StatusAsync(_client.GetAsync(path)));
    }

    [Fact]
    public async Task An_item_is_found_below_its_own_seizure_only()
    {
        var item = await _client.ItemAsync(await _client.SeizureAsync(), SeizureCalls.Item("OWN-1"));
        var other = await _client.SeizureAsync();

        Assert.Equal((404, "not-found"), await StatusAsync(_client.GetAsync($"/api/v1/seizures/{other}/items/{item.Id}")));
        Assert.Equal((404, "not-found"), await StatusAsync(_client.GetAsync($"/api/v1/seizures/{other}/items/{item.Id}/history")));
        Assert.Equal((404, "not-found"), await StatusAsync(
            _client.PostAsync($"/api/v1/seizures/{other}/items/{item.Id}/origins", SeizureExamples.Origin, 2)));
        Assert.Equal((404, "not-found"), await StatusAsync(_client.GetAsync($"/api/v1/seizures/{item.Id}")));
    }

    [Fact]
    public async Task An_item_of_no_seizure_and_one_that_names_nobody_are_refused()
    {
        var seizure = await _client.SeizureAsync();
        var possessed = SeizureCalls.Item("NOBODY-1");
        possessed["item"]!["possessor"] = SeizureCalls.Json(Marks.Values.Known.Of(Guid.CreateVersion7()));
        possessed["item"]!["registeredFirearm"] = Guid.CreateVersion7();

        var refused = await _client.PostAsync($"/api/v1/seizures/{seizure}/items", possessed);

        Assert.Equal((422, "unknown-reference"), (refused.Status, refused.Problem));
        Assert.Equal(2, refused.Body!["errors"]!.AsArray().Count);
        Assert.Equal((404, "not-found"), await StatusAsync(
            _client.PostAsync($"/api/v1/seizures/{Guid.CreateVersion7()}/items", SeizureCalls.Item("NOBODY-2"))));
    }

    [Fact]
    public async Task The_possessor_of_an_item_is_a_party_of_the_register()
    {
        var party = (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/parties", PartyRequests.Registration("Possessor One"))).Expect(201);
        var possessed = SeizureCalls.Item("HELD-1");
        possessed["item"]!["possessor"] = SeizureCalls.Json(Marks.Values.Known.Of(party.Id));

        var item = await _client.ItemAsync(await _client.SeizureAsync(), possessed);

        Assert.Equal(party.Id, item.Body!["item"]!["possessor"]!["value"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task A_corrected_seizure_takes_all_its_items_along_and_the_old_state_stays_readable()
    {
        var seizure = await _client.SeizureAsync();
        var item = await _client.ItemAsync(seizure, SeizureCalls.Item("CORR-1"));
        var before = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromMinutes(5));
        var corrected = SeizureCalls.Json(SeizureExamples.CorrectSeizure);
        corrected["circumstances"]!["occurredOn"] = "2019-12-31";

        (await _client.PostAsync($"/api/v1/seizures/{seizure}/corrections", corrected, 1)).Expect(200);
        host.Time.Advance(TimeSpan.FromMinutes(5));

        var now = (await _client.GetAsync(item.Location!)).Expect(200);
        var then = (await _client.GetAsync($"{item.Location}?asKnownAt={before.AddMinutes(1):yyyy-MM-ddTHH:mm:ssZ}")).Expect(200);
        Assert.Equal("2019-12-31", now.Body!["circumstances"]!["intakeOn"]!.GetValue<string>());
        Assert.Equal("2020-05-14", then.Body!["circumstances"]!["intakeOn"]!.GetValue<string>());
        Assert.Equal(3, now.Version);
        var items = (await _client.GetAsync($"/api/v1/seizures/{seizure}/items?asKnownAt={before.AddMinutes(1):yyyy-MM-ddTHH:mm:ssZ}")).Expect(200);
        Assert.Equal("2020-05-14", items.Body!["items"]![0]!["circumstances"]!["intakeOn"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_history_tells_who_did_what_and_when()
    {
        var item = await _client.ItemAsync(await _client.SeizureAsync(), SeizureCalls.Item("HIST-1"));
        (await _client.ActAsync(item, "origins", SeizureExamples.Origin)).Expect(200);

        var lines = (await _client.GetAsync($"{item.Location}/history")).Expect(200).Body!.AsArray();

        Assert.Equal(
            ["seized_item_recorded", "seized_item_outcome_decided", "seized_item_origin_established", "seized_item_outcome_decided"],
            lines.Select(line => line!["event"]!.GetValue<string>()));
        Assert.All(lines, line => Assert.NotEmpty(line!["recordedBy"]!.GetValue<string>()));
        Assert.All(lines, line => Assert.Equal("demo-investigator", line!["recordedByName"]!.GetValue<string>()));
        Assert.Equal("2020-09-01", lines[2]!["occurredOn"]!.GetValue<string>());
        Assert.Equal("Outcome line 1.4 by row 8: established_otherwise", lines[3]!["text"]!.GetValue<string>());
    }

    private static async Task<(int, string?)> StatusAsync(Task<ApiAnswer> answer)
    {
        var came = await answer;
        return (came.Status, came.Problem);
    }
}
