using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Rebuilding;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using static FirearmsRegistry.EndToEnd.Tests.Exchange.BorderScenario;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>Requests of other States by hand, from their receipt to the end.</summary>
public sealed class InboundTests(OutboundHost host) : IClassFixture<OutboundHost>
{
    private const string Inbounds = "/api/v1/inbound-trace-requests";

    private RegistryClient Contact => host.ClientAs(Role.ContactPoint);

    [Fact]
    public async Task A_maker_is_known_by_every_name_that_the_catalogue_has_for_him()
    {
        var described = FirearmExamples.Register.Description;
        await host.RegisterAsync("IN-ALIAS-1", Known<Guid>.Unknown, new FirearmCorrected(described,
            described with { Maker = Known.Of(ShortText.Parse("Fabrique Nationale d'Armes de Guerre").GetOrThrow()) }, Note.Parse("By the slide.").GetOrThrow()));

        foreach (var (maker, finding) in new[] { ("ФН Херстал", "positive"), ("Beretta", "negative") })
        {
            var body = Inbound(host.Portugal, "IN-ALIAS-1", $"PT-{maker}");
            body["arm"]!["maker"] = new JsonObject { ["is"] = "known", ["value"] = maker };
            body["arm"]!["manufactureCountry"] = new JsonObject { ["is"] = "unknown" };
            var received = (await host.ClientAs(Role.ContactPoint).PostAsync("/api/v1/inbound-trace-requests", body)).Expect(201);
            await host.SearchAsync(received.Id);
            Assert.Equal(finding, await host.ScalarAsync<string>(
                "select data -> 'answer' ->> 'finding' from registry.mt_events where stream_id = $1 and type = 'inbound_answer_proposed'", received.Id));
        }
    }

