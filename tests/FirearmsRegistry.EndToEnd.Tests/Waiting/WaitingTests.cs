using FirearmsRegistry.EndToEnd.Tests.Exchange;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Notices;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.EndToEnd.Tests.Vintages;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Waiting;

namespace FirearmsRegistry.EndToEnd.Tests.Waiting;

public sealed class WaitingTests(VintageHost host) : IClassFixture<VintageHost>
{
    [Fact]
    public async Task Each_role_is_told_its_own_numbers_and_no_other()
    {
        foreach (var role in AccessPolicy.SeeWaiting.Roles)
        {
            var client = host.ClientAs(role);
            foreach (var kind in Enum.GetValues<WaitingKind>())
            {
                var answer = await client.GetAsync($"/api/v1/waiting?kind={Codes.Of(kind)}");
                var own = WaitingSource.Of(new HashSet<Role> { role }).Any(source => source.Kind == kind);
                Assert.Equal((role, kind, own ? 200 : 400), (role, kind, answer.Status));
            }
        }

        Assert.Equal(400, (await host.ClientAs(Role.Registrar).GetAsync("/api/v1/waiting")).Status);
        Assert.All(Enum.GetValues<WaitingKind>(), kind => Assert.Single(WaitingSource.All, source => source.Kind == kind));
    }

    [Fact]
    public async Task A_notice_is_counted_until_it_is_read()
    {
        var before = await CountAsync(Role.Investigator, WaitingKind.UnreadNotices);
        var arm = await host.StolenAsync("WAIT-1");
        await host.SearchMarkAsync("WAIT-1");
        Assert.Equal(before + 1, await CountAsync(Role.Investigator, WaitingKind.UnreadNotices));

        var notice = Assert.Single(await host.InboxAsync(Role.Investigator, arm)).Text("id");
        (await host.ClientAs(Role.Investigator).PostAsync($"{NoticeScenario.Inbox}/{notice}/readings", new { })).Expect(201);

        Assert.Equal(before, await CountAsync(Role.Investigator, WaitingKind.UnreadNotices));
    }

    [Fact]
    public async Task Look_alikes_are_counted_and_listed_until_they_have_national_numbers()
    {
        var registrar = host.ClientAs(Role.Registrar);
        var before = await CountAsync(Role.Registrar, WaitingKind.LookAlikes);
        var first = await registrar.RegisteredAsync("WAIT-2");
        var request = FirearmRequests.Register("WAIT-2");
        request["confirmedDistinct"] = "Both lie on the table.";
        var second = (await registrar.PostAsync("/api/v1/firearms", request)).Expect(201);

        Assert.Equal(before + 2, await CountAsync(Role.Registrar, WaitingKind.LookAlikes));
        var listed = new List<Guid>();
        for (var after = ""; after is not null;)
        {
            var page = (await registrar.GetAsync($"/api/v1/look-alikes?limit=1{after}")).Expect(200).Body!;
            listed.AddRange(page["items"]!.AsArray().Select(line => line!["id"]!.GetValue<Guid>()));
            after = page["next"] is { } next ? $"&after={next}" : null;
        }

        Assert.Superset(new HashSet<Guid> { first.Id, second.Id }, listed.ToHashSet());
        Assert.Equal(listed.Order(), listed);
        Assert.Equal(400, (await registrar.GetAsync("/api/v1/look-alikes?after=WA")).Status);
    }

    [Fact]
    public async Task A_request_is_due_soon_then_overdue_and_its_draft_vintage_waits_for_another_person()
    {
        var partner = await host.PartnerAsync("PRT");
        var body = BorderScenario.Inbound(partner, "WAIT-3", "PT-WAIT-3");
        body["priority"] = "urgent";
        body["urgencyJustification"] = "A suspect is in custody.";
        var request = (await host.ClientAs(Role.ContactPoint).PostAsync("/api/v1/inbound-trace-requests", body)).Expect(201).Id;
        Assert.Contains(request, await ListedAsync("soon"));
        Assert.DoesNotContain(request, await ListedAsync("overdue"));
        Assert.Equal((await ListedAsync("soon")).Count, await CountAsync(Role.ContactPoint, WaitingKind.DueRequests));

        Assert.Equal(1, await host.ScalarAsync<int>(
            "update registry.trace_clock set due_at = now() - interval '1 minute' where trace_request_id = $1 and kind = 'answer' returning 1", request));

        Assert.Contains(request, await ListedAsync("overdue"));
        Assert.Equal((await ListedAsync("overdue")).Count, await CountAsync(Role.ContactPoint, WaitingKind.OverdueRequests));
        Assert.Equal(400, (await host.ClientAs(Role.ContactPoint).GetAsync($"{TraceScenario.Requests}?due=never")).Status);

        await host.DraftAsync("ESP-1996-1", 1996);
        Assert.Equal(0, await CountAsync(Role.Statistician, WaitingKind.VintagesToReview));
        var other = (await (await host.ReviewerAsync()).GetAsync("/api/v1/waiting?kind=vintages_to_review")).Expect(200);
        Assert.Equal(1, other.Body!["count"]!.GetValue<long>());
    }

    private async Task<IReadOnlyList<Guid>> ListedAsync(string due) =>
        [.. (await host.ClientAs(Role.ContactPoint).GetAsync($"{TraceScenario.Requests}?due={due}&order=due&limit=200")).Expect(200).Body!["items"]!.AsArray()
            .Select(line => line!["id"]!.GetValue<Guid>())];

    private async Task<long> CountAsync(Role role, WaitingKind kind) =>
        (await (await host.FreshClientAsync(role)).GetAsync($"/api/v1/waiting?kind={Codes.Of(kind)}")).Expect(200).Body!["count"]!.GetValue<long>();
}
