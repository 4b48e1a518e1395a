using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests.Reports;
using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.Checking;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using Microsoft.Extensions.DependencyInjection;
using static FirearmsRegistry.EndToEnd.Tests.Exchange.BorderScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

public sealed class OutboundHost(TestDatabases databases) : RegistryHost(databases), IAsyncLifetime
{
    public Guid Portugal { get; private set; }

    public Guid France { get; private set; }

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Portugal = await this.PartnerAsync("PRT");
        France = await this.PartnerAsync("FRA");
    }
}

/// <summary>Requests to other States by hand, from the draft to the end, with what they mean for the domestic one.</summary>
public sealed class OutboundTests(OutboundHost host) : IClassFixture<OutboundHost>
{
    [Fact]
    public async Task A_request_goes_by_hand_from_draft_to_closed_and_its_answer_decides_the_item_s_line_once()
    {
        var root = await host.ExportedAsync("OUT-1");
        var draft = await host.DraftAsync(root, host.Portugal);
        Assert.Equal(("draft", "outbound", "PRT"), (Text(draft.Body!, "state"), Text(draft.Body!, "kind"), Text(draft.Body!["crossBorder"]!, "country")));
        Assert.NotNull((await host.ReadAsync(root)).Body!["onward"]);

        var sent = (await host.ActAsync(draft, "submissions", CrossBorderExamples.Submission)).Expect(200);
        Assert.Equal("submitted", Text(sent.Body!, "state"));
        var waiting = (await host.ReadAsync(root)).Body!;
        Assert.Equal(("in_progress", "1.5"), (Text(waiting, "state"), Text(waiting, "line")));
        Assert.Null(waiting["onward"]);
        Assert.Equal(0, await ClocksAsync(root));
        Assert.Equal(4, await ClocksAsync(sent.Id));
        var item = waiting["seizedItemId"]!.GetValue<Guid>();
        Assert.DoesNotContain(await LateAsync(TimeSpan.FromDays(1)), late => late.Items.Contains(item));
        Assert.Contains(await LateAsync(TimeSpan.FromDays(400)), late => late.Where == "outbound routine" && late.Items.Contains(item));

        var acknowledged = (await host.ActAsync(sent, "acknowledgements", CrossBorderExamples.Acknowledgement)).Expect(200);
        Assert.Equal("PT-IN-4711", Text(acknowledged.Body!["crossBorder"]!, "partnerReference"));
        var asked = (await host.ActAsync(acknowledged, "information-requests", CrossBorderExamples.Question)).Expect(200);
        Assert.Equal(("info_requested", 0L), (Text(asked.Body!, "state"), await ClocksAsync(sent.Id)));
        var told = (await host.ActAsync(asked, "resubmissions", CrossBorderExamples.Information)).Expect(200);
        var working = (await host.ActAsync(told, "work-reports", new JsonObject())).Expect(200);
        Assert.Equal("in_progress", Text(working.Body!, "state"));
        var part = (await host.ActAsync(working, "received-answers", Answer("partially_answered"))).Expect(200);
        var delayed = (await host.ActAsync(part, "received-answers", Answer("delayed", null, "ongoing_investigation", "Until spring."))).Expect(200);
        Assert.Equal(("delayed", "1.5"), (Text(delayed.Body!, "state"), Text((await host.ReadAsync(root)).Body!, "line")));
        var answered = (await host.ActAsync(delayed, "received-answers", CrossBorderExamples.ReceivedAnswer)).Expect(200);
        var traced = (await host.ReadAsync(root)).Body!;
        Assert.Equal(("closed", "traced_to_foreign_country", "1.3"), (Text(traced, "state"), Text(traced, "outcome"), Text(traced, "line")));
        Assert.Equal("answered", Text(traced["onwardRequests"]![0]!, "endedAs"));

        Assert.DoesNotContain(await LateAsync(TimeSpan.FromDays(400)), late => late.Items.Contains(item));
        var counts = (await host.ClientAs(Role.Statistician).GetAsync($"/api/v1/indicators/sdg-16-4-2/year-tables?year={host.Time.GetUtcNow().Year}"))
            .Expect(200).Body!["traceRequests"]!.AsArray()
            .Single(line => line!["partnerId"]!.GetValue<Guid>() == host.Portugal && Text(line, "kind") == "outbound" && Text(line, "channel") == "by_hand")!;
        Assert.All(new[] { "sent", "replied", "answered", "positive" }, member => Assert.InRange(counts[member]!.GetValue<long>(), 1, long.MaxValue));
        Assert.NotNull(counts["medianDays"]);
        foreach (var member in new[] { "sent", "replied", "answered", "positive" })
        {
            var behind = (await host.ClientAs(Role.Statistician).GetAsync($"/api/v1/indicators/sdg-16-4-2/trace-requests?year={host.Time.GetUtcNow().Year}"
                + $"&kind=outbound&partner={host.Portugal}&channel=by_hand&counted={member}&limit=200")).Expect(200).Body!["items"]!.AsArray();
            Assert.Equal((member, counts[member]!.GetValue<int>()), (member, behind.Count));
            Assert.Equal(item, behind.Single(request => request!["rootId"]!.GetValue<Guid>() == root)!["itemId"]!.GetValue<Guid>());
        }

        var closed = (await host.ActAsync(answered, "closures", CrossBorderExamples.Closure)).Expect(200);
        Assert.Equal(("closed", "answered", 3), (Text(closed.Body!, "state"), Text(closed.Body!, "endedAs"), closed.Body!["crossBorder"]!["receivedAnswers"]!.AsArray().Count));
        var events = await EventsAsync(sent.Id);
        var late = await host.ActAsync(closed, "received-answers", Answer("answered", "negative"));
        Assert.Equal((409, "trace-ended", events), (late.Status, late.Problem, await EventsAsync(sent.Id)));
        Assert.Equal(1, await host.ScalarAsync<long>("select count(*) from registry.mt_events where stream_id = $1 and type = 'foreign_answer_recorded'", root));
        Assert.Equal(0, await ClocksAsync(sent.Id));
    }