    [Fact]
    public async Task A_request_is_acknowledged_at_once_searched_by_a_job_and_answered_only_after_a_human_approved()
    {
        var holder = Guid.CreateVersion7();
        var firearm = await host.RegisterAsync("IN-1", Known<Guid>.Unknown, Transfer(TransferKind.Sale, Known.Of(holder)));
        var received = (await Contact.PostAsync(Inbounds, Inbound(host.Portugal, "IN-1", "PT-IN-1"))).Expect(201);
        Assert.Equal(("acknowledged", "inbound"), (Text(received.Body!, "state"), Text(received.Body!, "kind")));
        Assert.NotNull(received.Body!["crossBorder"]!["acknowledgedAt"]);
        Assert.Null(received.Body["seizedItemId"]);

        await host.SearchAsync(received.Id);
        await host.SearchAsync(received.Id);

        var searched = await host.ReadAsync(received.Id);
        var proposal = searched.Body!["crossBorder"]!["proposal"]!;
        Assert.Equal(("in_progress", "exact_key", firearm),
            (Text(searched.Body, "state"), Text(searched.Body["search"]!, "basis"), searched.Body["search"]!["firearmId"]!.GetValue<Guid>()));
        Assert.Equal(("positive", "traced_to_holder"), (Text(proposal["answer"]!, "finding"), Text(proposal["answer"]!["facts"]!, "outcome")));
        Assert.Equal(["manufactured", "sale"], proposal["answer"]!["facts"]!["hops"]!.AsArray().Select(hop => Text(hop!, "kind")));
        Assert.DoesNotContain(holder.ToString(), proposal.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(searched.Body["crossBorder"]!["givenAnswers"]!.AsArray());
        Assert.Equal(0, await DisclosuresAsync(received.Id));
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.access_log where action = 'search_firearms' and criteria->>'traceRequest' = $1", received.Id.ToString()));

        var approved = (await host.ActAsync(searched, "approvals", new JsonObject { ["proposalId"] = Text(proposal, "proposalId") })).Expect(200);
        Assert.Equal(("answered", 1, 1L), (Text(approved.Body!, "state"), approved.Body!["crossBorder"]!["givenAnswers"]!.AsArray().Count, await DisclosuresAsync(received.Id)));
        var logged = (await host.ClientAs(Role.Auditor).GetAsync($"/api/v1/disclosures?traceRequestId={received.Id}")).Expect(200).Body!["items"]![0]!;
        Assert.Equal(("PRT", "tracing", "answer"),
            (Text(logged["disclosure"]!["recipient"]!, "country"), Text(logged["disclosure"]!, "purpose"), Text(logged["disclosure"]!, "form")));
        Assert.NotNull(logged["disclosedBy"]);
        (await host.ActAsync(approved, "closures", CrossBorderExamples.Closure)).Expect(200);
    }

    [Fact]
    public async Task A_request_without_legal_ground_or_anything_else_that_the_instrument_asks_for_is_refused_and_nothing_is_written()
    {
        var before = await EventsAsync();
        var body = Inbound(host.Portugal, "IN-2", "PT-IN-2");
        body["grounds"] = new JsonObject();
        body.AsObject().Remove("arm");

        var answer = await Contact.PostAsync(Inbounds, body);

        Assert.Equal((422, "trace-request-incomplete"), (answer.Status, answer.Problem));
        Assert.Equal(
            ["/grounds/illicitGround", "/grounds/legalJustification", "/grounds/circumstances", "/grounds/intendedUse", "/grounds/requestingAuthority",
                "/grounds/description", "/arm"],
            answer.Body!["errors"]!.AsArray().Select(error => Text(error!, "pointer")));
        Assert.Equal(before, await EventsAsync());
    }

    [Fact]
    public async Task Of_eight_at_once_with_one_reference_one_is_recorded_and_the_others_name_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Contact.PostAsync(Inbounds, Inbound(host.Portugal, "IN-3", "PT-IN-3"))));

        var recorded = Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer != recorded), answer => Assert.Equal((409, "inbound-request-known", recorded.Id),
            (answer.Status, answer.Problem, answer.Body!["traceRequestId"]!.GetValue<Guid>())));
        (await Contact.PostAsync(Inbounds, Inbound(host.France, "IN-3", "PT-IN-3"))).Expect(201);
    }

    [Fact]
    public async Task What_was_missing_is_asked_for_told_and_searched_again()
    {
        await host.RegisterAsync("IN-4", Known<Guid>.Unknown);
        var vague = Inbound(host.Portugal, "IN-4X", "PT-IN-4");
        var received = (await Contact.PostAsync(Inbounds, vague)).Expect(201);
        await host.SearchAsync(received.Id);
        var searched = await host.ReadAsync(received.Id);
        Assert.Equal("negative", Text(searched.Body!["crossBorder"]!["proposal"]!["answer"]!, "finding"));

        var asked = (await host.ActAsync(searched, "information-requests", CrossBorderExamples.Question)).Expect(200);
        var told = (await host.ActAsync(asked, "resubmissions", new JsonObject
        {
            ["information"] = "The last character was misread.",
            ["arm"] = Inbound(host.Portugal, "IN-4", "PT-IN-4")["arm"]!.DeepClone(),
        })).Expect(200);
        Assert.Equal("resubmitted", Text(told.Body!, "state"));
        await host.SearchAsync(received.Id);

        var found = await host.ReadAsync(received.Id);
        Assert.Equal(("in_progress", "positive"), (Text(found.Body!, "state"), Text(found.Body!["crossBorder"]!["proposal"]!["answer"]!, "finding")));
        Assert.Single(found.Body!["crossBorder"]!["questions"]!.AsArray(), question => question!["givenAt"] is not null);
    }

    [Fact]
    public async Task A_refusal_is_proposed_with_its_reason_and_its_text_and_what_was_proposed_before_cannot_be_approved_any_more()
    {
        var received = (await Contact.PostAsync(Inbounds, Inbound(host.Portugal, "IN-5", "PT-IN-5"))).Expect(201);
        await host.SearchAsync(received.Id);
        var searched = await host.ReadAsync(received.Id);
        var first = Text(searched.Body!["crossBorder"]!["proposal"]!, "proposalId");
        var bare = await host.ActAsync(searched, "proposals", new JsonObject { ["answer"] = new JsonObject { ["kind"] = "refused" } });
        Assert.Equal((422, "trace-answer-incomplete"), (bare.Status, bare.Problem));

        var proposed = (await host.ActAsync(searched, "proposals", CrossBorderExamples.Proposal)).Expect(200);
        var stale = await host.ActAsync(proposed, "approvals", new JsonObject { ["proposalId"] = first });
        Assert.Equal((409, "answer-not-proposed"), (stale.Status, stale.Problem));
        var second = Text(proposed.Body!["crossBorder"]!["proposal"]!, "proposalId");
        var refused = (await host.ActAsync(proposed, "approvals", new JsonObject { ["proposalId"] = second })).Expect(200);

        Assert.Equal("refused", Text(refused.Body!, "state"));
        Assert.Equal("ongoing_investigation", Text(refused.Body!["crossBorder"]!["givenAnswers"]![0]!["answer"]!, "reason"));
    }

    [Fact]
    public async Task Only_where_both_sides_signed_a_rule_is_an_exact_find_answered_without_a_human()
    {
        var italy = await host.PartnerAsync("ITA");
        await host.RegisterAsync("IN-6", Known<Guid>.Unknown);
        var administrator = host.ClientAs(Role.Administrator);
        var partner = (await administrator.GetAsync($"/api/v1/partners/{italy}")).Expect(200);
        (await administrator.PostAsync($"/api/v1/partners/{italy}/automatic-answer-agreements", PartnerExamples.Automatic, partner.Version)).Expect(200);
        var exact = (await Contact.PostAsync(Inbounds, Inbound(italy, "IN-6", "IT-1"))).Expect(201);
        var unknown = (await Contact.PostAsync(Inbounds, Inbound(italy, "IN-6-NOWHERE", "IT-2"))).Expect(201);

        await host.SearchAsync(exact.Id);
        await host.SearchAsync(unknown.Id);

        var answered = (await host.ReadAsync(exact.Id)).Body!;
        Assert.Equal(("answered", "Memorandum 2026/4, annex C", 1L),
            (Text(answered, "state"), Text(answered["crossBorder"]!["givenAnswers"]![0]!, "agreement"), await DisclosuresAsync(exact.Id)));
        Assert.Equal("in_progress", Text((await host.ReadAsync(unknown.Id)).Body!, "state"));
    }

    [Fact]
    public async Task What_another_State_asks_for_its_information_binds_the_request_that_goes_on()
    {
        var body = Inbound(host.Portugal, "IN-7", "PT-IN-7");
        await host.RegisterAsync("IN-7", Known<Guid>.Unknown, Transfer(TransferKind.Export, Known<Guid>.Unknown, "FRA"));
        var received = (await Contact.PostAsync(Inbounds, body)).Expect(201);
        await host.SearchAsync(received.Id);
        Assert.Equal("FRA", Text((await host.ReadAsync(received.Id)).Body!["crossBorder"]!["proposal"]!["answer"]!["facts"]!, "nextCountry"));
        var draft = await host.DraftAsync(received.Id, host.France);

        var third = await host.ActAsync(draft, "submissions", CrossBorderExamples.Submission);
        Assert.Equal((409, "disclosure-without-consent"), (third.Status, third.Problem));
        Assert.Equal(("with_consent", "PRT"), (Text(third.Body!["restriction"]!, "thirdParties"), Text(third.Body!, "provider")));
        var recipient = new JsonObject { ["kind"] = "other_state", ["name"] = "Paris", ["country"] = "FRA" };
        var inbound = await host.ReadAsync(received.Id);
        var consented = (await host.ActAsync(inbound, "disclosure-consents",
            new JsonObject { ["sourceId"] = received.Id, ["recipient"] = recipient.DeepClone(), ["reference"] = "Letter PT 9" })).Expect(200);
        var untold = await host.ActAsync(draft, "submissions", CrossBorderExamples.Submission);
        Assert.Equal((409, "disclosure-provider-not-informed"), (untold.Status, untold.Problem));
        (await host.ActAsync(consented, "provider-notices",
            new JsonObject { ["sourceId"] = received.Id, ["recipient"] = recipient.DeepClone(), ["reference"] = "Letter ES 3" })).Expect(200);
        var sent = (await host.ActAsync(draft, "submissions", CrossBorderExamples.Submission)).Expect(200);

        var report = new JsonObject
        {
            ["recipient"] = new JsonObject { ["kind"] = "own_authority", ["name"] = "Ministry of culture" },
            ["purpose"] = "intelligence",
            ["categories"] = new JsonArray("arm"),
            ["form"] = "report",
        };
        var purpose = await host.ActAsync(sent, "disclosures", report);
        Assert.Equal((409, "disclosure-purpose-differs"), (purpose.Status, purpose.Problem));
        report["purpose"] = "criminal_investigation";
        (await host.ActAsync(sent, "disclosures", report)).Expect(200);
        Assert.Equal(2, await DisclosuresAsync(sent.Id));

        // What France lends in turn is not told to Portugal without its consent.
        var lent = Answer("answered", "positive");
        lent["restriction"] = new JsonObject { ["purposes"] = null, ["thirdParties"] = "never", ["expiresAt"] = null, ["informBeforeDisclosure"] = false };
        (await host.ActAsync(await host.ReadAsync(sent.Id), "received-answers", lent)).Expect(200);
        var proposed = (await host.ActAsync(await host.ReadAsync(received.Id), "proposals",
            new JsonObject { ["answer"] = new JsonObject { ["kind"] = "answered", ["finding"] = "negative" } })).Expect(200);
        var approval = new JsonObject { ["proposalId"] = Text(proposed.Body!["crossBorder"]!["proposal"]!, "proposalId") };
        var held = await host.ActAsync(proposed, "approvals", approval);
        Assert.Equal((409, "disclosure-without-consent", "FRA"), (held.Status, held.Problem, Text(held.Body!, "provider")));
        var own = (await host.ActAsync(proposed, "proposals", new JsonObject
        {
            ["answer"] = new JsonObject { ["kind"] = "answered", ["finding"] = "negative" },
            ["sources"] = new JsonArray(),
        })).Expect(200);
        (await host.ActAsync(own, "approvals", new JsonObject { ["proposalId"] = Text(own.Body!["crossBorder"]!["proposal"]!, "proposalId") })).Expect(200);
    }

    [Fact]
    public async Task The_marks_of_a_request_are_searched_however_long_they_are_and_none_of_them_breaks_it()
    {
        var body = Inbound(host.Portugal, "IN-8", "PT-IN-8");
        body["arm"]!["marks"]![0]!["text"] = new string('A', 10_000);
        Assert.Equal(400, (await Contact.PostAsync(Inbounds, body)).Status);
        body["arm"]!["marks"] = new JsonArray();
        body["arm"]!["calibre"] = new JsonObject { ["is"] = "unknown" };
        body["arm"]!["type"] = "unknown";
        var nothing = await Contact.PostAsync(Inbounds, body);
        Assert.Equal((422, "trace-request-incomplete"), (nothing.Status, nothing.Problem));
    }

    [Fact]
    public async Task Every_read_model_is_the_same_after_it_is_made_again_from_the_events()
    {
        var root = await host.ExportedAsync("IN-9");
        var sent = await host.SubmittedAsync(root, host.Portugal);
        await host.SubmittedAsync(root, host.France);
        (await host.ActAsync(sent, "received-answers", CrossBorderExamples.ReceivedAnswer)).Expect(200);
        var received = (await Contact.PostAsync(Inbounds, Inbound(host.Portugal, "IN-9", "PT-IN-9"))).Expect(201);
        await host.SearchAsync(received.Id);
        var before = await ReadModels.DigestAsync(host);

        await ReadModels.RebuildAsync(host);

        await ReadModels.AssertAsync(host, before);
        Assert.All(["cross_border_trace", "disclosure", "partner", "trace_clock"], table => Assert.False(before[table].StartsWith("0 rows", StringComparison.Ordinal), table));
    }

    private Task<long> DisclosuresAsync(Guid request) =>
        host.ScalarAsync<long>("select count(*) from registry.disclosure where trace_request_id = $1", request);

    private Task<long> EventsAsync() => host.ScalarAsync<long>("select count(*) from registry.mt_events where type <> 'tombstone'");
}
