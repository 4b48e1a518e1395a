using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared;
using static FirearmsRegistry.EndToEnd.Tests.Exchange.BorderScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

public sealed class PartnerTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private RegistryClient Administrator => host.ClientAs(Role.Administrator);

    [Fact]
    public async Task Channels_keys_calendar_clocks_and_agreements_are_kept_each_by_its_own_act()
    {
        var id = await host.PartnerAsync("PRT");
        var seen = (await Administrator.GetAsync($"/api/v1/partners/{id}")).Expect(200);
        foreach (var (act, body) in new (string, object)[]
        {
            ("descriptions", PartnerExamples.Description), ("channels", PartnerExamples.Channels), ("keys", PartnerExamples.Key),
            ("calendars", PartnerExamples.Calendar), ("clocks", PartnerExamples.Clock), ("hash-agreements", PartnerExamples.Hash),
            ("automatic-answer-agreements", PartnerExamples.Automatic), ("key-revocations", PartnerExamples.Revocation),
        })
        {
            seen = (await Administrator.PostAsync($"/api/v1/partners/{id}/{act}", body, seen.Version)).Expect(200);
        }

        var kept = (await host.ClientAs(Role.ContactPoint).GetAsync($"/api/v1/partners/{id}")).Expect(200);
        Assert.Equal((9L, seen.Body!.ToJsonString()), (kept.Version, kept.Body!.ToJsonString()));
        Assert.Equal("https://registry.example.pt/", Text(kept.Body["channels"]![0]!, "address"));
        Assert.NotNull(kept.Body["keys"]![0]!["revokedAt"]);
        Assert.Equal(100, kept.Body["hashAgreement"]!["dailyBudget"]!.GetValue<int>());
        Assert.Equal(60, kept.Body["routine"]!["noReply"]!["count"]!.GetValue<int>());
        Assert.Null(kept.Body["urgent"]);

        var ended = (await Administrator.PostAsync($"/api/v1/partners/{id}/hash-agreements", new JsonObject { ["agreement"] = null }, kept.Version)).Expect(200);
        Assert.Null(ended.Body!["hashAgreement"]);
    }

    [Fact]
    public async Task Of_eight_at_once_for_one_State_one_is_recorded_and_another_only_when_it_was_deactivated()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Administrator.PostAsync("/api/v1/partners", For("ITA"))));
        var recorded = Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer != recorded), answer => Assert.Equal((409, "partner-country-taken", recorded.Id),
            (answer.Status, answer.Problem, answer.Body!["partnerId"]!.GetValue<Guid>())));

        (await Administrator.PostAsync($"/api/v1/partners/{recorded.Id}/deactivations", PartnerExamples.Deactivation, recorded.Version)).Expect(200);
        var dead = await Administrator.PostAsync($"/api/v1/partners/{recorded.Id}/channels", PartnerExamples.Channels, 2);
        Assert.Equal((409, "partner-inactive"), (dead.Status, dead.Problem));
        (await Administrator.PostAsync("/api/v1/partners", For("ITA"))).Expect(201);
    }

    [Fact]
    public async Task Only_an_administrator_sets_addresses_while_a_point_of_contact_may_set_clocks()
    {
        var id = await host.PartnerAsync("FRA");
        var contact = host.ClientAs(Role.ContactPoint);

        Assert.Equal(403, (await contact.PostAsync($"/api/v1/partners/{id}/channels", PartnerExamples.Channels, 1)).Status);
        Assert.Equal(403, (await contact.PostAsync($"/api/v1/partners/{id}/keys", PartnerExamples.Key, 1)).Status);
        (await contact.PostAsync($"/api/v1/partners/{id}/clocks", PartnerExamples.Clock, 1)).Expect(200);
    }

    [Fact]
    public async Task Partners_are_listed_page_by_page()
    {
        foreach (var country in new[] { "AND", "BEL", "CHE" })
            await host.PartnerAsync(country);
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await Administrator.GetAsync($"/api/v1/partners?limit=2{(after is null ? "" : $"&after={after}")}")).Expect(200).Body!;
            seen.AddRange(page["items"]!.AsArray().Select(item => Text(item!, "id")));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);

        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.True(seen.Count >= 3);
    }

    [Theory]
    [InlineData("channels", """{"channels":[{"kind":"registry","address":"http://10.0.0.1/","preferred":true}]}""", "/channels/0/address")]
    [InlineData("calendars", """{"calendar":{"zone":"Mars/Olympus","weekend":[],"holidays":[]}}""", "/calendar/zone")]
    [InlineData("calendars", """{"calendar":{"zone":"../../etc/passwd","weekend":[],"holidays":[]}}""", "/calendar/zone")]
    [InlineData("calendars", """{"calendar":{"zone":"UTC","weekend":["monday","tuesday","wednesday","thursday","friday","saturday","sunday"],"holidays":[]}}""", "/calendar/weekend")]
    [InlineData("hash-agreements", """{"agreement":{"reference":"M","dailyBudget":0}}""", "/agreement/dailyBudget")]
    public async Task What_breaks_a_rule_is_refused_with_its_place(string act, string body, string pointer)
    {
        var country = act switch { "channels" => "NLD", "calendars" => "LUX", _ => "IRL" };
        var id = (await Administrator.PostAsync("/api/v1/partners", For(country))) is { Status: 201 } made
            ? made.Id
            : (await Administrator.GetAsync("/api/v1/partners?limit=200")).Body!["items"]!.AsArray().Single(one => Text(one!, "country") == country)!["id"]!.GetValue<Guid>();

        var answer = await Administrator.PostAsync($"/api/v1/partners/{id}/{act}", body, 1);

        Assert.Equal((400, pointer), (answer.Status, Text(answer.Body!["errors"]![0]!, "pointer")));
    }

    private static JsonNode For(string country)
    {
        var body = JsonSerializer.SerializeToNode(PartnerExamples.Register, RegistryJson.Options)!;
        body["country"] = country;
        return body;
    }
}
