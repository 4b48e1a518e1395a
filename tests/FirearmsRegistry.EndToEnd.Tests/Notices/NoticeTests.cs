using FirearmsRegistry.EndToEnd.Tests.Exchange;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Numbers;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Notices;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using static FirearmsRegistry.EndToEnd.Tests.Notices.NoticeScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Notices;

public sealed class NoticeTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task A_search_that_hits_a_stolen_arm_is_told_to_the_searcher_and_to_who_reported_it_once_a_day()
    {
        var arm = await host.StolenAsync("NOTE-1");

        await host.SearchMarkAsync("NOTE-1");
        await host.SearchMarkAsync("NOTE-1");
        var searcher = Assert.Single(await host.InboxAsync(Role.Investigator, arm));
        var owner = Assert.Single(await host.InboxAsync(Role.Registrar, arm));

        foreach (var notice in new[] { searcher, owner })
        {
            Assert.Equal(("missing_arm_found", "mark_searched", "firearm", $"/api/v1/firearms/{arm}"),
                (notice.Text("kind"), notice.Text("occasion"), notice["resource"]!.Text("kind"), notice["resource"]!.Text("path")));
            // Told when it is read, to whoever may read the arm; the notice itself keeps no mark.
            Assert.Contains("NOTE-1", notice["about"]!["arm"]!.Text("mark"), StringComparison.Ordinal);
        }

        Assert.Equal(0, await host.ScalarAsync<long>("select count(*) from registry.notice n where n::text like '%NOTE-1%'"));

        Assert.Equal(searcher.Text("causedBy"), owner.Text("causedBy"));
        Assert.Empty(await host.InboxAsync(Role.ContactPoint, arm));
    }

    [Fact]
    public async Task A_search_that_hits_no_missing_or_watched_arm_tells_nobody()
    {
        var arm = await host.RegisterAsync("NOTE-2", Known<Guid>.Unknown);

        await host.SearchMarkAsync("NOTE-2");

        Assert.Equal(0, await host.ScalarAsync<long>("select count(*) from registry.notice where resource_path = $1", $"/api/v1/firearms/{arm}"));
        Assert.Equal(1, await host.ScalarAsync<long>("select count(*) from registry.access_log where record_ids = array[$1]", arm));
    }

    [Fact]
    public async Task A_look_up_of_a_national_number_that_shows_a_stolen_arm_is_a_search_that_hits_it()
    {
        var arm = await host.StolenAsync("NOTE-10");
        var numbers = new NumberScenario(host);
        var series = await numbers.OpenAsync("A");
        var number = NumberScenario.NumbersOf((await numbers.IssueAsync(series, 1, [arm])).Expect(201))[0];

        (await host.ClientAs(Role.Auditor).GetAsync($"{series}/numbers/{number}", RegistryClient.Reason)).Expect(200);

        Assert.Equal(("missing_arm_found", "mark_searched"), KindAndOccasion(Assert.Single(await host.InboxAsync(Role.Auditor, arm))));
        Assert.Equal(("missing_arm_found", "mark_searched"), KindAndOccasion(Assert.Single(await host.InboxAsync(Role.Registrar, arm))));
    }

    [Fact]
    public async Task An_arm_that_came_back_is_missing_no_more()
    {
        var arm = await host.StolenAsync("NOTE-3");
        var registrar = host.ClientAs(Role.Registrar);
        var read = (await registrar.GetAsync($"/api/v1/firearms/{arm}")).Expect(200);
        (await registrar.PostAsync($"/api/v1/firearms/{arm}/recoveries",
            new { recoveredOn = "2021-03-01", circumstances = "Found in the depot." }, read.Version)).Expect(200);

        await host.SearchMarkAsync("NOTE-3");

        Assert.Empty(await host.InboxAsync(Role.Investigator, arm));
    }

    [Fact]
    public async Task A_seized_item_that_is_a_stolen_arm_is_told_to_the_finder_and_to_who_reported_it()
    {
        var arm = await host.StolenAsync("NOTE-4");
        var investigator = host.ClientAs(Role.Investigator);
        var item = await investigator.ItemAsync(await investigator.SeizureAsync(), SeizureCalls.Item("NOTE-4"));

        (await investigator.ActAsync(item, "identifications", new { firearmId = arm, how = "exact_mark", grounds = "The marks say so." })).Expect(200);

        Assert.Equal("seized", Assert.Single(await host.InboxAsync(Role.Investigator, arm)).Text("occasion"));
        Assert.Equal("seized", Assert.Single(await host.InboxAsync(Role.Registrar, arm)).Text("occasion"));
    }

    [Fact]
    public async Task A_trace_that_finds_a_stolen_arm_tells_so_and_its_answer_goes_to_who_asked()
    {
        var arm = await host.StolenAsync("NOTE-5");
        var request = await host.AskAsync(await host.SeizeAsync("NOTE-5", Known<Guid>.None));

        await Task.WhenAll(host.SearchAsync(request), host.SearchAsync(request));
        await host.SearchAsync(request);

        Assert.Equal(("missing_arm_found", "traced"), KindAndOccasion(Assert.Single(await host.InboxAsync(Role.Investigator, arm))));
        Assert.Equal(("missing_arm_found", "traced"), KindAndOccasion(Assert.Single(await host.InboxAsync(Role.Registrar, arm))));
        Assert.Equal(("trace_answered", "trace_closed"), KindAndOccasion(Assert.Single(await host.InboxAsync(Role.Investigator, request))));
    }

    [Fact]
    public async Task A_trace_that_finds_a_stolen_arm_only_as_a_lead_tells_that_it_is_one()
    {
        var (own, asked) = (await host.StolenAsync("NOTE-11"), await host.StolenAsync("NOTE-12"));
        var item = await host.SeizeAsync("N0TE-11", Known<Guid>.None);
        var body = BorderScenario.Inbound(await host.PartnerAsync("PRT"), "N0TE-12", "PT-NOTE-12");
        var inbound = (await host.ClientAs(Role.ContactPoint).PostAsync("/api/v1/inbound-trace-requests", body)).Expect(201).Id;

        await host.SearchAsync(await host.AskAsync(item));
        await host.SearchAsync(inbound);
        await host.SearchAsync(inbound);

        foreach (var (role, arm) in new[] { (Role.Investigator, own), (Role.Registrar, own), (Role.ContactPoint, asked), (Role.Registrar, asked) })
            Assert.Equal(("missing_arm_found", "traced_as_lead"), KindAndOccasion(Assert.Single(await host.InboxAsync(role, arm))));
    }

    [Fact]
    public async Task The_answer_of_another_State_goes_to_who_asked()
    {
        await host.RegisterAsync("NOTE-6", Known<Guid>.Unknown, TraceScenario.Transfer(TransferKind.Export, Known<Guid>.Unknown, "PRT"));
        var request = await host.AskAsync(await host.SeizeAsync("NOTE-6", Known<Guid>.None));
        await host.SearchAsync(request);
        Assert.Empty(await host.InboxAsync(Role.Investigator, request));
        var contact = host.ClientAs(Role.ContactPoint);
        var read = (await contact.GetAsync($"{TraceScenario.Requests}/{request}")).Expect(200);

        (await contact.PostAsync($"{TraceScenario.Requests}/{request}/answers",
            new { country = "PRT", answer = "positive", source = "Policia", reference = "PT-1", answeredOn = "2021-01-01" }, read.Version)).Expect(200);

        Assert.Equal(("trace_answered", "answer_recorded"), KindAndOccasion(Assert.Single(await host.InboxAsync(Role.Investigator, request))));
    }

    [Fact]
    public async Task A_notice_tells_by_what_its_request_is_known_to_whoever_may_read_that_and_to_nobody_else()
    {
        var request = await host.AskAsync(await host.SeizeAsync("NOTE-13", Known<Guid>.None));
        await using (var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            foreach (var role in new[] { Role.Investigator, Role.Statistician })
            {
                NoticeBoard.Queue(session, new NewNotice(NoticeKind.TraceAnswered, NoticeOccasion.TraceClosed, NoticeOwner.Everybody(role),
                    NoticeResource.TraceRequest(request), host.Time.GetUtcNow()));
            }

            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var told = Assert.Single(await host.InboxAsync(Role.Investigator, request));
        Assert.Contains("NOTE-13", told["about"]!["arm"]!.Text("mark"), StringComparison.Ordinal);
        Assert.Equal(TraceScenario.Request(Guid.Empty).Text("caseReference"), told["about"]!.Text("caseReference"));
        var read = (await host.ClientAs(Role.Investigator).PostAsync($"{Inbox}/{told.Text("id")}/readings", new { })).Expect(201);
        Assert.NotNull(read.Body!["about"]);
        Assert.Null(Assert.Single(await host.InboxAsync(Role.Statistician, request))["about"]);
    }

    [Fact]
    public async Task Nobody_reads_another_s_notice_or_marks_it_as_read()
    {
        var arm = await host.StolenAsync("NOTE-7");
        await host.SearchMarkAsync("NOTE-7");
        var notice = Assert.Single(await host.InboxAsync(Role.Investigator, arm)).Text("id");
        var stranger = host.ClientAs(Role.ContactPoint);

        Assert.Equal(404, (await stranger.GetAsync($"{Inbox}/{notice}")).Status);
        Assert.Equal((404, "not-found"), Problem(await stranger.PostAsync($"{Inbox}/{notice}/readings", new { })));
        Assert.Equal(0, await host.ScalarAsync<long>("select count(*) from registry.notice_reading where notice_id = $1", Guid.Parse(notice)));
    }

    [Fact]
    public async Task What_was_read_stands_behind_what_was_not_and_pages_hold_each_notice_once()
    {
        var arms = new List<Guid>();
        foreach (var number in Enumerable.Range(0, 5))
        {
            arms.Add(await host.StolenAsync($"NOTE-8{number}"));
            await host.SearchMarkAsync($"NOTE-8{number}");
        }

        var investigator = host.ClientAs(Role.Investigator);
        var newest = Assert.Single(await host.InboxAsync(Role.Investigator, arms[^1])).Text("id");
        var first = (await investigator.PostAsync($"{Inbox}/{newest}/readings", new { }, key: "reading-of-8")).Expect(201);
        var again = (await investigator.PostAsync($"{Inbox}/{newest}/readings", new { }, key: "reading-of-8")).Expect(201);
        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = (await investigator.GetAsync($"{Inbox}?limit=2&kind=missing_arm_found{(after is null ? "" : $"&after={after}")}")).Expect(200).Body!;
            ids.AddRange(page["items"]!.AsArray().Select(notice => notice!.Text("id")));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);

        Assert.Equal(first.Body!.Text("readAt"), again.Body!.Text("readAt"));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(newest, ids[^1]);
        Assert.Equal(Assert.Single(await host.InboxAsync(Role.Investigator, arms[^2])).Text("id"), ids[0]);
        Assert.Empty((await investigator.GetAsync($"{Inbox}?kind=clock_overdue")).Expect(200).Body!["items"]!.AsArray());
    }

    [Theory]
    [InlineData("?kind=secret", "query:kind")]
    [InlineData("?after=bm8", "query:after")]
    [InlineData("?after=MTo5OTk5OTk5OTk5OTk5OTk5OTk5OTph", "query:after")]
    [InlineData("?limit=0", "query:limit")]
    public async Task A_question_that_cannot_be_read_is_refused_with_its_place(string query, string pointer)
    {
        var refused = await host.ClientAs(Role.Investigator).GetAsync(Inbox + query);

        Assert.Equal((400, pointer), (refused.Status, refused.Body!["errors"]![0]!.Text("pointer")));
    }

    private static (string, string) KindAndOccasion(System.Text.Json.Nodes.JsonNode notice) => (notice.Text("kind"), notice.Text("occasion"));

    private static (int, string?) Problem(ApiAnswer answer) => (answer.Status, answer.Problem);
}

/// <summary>A host of its own, because moving its clock by weeks ends every token.</summary>
public sealed class OverdueNoticeTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task A_State_that_did_not_answer_in_time_is_told_to_who_asked_and_to_the_contact_points_once()
    {
        await host.RegisterAsync("NOTE-9", Known<Guid>.Unknown, TraceScenario.Transfer(TransferKind.Export, Known<Guid>.Unknown, "PRT"));
        var request = await host.AskAsync(await host.SeizeAsync("NOTE-9", Known<Guid>.None));
        await host.SearchAsync(request);

        host.Time.Advance(TimeSpan.FromDays(61));
        await Task.WhenAll(host.SweepAsync(), host.SweepAsync());

        var asked = Assert.Single(await host.InboxAsync(Role.Investigator, request));
        var contact = Assert.Single(await host.InboxAsync(Role.ContactPoint, request));
        Assert.Equal(("clock_overdue", "answer_overdue"), (asked.Text("kind"), asked.Text("occasion")));
        Assert.Equal(("clock_overdue", "contact_point"), (contact.Text("kind"), contact.Text("forRole")));
    }
}