    private async Task<IReadOnlyList<CheckFinding>> LateAsync(TimeSpan later)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var findings = await scope.ServiceProvider.GetRequiredService<YearChecks>()
            .FindAsync(2020, host.Time.GetUtcNow() + later, TestContext.Current.CancellationToken);
        return [.. findings.Where(finding => finding.Kind == CheckKind.PendingPastItsClock)];
    }

    [Fact]
    public async Task Delay_restriction_and_refusal_without_one_of_the_four_reasons_and_its_text_are_refused()
    {
        var sent = await host.SubmittedAsync(await host.ExportedAsync("OUT-2"), host.Portugal);

        foreach (var kind in new[] { "delayed", "restricted", "refused" })
        {
            var bare = await host.ActAsync(sent, "received-answers", Answer(kind));
            Assert.Equal((422, "trace-answer-incomplete"), (bare.Status, bare.Problem));
            Assert.Equal(["/answer/reason", "/answer/explanation"], bare.Body!["errors"]!.AsArray().Select(error => Text(error!, "pointer")));
            var invented = await host.ActAsync(sent, "received-answers", Answer(kind, null, "we_would_rather_not", "No."));
            Assert.Equal((400, "/answer/reason"), (invented.Status, Text(invented.Body!["errors"]![0]!, "pointer")));
        }

        var refused = (await host.ActAsync(sent, "received-answers", Answer("refused", null, "national_security", "Not to be told."))).Expect(200);
        Assert.Equal("refused", Text(refused.Body!, "state"));
        // A refusal may be cleared up (International Tracing Instrument para. 23).
        (await host.ActAsync(refused, "received-answers", Answer("answered", "positive"))).Expect(200);
    }

    [Fact]
    public async Task The_trail_through_two_States_is_one_tree_and_its_last_answer_counts()
    {
        var root = await host.ExportedAsync("OUT-3");
        var first = await host.SubmittedAsync(root, host.Portugal);
        var on = Answer("answered", "negative");
        on["answer"]!["facts"] = new JsonObject { ["outcome"] = "traced_to_foreign_country", ["hops"] = new JsonArray(), ["nextCountry"] = "FRA" };
        (await host.ActAsync(first, "received-answers", on)).Expect(200);
        var waiting = (await host.ReadAsync(root)).Body!;
        Assert.Equal(("1.5", "in_progress", "FRA", 1L),
            (Text(waiting, "line"), Text(waiting, "state"), Text(waiting["onward"]!, "country"), await ClocksAsync(root)));

        var second = await host.SubmittedAsync(first.Id, host.France);
        Assert.Equal(("1.5", 0L), (Text((await host.ReadAsync(root)).Body!, "line"), await ClocksAsync(root)));
        (await host.ActAsync(second, "received-answers", Answer("answered", "positive"))).Expect(200);

        Assert.Equal("1.3", Text((await host.ReadAsync(root)).Body!, "line"));
        foreach (var member in new[] { root, first.Id, second.Id })
        {
            var tree = (await host.ClientAs(Role.Investigator).GetAsync($"{TraceScenario.Requests}/{member}/tree")).Expect(200).Body!;
            Assert.Equal(root, tree["rootId"]!.GetValue<Guid>());
            Assert.Equal([(root, null), (first.Id, root), (second.Id, (Guid?)first.Id)],
                tree["requests"]!.AsArray().Select(one => (one!["id"]!.GetValue<Guid>(), one["parentId"]?.GetValue<Guid>())));
        }
    }

    [Fact]
    public async Task A_report_of_what_was_lent_goes_to_whom_the_lender_allows_until_its_expiry_and_every_look_is_logged()
    {
        var root = await host.ExportedAsync("OUT-7");
        var sent = await host.SubmittedAsync(root, host.Portugal);
        var answer = Answer("answered", "positive");
        answer["restriction"] = new JsonObject
        {
            ["purposes"] = new JsonArray("court_proceedings"),
            ["thirdParties"] = "with_consent",
            ["expiresAt"] = host.Time.GetUtcNow().AddHours(1),
            ["informBeforeDisclosure"] = true,
        };
        (await host.ActAsync(sent, "received-answers", answer)).Expect(200);

        var court = new JsonObject { ["kind"] = "own_authority", ["name"] = "Court of first instance, Cádiz" };
        var toNobody = await host.IssueAsync(root, "en");
        Assert.Equal((422, "trace-report-without-addressee"), (toNobody.Status, toNobody.Problem));
        var wrong = await host.IssueAsync(root, "en", addressee: new JsonObject { ["recipient"] = court.DeepClone(), ["use"] = "intelligence" });
        Assert.Equal((409, "disclosure-purpose-differs"), (wrong.Status, wrong.Problem));
        var report = (await host.IssueAsync(root, "en", addressee: new JsonObject { ["recipient"] = court, ["use"] = "court_proceedings" })).Expect(201);
        Assert.Equal(1, await host.ScalarAsync<long>(
            """
            select count(*) from registry.disclosure where trace_request_id = $1 and form = 'report' and recipient_name like 'Court%'
              and purpose = 'court_proceedings' and cardinality(sources) = 1 and reference = $2
            """, root, report.Id.ToString("N")));
        Assert.Equal(200, (await host.ReadAsync(report.Location!)).Status);

        host.Time.Advance(TimeSpan.FromHours(1));

        foreach (var path in new[] { report.Location!, $"{report.Location}?format=pdf", $"{TraceScenario.Requests}/{root}/report?language=en" })
        {
            var (status, _, body) = await host.ReadAsync(path);
            Assert.Equal((409, true), (status, System.Text.Encoding.UTF8.GetString(body).Contains("disclosure-after-expiry", StringComparison.Ordinal)));
        }

        Assert.Equal(3, await host.ScalarAsync<long>(
            """
            select count(*) from registry.access_log where action = 'read_trace_report' and criteria->>'refused' = 'disclosure-after-expiry'
              and criteria->>'traceRequestId' = $1
            """, root.ToString()));
    }

    [Fact]
    public async Task A_withdrawn_request_leaves_the_first_one_waiting_for_the_State_to_be_asked_again()
    {
        var root = await host.ExportedAsync("OUT-4");
        var sent = await host.SubmittedAsync(root, host.Portugal);

        var withdrawn = (await host.ActAsync(sent, "withdrawals", TraceRequestWithdrawal)).Expect(200);

        Assert.Equal(("withdrawn", 0L), (Text(withdrawn.Body!, "state"), await ClocksAsync(sent.Id)));
        var waiting = (await host.ReadAsync(root)).Body!;
        Assert.Equal(("in_progress", "PRT", 1L), (Text(waiting, "state"), Text(waiting["onward"]!, "country"), await ClocksAsync(root)));
        (await host.SubmittedAsync(root, host.Portugal)).Expect(200);
        Assert.Equal(0, await ClocksAsync(root));
    }

    [Fact]
    public async Task What_is_for_domestic_requests_is_refused_for_others_and_the_other_way_round()
    {
        var root = await host.ExportedAsync("OUT-5");
        var sent = await host.SubmittedAsync(root, host.Portugal);

        var answer = await host.ActAsync(sent, "answers", Registry.TraceRequests.TraceRequestExamples.Answer);
        Assert.Equal((409, "trace-kind-differs"), (answer.Status, answer.Problem));
        var submission = await host.ActAsync(await host.ReadAsync(root), "submissions", CrossBorderExamples.Submission);
        Assert.Equal((409, "trace-act-not-allowed"), (submission.Status, submission.Problem));
        Assert.Equal([], submission.Body!["allowedActs"]!.AsArray());
    }

    [Fact]
    public async Task A_draft_needs_a_searched_parent_and_a_known_partner_and_can_be_written_anew()
    {
        var unsearched = await host.AskAsync(await host.SeizeAsync("OUT-6", Known<Guid>.None));
        var contact = host.ClientAs(Role.ContactPoint);
        JsonObject Draft(Guid parent, Guid partner) => new() { ["parentId"] = parent, ["partnerId"] = partner, ["priority"] = "routine" };

        Assert.Equal("trace-not-searched", (await contact.PostAsync("/api/v1/outbound-trace-requests", Draft(unsearched, host.Portugal))).Problem);
        Assert.Equal("not-found", (await contact.PostAsync("/api/v1/outbound-trace-requests", Draft(Guid.CreateVersion7(), host.Portugal))).Problem);
        Assert.Equal("unknown-partner", (await contact.PostAsync("/api/v1/outbound-trace-requests", Draft(unsearched, Guid.CreateVersion7()))).Problem);
        await host.SearchAsync(unsearched);
        var draft = await host.DraftAsync(unsearched, host.Portugal);
        var amended = (await host.ActAsync(draft, "amendments", CrossBorderExamples.Amendment)).Expect(200);
        Assert.Equal("PT-2020-0815", Text(amended.Body!["grounds"]!, "caseReference"));
        var listed = (await contact.GetAsync("/api/v1/trace-requests?kind=outbound&state=draft&limit=200")).Expect(200);
        Assert.Contains(draft.Id, listed.Body!["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>()));
        Assert.Equal(400, (await contact.GetAsync("/api/v1/trace-requests?kind=sideways")).Status);
    }

    [Fact]
    public async Task Requests_are_listed_by_what_is_due_first_a_page_at_a_time_and_only_while_a_clock_runs()
    {
        var root = await host.ExportedAsync("OUT-DUE");
        var later = await host.SubmittedAsync(root, host.Portugal);
        var draft = await host.DraftAsync(root, host.France);
        var contact = host.ClientAs(Role.ContactPoint);

        var listed = new List<JsonNode>();
        string? after = null;
        do
        {
            var page = (await contact.GetAsync($"/api/v1/trace-requests?order=due&kind=outbound&limit=2{(after is null ? "" : $"&after={after}")}")).Expect(200).Body!;
            listed.AddRange(page["items"]!.AsArray().Select(line => line!));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);

        var due = listed.Select(line => line["dueAt"]!.GetValue<DateTimeOffset>()).ToArray();
        Assert.Equal(due.Order(), due);
        Assert.Equal("PRT", Text(listed.Single(line => line["id"]!.GetValue<Guid>() == later.Id), "country"));
        Assert.DoesNotContain(listed, line => line["id"]!.GetValue<Guid>() == draft.Id);
        Assert.Equal(listed.Count, listed.DistinctBy(line => line["id"]!.GetValue<Guid>()).Count());
        Assert.Equal(400, (await contact.GetAsync("/api/v1/trace-requests?order=due&after=5")).Status);
    }

    private static readonly JsonObject TraceRequestWithdrawal = new() { ["reason"] = "Asked by another way." };

    private Task<long> ClocksAsync(Guid request) =>
        host.ScalarAsync<long>("select count(*) from registry.trace_clock where trace_request_id = $1", request);

    private Task<long> EventsAsync(Guid request) => host.ScalarAsync<long>("select count(*) from registry.mt_events where stream_id = $1", request);
}
