using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Exchange;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.FindingCandidates;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

/// <summary>What a worn mark only suggests becomes an identification by a person alone.</summary>
public sealed class ConfirmingTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private RegistryClient Investigator => host.ClientAs(Role.Investigator);

    [Fact]
    public async Task A_worn_mark_identifies_nothing_until_a_person_compares_the_first_candidate_and_confirms_it()
    {
        var buyer = Guid.CreateVersion7();
        var firearm = await host.RegisterAsync("WRN47115", Known<Guid>.Unknown, Transfer(TransferKind.Sale, Known.Of(buyer)));
        var item = await host.SeizeWornAsync("WRN4?11[5S]");
        var request = await host.AskAsync(item);

        await host.SearchAsync(request);
        var before = (await Investigator.GetAsync($"{Requests}/{request}")).Expect(200);
        var candidates = (await Investigator.SearchAsync("/api/v1/candidate-searches", new { mark = "WRN4?11[5S]" })).Expect(200).Body!;
        var after = (await ConfirmAsync(request, firearm, before.Version)).Expect(200);
        var chain = (await Investigator.GetAsync($"{Requests}/{request}/chain")).Expect(200).Body!;
        (await Investigator.GetAsync($"{Requests}/{request}/related-arms", RegistryClient.Reason)).Expect(200);

        Assert.Equal(("insufficient_description", "1.6", null), (Text(before.Body!, "outcome"), Text(before.Body!, "line"), before.Body!["search"]!["firearmId"]));
        Assert.Equal(firearm, candidates["candidates"]![0]!["firearmId"]!.GetValue<Guid>());
        Assert.Equal(("traced_to_holder", "1.2"), (Text(after.Body!, "outcome"), Text(after.Body!, "line")));
        Assert.Equal(firearm, after.Body!["confirmation"]!["firearmId"]!.GetValue<Guid>());
        Assert.Equal(["manufactured", "sale"], chain["hops"]!.AsArray().Select(hop => Text(hop!, "kind")));
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.mt_events where stream_id = $1 and type = 'seized_item_identified'", item));
    }

    [Fact]
    public async Task A_request_that_leads_to_an_arm_already_takes_no_second_identification()
    {
        var firearm = await host.RegisterAsync("WRN50001", Known<Guid>.Unknown);
        var request = await host.AskAsync(await host.SeizeAsync("WRN50001", Known<Guid>.None));
        await host.SearchAsync(request);
        var seen = (await Investigator.GetAsync($"{Requests}/{request}")).Expect(200);

        var refused = await ConfirmAsync(request, firearm, seen.Version);

        Assert.Equal((409, "trace-identified"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task An_arm_that_is_not_in_the_register_and_a_request_not_yet_searched_are_refused()
    {
        var firearm = await host.RegisterAsync("WRN60001", Known<Guid>.Unknown);
        var request = await host.AskAsync(await host.SeizeWornAsync("WRN6?00?"));
        var seen = (await Investigator.GetAsync($"{Requests}/{request}")).Expect(200);

        var early = await ConfirmAsync(request, firearm, seen.Version);
        var unknown = await ConfirmAsync(request, Guid.CreateVersion7(), seen.Version);

        Assert.Equal((409, "trace-not-searched"), (early.Status, early.Problem));
        Assert.Equal((400, "/firearmId"), (unknown.Status, Text(unknown.Body!["errors"]![0]!, "pointer")));
    }

    [Fact]
    public async Task A_worn_mark_that_another_State_asks_about_is_confirmed_by_a_contact_point_and_its_answer_waits_for_an_approval()
    {
        var firearm = await host.RegisterAsync("WRN70001", Known<Guid>.Unknown, Transfer(TransferKind.Sale, Known.Of(Guid.CreateVersion7())));
        var asked = BorderScenario.Inbound(await host.PartnerAsync("PRT"), "WRN70001", "CONF-1");
        asked["arm"]!["marks"]![0]!["certainty"] = "doubtful";
        var inbound = (await host.ClientAs(Role.ContactPoint).PostAsync("/api/v1/inbound-trace-requests", asked)).Expect(201);
        await host.SearchAsync(inbound.Id);
        var before = await host.ReadAsync(inbound.Id);

        var refused = await ConfirmAsync(inbound.Id, firearm, before.Version);
        var found = (await Investigator.GetAsync($"{Requests}/{inbound.Id}/candidates", RegistryClient.Reason)).Expect(200).Body!;
        var after = (await ConfirmAsync(inbound.Id, firearm, before.Version, Role.ContactPoint)).Expect(200).Body!;

        Assert.Equal(("nothing_to_search_by", null), (Text(before.Body!["search"]!, "basis"), before.Body["search"]!["firearmId"]));
        Assert.Null(before.Body["crossBorder"]!["proposal"]);
        Assert.Equal((403, "not-allowed"), (refused.Status, refused.Problem));
        Assert.Equal(firearm, found["marks"]![0]!["candidates"]![0]!["firearmId"]!.GetValue<Guid>());
        var proposal = after["crossBorder"]!["proposal"]!;
        Assert.Equal(("positive", "traced_to_holder", false),
            (Text(proposal["answer"]!, "finding"), Text(proposal["answer"]!["facts"]!, "outcome"), proposal["automatically"]!.GetValue<bool>()));
        Assert.Equal(["manufactured", "sale"], proposal["answer"]!["facts"]!["hops"]!.AsArray().Select(hop => Text(hop!, "kind")));
        Assert.Empty(after["crossBorder"]!["givenAnswers"]!.AsArray());
        Assert.Equal(0, await host.ScalarAsync<long>(
            "select count(*) from registry.mt_events where stream_id = $1 and type = 'trace_data_disclosed'", inbound.Id));
    }

    [Fact]
    public async Task The_candidates_of_a_request_are_those_of_its_items_marks_and_every_mark_searched_by_stands_in_the_access_log()
    {
        var firearm = await host.RegisterAsync("WRN80443", Known<Guid>.Unknown);
        var request = await host.AskAsync(await host.SeizeWornAsync("WRN8?44*"));
        var path = $"{Requests}/{request}/candidates";

        var found = (await Investigator.GetAsync(path, RegistryClient.Reason)).Expect(200).Body!;

        var mark = Assert.Single(found["marks"]!.AsArray())!;
        Assert.Equal(("WRN8?44*", "frame"), (Text(mark, "mark"), Text(mark, "component")));
        Assert.Equal(firearm, mark["candidates"]![0]!["firearmId"]!.GetValue<Guid>());
        Assert.Equal("agrees", Text(mark["candidates"]![0]!["description"]!, "maker"));
        Assert.Equal(CandidateAnswer.Lead, Text(found, "statement"));
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.access_log where action = 'search_candidates' and criteria->>'traceRequest' = $1", request.ToString()));
        Assert.Equal("query-reason-required", (await Investigator.GetAsync(path)).Expect(400).Problem);
        (await Investigator.GetAsync($"{Requests}/{Guid.CreateVersion7()}/candidates", RegistryClient.Reason)).Expect(404);
    }

    private static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();

    private Task<ApiAnswer> ConfirmAsync(Guid request, Guid firearm, long? version, Role role = Role.Investigator) => host.ClientAs(role).PostAsync(
        $"{Requests}/{request}/identifications",
        new { firearmId = firearm, reason = "The barrel number agrees.", compared = "Frame and barrel under magnification." }, version);
}
