using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.TraceRequests;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

public sealed class TracingTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private RegistryClient Investigator => host.ClientAs(Role.Investigator);

    private RegistryClient ContactPoint => host.ClientAs(Role.ContactPoint);

    [Fact]
    public async Task A_registered_arm_is_traced_to_its_last_holder_with_its_chain()
    {
        var buyer = Guid.CreateVersion7();
        var firearm = await host.RegisterAsync("TR-1", Known<Guid>.Unknown, Transfer(TransferKind.Sale, Known.Of(buyer)));
        var request = await host.AskAsync(await host.SeizeAsync("TR-1", Known<Guid>.None));

        await host.SearchAsync(request);

        var read = (await Investigator.GetAsync($"{Requests}/{request}")).Expect(200).Body!;
        var chain = (await Investigator.GetAsync($"{Requests}/{request}/chain")).Expect(200).Body!;
        Assert.Equal(("closed", "answered", "traced_to_holder", "1.2"), (Text(read, "state"), Text(read, "endedAs"), Text(read, "outcome"), Text(read, "line")));
        Assert.Equal(firearm, read["search"]!["firearmId"]!.GetValue<Guid>());
        Assert.Equal(["manufactured", "sale"], chain["hops"]!.AsArray().Select(hop => Text(hop!, "kind")));
        Assert.Equal("LIC-1", Text(chain["hops"]![1]!, "legalBasis"));
        Assert.Equal(buyer, chain["lastLegalRecord"]!["holder"]!["value"]!.GetValue<Guid>());
        Assert.Equal("after_last_legal_record", Text(chain["pointOfDiversion"]!, "kind"));
    }

    [Fact]
    public async Task What_the_job_records_stands_in_the_name_of_who_asked()
    {
        await host.RegisterAsync("TR-2", Known<Guid>.Unknown);
        var request = await host.AskAsync(await host.SeizeAsync("TR-2", Known<Guid>.None));

        await host.SearchAsync(request);

        var lines = (await Investigator.GetAsync($"{Requests}/{request}/history")).Expect(200).Body!.AsArray();
        Assert.Equal(["trace_requested", "trace_acknowledged", "trace_searched", "trace_chain_built", "trace_outcome_decided", "trace_closed"],
            lines.Select(line => Text(line!, "what")));
        Assert.Single(lines.Select(line => Text(line!, "recordedBy")).Distinct());
        Assert.All(lines, line => Assert.Equal("demo-investigator", Text(line!, "recordedByName")));
        var caused = await host.ScalarAsync<long>(
            "select count(*) from registry.mt_events where causation_id = $1 and user_name = $2",
            Text(lines[0]!, "eventId"), Text(lines[0]!, "recordedBy"));
        // Four of the request, and the item's identification and line.
        Assert.Equal(6, caused);
    }

    [Fact]
    public async Task A_request_without_the_content_that_the_instrument_asks_for_is_refused_with_its_paragraphs()
    {
        var body = new JsonObject { ["seizedItemId"] = await host.SeizeAsync("TR-3", Known<Guid>.None), ["priority"] = "urgent" };

        var answer = await Investigator.PostAsync(Requests, body);

        Assert.Equal((422, "trace-request-incomplete"), (answer.Status, answer.Problem));
        Assert.Equal(["/illicitGround", "/legalJustification", "/circumstances", "/intendedUse", "/requestingAuthority", "/urgencyJustification"],
            answer.Body!["errors"]!.AsArray().Select(error => Text(error!, "pointer")));
        Assert.StartsWith("International Tracing Instrument para. 17(a)", Text(answer.Body["errors"]![0]!, "source"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_eight_requests_for_one_item_at_once_one_is_filed_and_the_others_name_it()
    {
        var item = await host.SeizeAsync("TR-4", Known<Guid>.None);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Investigator.PostAsync(Requests, Request(item))));

        var filed = Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer != filed), answer =>
            Assert.Equal((409, "trace-already-open", filed.Id),
                (answer.Status, answer.Problem, answer.Body!["openTraceRequestId"]!.GetValue<Guid>())));
    }

    [Fact]
    public async Task An_exported_arm_waits_for_the_other_State_and_its_positive_answer_ends_the_trace()
    {
        await host.RegisterAsync("TR-5", Known<Guid>.Unknown, Transfer(TransferKind.Export, Known<Guid>.Unknown, "PRT"));
        var request = await host.AskAsync(await host.SeizeAsync("TR-5", Known<Guid>.Unknown));
        await host.SearchAsync(request);
        var waiting = (await ContactPoint.GetAsync($"{Requests}/{request}")).Expect(200);
        Assert.Equal(("in_progress", "1.5", "PRT"), (Text(waiting.Body!, "state"), Text(waiting.Body!, "line"), Text(waiting.Body!["onward"]!, "country")));

        var answered = (await ContactPoint.PostAsync($"{Requests}/{request}/answers", TraceRequestExamples.Answer, waiting.Version)).Expect(200);

        Assert.Equal(("closed", "traced_to_foreign_country", "1.3"),
            (Text(answered.Body!, "state"), Text(answered.Body!, "outcome"), Text(answered.Body!, "line")));
    }

    [Fact]
    public async Task An_origin_established_otherwise_goes_to_the_item_as_well()
    {
        var item = await host.SeizeAsync("TR-7", Known<Guid>.None);
        var request = await host.AskAsync(item);
        await host.SearchAsync(request);
        var before = (await Investigator.GetAsync($"{Requests}/{request}")).Expect(200);
        Assert.Equal(("not_found_in_registry", "1.6"), (Text(before.Body!, "outcome"), Text(before.Body!, "line")));

        var after = (await Investigator.PostAsync($"{Requests}/{request}/establishments", TraceRequestExamples.Establishment, before.Version)).Expect(200);

        Assert.Equal("1.4", Text(after.Body!, "line"));
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.mt_events where stream_id = $1 and type = 'seized_item_origin_established'", item));
    }

    [Fact]
    public async Task A_request_withdrawn_before_the_search_is_not_searched_and_frees_the_item()
    {
        var item = await host.SeizeAsync("TR-8", Known<Guid>.None);
        var request = await host.AskAsync(item);

        (await Investigator.PostAsync($"{Requests}/{request}/withdrawals", TraceRequestExamples.Withdrawal, 2)).Expect(200);
        await host.SearchAsync(request);

        Assert.Equal("withdrawn", Text((await Investigator.GetAsync($"{Requests}/{request}")).Body!, "state"));
        Assert.NotEqual(request, await host.AskAsync(item));
    }

    [Fact]
    public async Task Requests_are_listed_by_state_page_by_page()
    {
        foreach (var item in await host.SeizeManyAsync("TRL", 3))
            await host.SearchAsync(await host.AskAsync(item));

        var first = (await Investigator.GetAsync($"{Requests}?state=closed&limit=2")).Expect(200).Body!;
        var second = (await Investigator.GetAsync($"{Requests}?state=closed&limit=2&after={Text(first, "next")}")).Expect(200).Body!;

        Assert.Equal(2, first["items"]!.AsArray().Count);
        Assert.NotEmpty(second["items"]!.AsArray());
        Assert.All(first["items"]!.AsArray(), line => Assert.Equal("closed", Text(line!, "state")));
        Assert.Equal(400, (await Investigator.GetAsync($"{Requests}?state=lost")).Status);
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
