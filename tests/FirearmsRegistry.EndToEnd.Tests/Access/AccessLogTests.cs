using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Access;

public sealed class AccessLogTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task An_auditor_reads_who_looked_and_why_and_is_seen_too()
    {
        var party = await LookedUpAsync("Logged Lookup");
        var auditor = host.ClientAs(Role.Auditor);

        var line = Assert.Single(Items((await auditor.GetAsync($"/api/v1/access-log?recordId={party}")).Expect(200)));
        Assert.Equal(("search_parties", "criminal_investigation", "CASE-1"), (Text(line, "action"), Text(line, "reason"), Text(line, "caseReference")));
        Assert.Equal("name", Text(line["criteria"]!, "by"));
        Assert.Equal([party], line["recordIds"]!.AsArray().Select(id => id!.GetValue<Guid>()));
        Assert.NotEmpty(Text(line, "subject")!);

        var newest = Items((await auditor.GetAsync("/api/v1/access-log?limit=1")).Expect(200))[0];
        Assert.Equal("read_access_log", Text(newest, "action"));
        Assert.Equal(party, newest["criteria"]!["recordId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task An_auditor_reads_a_record_as_it_was_recorded_without_a_name_in_it_and_is_seen_too()
    {
        var party = await LookedUpAsync("Recorded Plainly");
        var auditor = host.ClientAs(Role.Auditor);

        var recorded = (await auditor.GetAsync($"/api/v1/recorded-events/{party}?limit=1")).Expect(200);

        Assert.Equal(("party_registered", 1L), (Text(Items(recorded)[0], "type"), Items(recorded)[0]["version"]!.GetValue<long>()));
        Assert.DoesNotContain("Recorded Plainly", recorded.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(Items((await auditor.GetAsync($"/api/v1/access-log?recordId={party}")).Expect(200)), line => Text(line, "action") == "read_recorded_events");
        (await auditor.GetAsync($"/api/v1/recorded-events/{Guid.CreateVersion7()}")).Expect(404);
        (await host.ClientAs(Role.Registrar).GetAsync($"/api/v1/recorded-events/{party}")).Expect(403);
    }

    [Fact]
    public async Task The_log_is_paged_newest_first_and_narrowed_by_person_and_time()
    {
        await LookedUpAsync("Paged Earlier");
        host.Time.Advance(TimeSpan.FromMinutes(5));
        var from = $"{host.Time.GetUtcNow().UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}";
        var first = await LookedUpAsync("Paged First");
        var second = await LookedUpAsync("Paged Second");
        var auditor = host.ClientAs(Role.Auditor);
        var someone = Text(Items((await auditor.GetAsync($"/api/v1/access-log?recordId={first}")).Expect(200))[0], "subject");
        var asked = $"/api/v1/access-log?subject={Uri.EscapeDataString(someone!)}&from={from}";

        var newer = (await auditor.GetAsync($"{asked}&limit=1")).Expect(200);
        var older = (await auditor.GetAsync($"{asked}&limit=1&after={Text(newer.Body!, "next")}")).Expect(200);

        Assert.Equal([second, first], new[] { newer, older }.Select(page => Items(page)[0]["recordIds"]![0]!.GetValue<Guid>()));
        Assert.Null(older.Body!["next"]);
        Assert.Empty(Items((await auditor.GetAsync($"/api/v1/access-log?recordId={first}&to={from}")).Expect(200)));
    }

    [Theory]
    [InlineData("subject=")]
    [InlineData("recordId=17")]
    [InlineData("from=yesterday")]
    [InlineData("to=2026-02-30T00:00:00Z")]
    [InlineData("after=bm90YW51bWJlcg")]
    public async Task A_malformed_filter_is_pointed_at(string filter)
    {
        var refused = (await host.ClientAs(Role.Auditor).GetAsync("/api/v1/access-log?" + filter)).Expect(400);

        Assert.Equal("query:" + filter.Split('=')[0], Text(refused.Body!["errors"]![0]!, "pointer"));
    }

    [Theory]
    [InlineData(Role.Registrar)]
    [InlineData(Role.Investigator)]
    [InlineData(Role.Administrator)]
    public async Task Nobody_but_an_auditor_reads_the_log(Role role) => (await host.ClientAs(role).GetAsync("/api/v1/access-log")).Expect(403);

    [Theory]
    [InlineData("update registry.access_log set reason = 'trace'")]
    [InlineData("delete from registry.access_log")]
    [InlineData("truncate registry.access_log")]
    public async Task The_log_is_neither_changed_nor_shortened(string statement)
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand(statement);

        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    private async Task<Guid> LookedUpAsync(string name)
    {
        var party = (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/parties", PartyRequests.Registration(name))).Expect(201);
        (await host.ClientAs(Role.Investigator).SearchAsync("/api/v1/party-searches", new JsonObject { ["name"] = name })).Expect(200);
        return party.Id;
    }

    private static List<JsonNode> Items(ApiAnswer page) => [.. page.Body!["items"]!.AsArray().Select(item => item!)];

    private static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();
}
