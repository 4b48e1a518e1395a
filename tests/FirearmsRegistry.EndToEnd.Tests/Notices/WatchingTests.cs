using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Rebuilding;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using static FirearmsRegistry.EndToEnd.Tests.Notices.NoticeScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Notices;

public sealed class WatchingTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Watches = "/api/v1/watched-arms";

    [Fact]
    public async Task Who_watches_an_arm_is_told_of_what_others_do_with_it_and_not_of_what_he_does_himself()
    {
        var registrar = host.ClientAs(Role.Registrar);
        var firearm = await registrar.RegisteredAsync("WATCH-1");
        (await WatchAsync(Role.Investigator, firearm.Id)).Expect(201);

        await host.SearchMarkAsync("WATCH-1");
        await host.SearchMarkAsync("WATCH-1", Role.Registrar);
        (await registrar.PostAsync($"{firearm.Location}/losses", Loss(), firearm.Version)).Expect(201);
        await host.SearchAsync(await (await host.FreshClientAsync(Role.ContactPoint)).AskForAsync(await host.SeizeAsync("WATCH-1", Known<Guid>.None)));

        var told = (await host.InboxAsync(Role.Investigator, firearm.Id)).Where(notice => notice.Text("kind") == "watched_arm");
        Assert.Equal(["mark_searched", "reported_missing", "traced"], told.Select(notice => notice.Text("occasion")).Order());
    }

    [Fact]
    public async Task A_watch_is_known_to_its_keeper_and_to_auditors_alone()
    {
        var watch = (await WatchAsync(Role.Investigator, await host.RegisterAsync("WATCH-2", Known<Guid>.Unknown))).Expect(201);
        var stranger = host.ClientAs(Role.ContactPoint);

        Assert.Equal(200, (await host.ClientAs(Role.Investigator).GetAsync(watch.Location!)).Status);
        Assert.Equal(200, (await host.ClientAs(Role.Auditor).GetAsync(watch.Location!)).Status);
        Assert.Equal(404, (await stranger.GetAsync(watch.Location!)).Status);
        Assert.Equal(404, (await stranger.PostAsync($"{watch.Location}/endings", new { reason = "Not mine." }, 1)).Status);
        Assert.Contains(watch.Id.ToString(), await ListAsync(Role.Investigator), StringComparison.Ordinal);
        Assert.Contains(watch.Id.ToString(), await ListAsync(Role.Auditor), StringComparison.Ordinal);
        Assert.DoesNotContain(watch.Id.ToString(), await ListAsync(Role.ContactPoint), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_that_was_ended_tells_nothing_and_ends_once()
    {
        var arm = await host.RegisterAsync("WATCH-3", Known<Guid>.Unknown);
        var watch = (await WatchAsync(Role.Investigator, arm)).Expect(201);
        var investigator = host.ClientAs(Role.Investigator);

        var ended = (await investigator.PostAsync($"{watch.Location}/endings", new { reason = "Closed." }, watch.Version)).Expect(200);
        var again = await investigator.PostAsync($"{watch.Location}/endings", new { reason = "Closed." }, ended.Version);
        await host.SearchMarkAsync("WATCH-3", Role.Registrar);

        Assert.Equal((409, "watch-over"), (again.Status, again.Problem));
        Assert.Empty(await host.InboxAsync(Role.Investigator, arm));
    }

    [Fact]
    public async Task A_watch_of_nothing_or_for_ever_is_refused_with_its_place()
    {
        var arm = await host.RegisterAsync("WATCH-4", Known<Guid>.Unknown);

        var nothing = await WatchAsync(Role.Investigator, Guid.CreateVersion7());
        var yesterday = await WatchAsync(Role.Investigator, arm, days: -1);
        var forEver = await WatchAsync(Role.Investigator, arm, days: 400);

        Assert.Equal((422, "unknown-firearm", "/firearmId"), Refused(nothing));
        Assert.Equal((422, "watch-period", "/until"), Refused(yesterday));
        Assert.Equal((422, "watch-period", "/until"), Refused(forEver));
    }

    [Fact]
    public async Task Watches_and_webhooks_are_the_same_after_a_rebuild_and_nothing_is_told_again()
    {
        var arm = await host.StolenAsync("WATCH-5");
        var watch = (await WatchAsync(Role.Investigator, arm)).Expect(201);
        (await WatchAsync(Role.Registrar, arm)).Expect(201);
        (await host.ClientAs(Role.Investigator).PostAsync($"{watch.Location}/endings", new { reason = "Closed." }, watch.Version)).Expect(200);
        var before = await ReadModels.DigestAsync(host);
        var told = await host.ScalarAsync<long>("select count(*) from registry.notice");

        await ReadModels.RebuildAsync(host);

        await ReadModels.AssertAsync(host, before);
        Assert.Equal(told, await host.ScalarAsync<long>("select count(*) from registry.notice"));
    }

    private Task<ApiAnswer> WatchAsync(Role role, Guid arm, int days = 30) => host.ClientAs(role).PostAsync(Watches, new
    {
        firearmId = arm,
        reason = "Joint investigation 12.",
        until = host.DayIn(days),
    });

    private async Task<string> ListAsync(Role role) => (await host.ClientAs(role).GetAsync($"{Watches}?limit=200")).Expect(200).Body!.ToJsonString();

    private static (int, string?, string) Refused(ApiAnswer answer) => (answer.Status, answer.Problem, answer.Body!["errors"]![0]!.Text("pointer"));
}

/// <summary>A host of its own, because moving its clock by weeks ends every token.</summary>
public sealed class ExpiredWatchTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task A_watch_is_over_after_its_last_day()
    {
        var arm = await host.RegisterAsync("WATCH-6", Known<Guid>.Unknown);
        (await host.ClientAs(Role.Investigator).PostAsync("/api/v1/watched-arms", new
        {
            firearmId = arm,
            reason = "Joint investigation 12.",
            until = host.DayIn(1),
        })).Expect(201);

        host.Time.Advance(TimeSpan.FromDays(3));
        await host.SearchMarkAsync("WATCH-6", Role.Registrar);

        Assert.Empty(await host.InboxAsync(Role.Investigator, arm));
    }
}
