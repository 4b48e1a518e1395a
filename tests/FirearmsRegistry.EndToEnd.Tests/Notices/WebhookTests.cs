using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Shared.Outgoing;
using FirearmsRegistry.Registry.Access;
using static FirearmsRegistry.EndToEnd.Tests.Notices.WebhookHost;

namespace FirearmsRegistry.EndToEnd.Tests.Notices;

public sealed class WebhookTests(WebhookHost host) : IClassFixture<WebhookHost>
{
    [Fact]
    public async Task A_notice_is_sent_once_signed_and_without_a_mark_or_a_person()
    {
        var hook = await host.HookAsync(host.Other.Answers("/signed", 200));
        var arm = await host.TellAsync("HOOK-1");

        await host.DeliverAsync(hook.Id);
        await host.DeliverAsync(hook.Id);

        var sent = Assert.Single(host.Other.ReceivedAt("/signed"));
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal(Signed(hook.Secret, sent), sent.Headers["Registry-Signature"]);
        Assert.Equal(body.Text("deliveryId"), sent.Headers["Registry-Delivery"]);
        Assert.Equal(("missing_arm_found", "mark_searched", $"/api/v1/firearms/{arm}"),
            (body.Text("kind"), body.Text("occasion"), body["resource"]!.Text("path")));
        Assert.Equal(["at", "deliveryId", "kind", "noticeId", "occasion", "resource"], body.AsObject().Select(member => member.Key).Order());
        Assert.DoesNotContain("HOOK-1", Encoding.UTF8.GetString(sent.Body), StringComparison.Ordinal);
        Assert.Equal(0, (await host.ReadAsync(hook.Id)).Body!["waiting"]!.GetValue<long>());
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_is_not_in_the_database_in_clear()
    {
        var administrator = await host.FreshClientAsync(Role.Administrator);
        var request = Hook(host.Other.Answers("/secret", 200).ToString());
        request["id"] = Guid.CreateVersion7();

        var first = (await administrator.PostAsync(Webhooks, request, key: "hook-secret")).Expect(201);
        var again = (await administrator.PostAsync(Webhooks, request, key: "hook-secret")).Expect(201);

        var secret = first.Body!.Text("secret");
        Assert.Equal(43, secret.Length);
        Assert.Null(again.Body!["secret"]);
        Assert.Null((await host.ReadAsync(first.Id)).Body!["secret"]);
        Assert.False(await host.ScalarAsync<bool>(
            "select position(convert_to($2, 'UTF8') in protected_secret) > 0 from registry.webhook_secret where webhook_id = $1", first.Id, secret));
        Assert.Equal(0, await host.ScalarAsync<long>("select count(*) from registry.mt_events where data::text like '%' || $1 || '%'", secret));
    }

    [Fact]
    public async Task A_server_that_ends_between_sending_and_recording_sends_again_with_the_same_delivery_id()
    {
        var hook = await host.HookAsync(host.Other.Answers("/killed", async http =>
        {
            // The line that holds the lock and will record the result is cut after the request has arrived.
            if (host.Other.ReceivedAt("/killed").Count == 1)
                await host.ScalarAsync<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");
            http.Response.StatusCode = 200;
        }));
        await host.TellAsync("HOOK-2");

        await Assert.ThrowsAnyAsync<Exception>(() => host.DeliverAsync(hook.Id));
        Assert.Equal(1, (await host.ReadAsync(hook.Id)).Body!["waiting"]!.GetValue<long>());
        await host.DeliverAsync(hook.Id);

        var sent = host.Other.ReceivedAt("/killed");
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0].Headers["Registry-Delivery"], sent[1].Headers["Registry-Delivery"]);
        Assert.Equal(sent[0].Body, sent[1].Body);
        Assert.Equal(0, (await host.ReadAsync(hook.Id)).Body!["waiting"]!.GetValue<long>());
    }

    [Fact]
    public async Task While_one_server_sends_another_passes_by_and_each_notice_is_sent_once()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hook = await host.HookAsync(host.Other.Answers("/two", async _ =>
        {
            arrived.TrySetResult();
            await goOn.Task;
        }));
        await host.TellAsync("HOOK-3");
        await host.TellAsync("HOOK-4");

        var one = host.DeliverAsync(hook.Id);
        await arrived.Task;
        await host.DeliverAsync(hook.Id);
        Assert.Single(host.Other.ReceivedAt("/two"));
        goOn.SetResult();
        await one;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.DeliverAsync(hook.Id)));

        Assert.Equal(2, host.Other.ReceivedAt("/two").Count);
        Assert.Equal(2, host.Other.ReceivedAt("/two").DistinctBy(sent => sent.Headers["Registry-Delivery"]).Count());
    }

    [Fact]
    public async Task Redirects_errors_silence_and_forbidden_addresses_are_failures_that_are_told()
    {
        var moved = await host.HookAsync(host.Other.Answers("/moved", http =>
        {
            http.Response.Redirect(new Uri(host.Other.Address, "/elsewhere").ToString());
            return Task.CompletedTask;
        }));
        var broken = await host.HookAsync(host.Other.Answers("/broken", 500));
        var silent = await host.HookAsync(host.Other.Answers("/silent", http => Task.Delay(Timeout.Infinite, http.RequestAborted)));
        var forbidden = await host.HookAsync(new Uri("https://169.254.169.254/latest/meta-data"));
        await host.TellAsync("HOOK-5");

        foreach (var hook in new[] { moved, broken, silent, forbidden })
            await host.DeliverAsync(hook.Id);

        Assert.Equal(("answered", 302), await LastAsync(moved));
        Assert.Equal(("answered", 500), await LastAsync(broken));
        Assert.Equal(("timed_out", null), await LastAsync(silent));
        Assert.Equal(("address_refused", null), await LastAsync(forbidden));
        Assert.Empty(host.Other.ReceivedAt("/elsewhere"));
    }

    [Fact]
    public async Task An_endless_answer_is_cut_and_counts_by_its_status()
    {
        var hook = await host.HookAsync(host.Other.Answers("/endless", async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(new byte[4096], CancellationToken.None);
        }));
        await host.TellAsync("HOOK-6");

        await host.DeliverAsync(hook.Id);

        Assert.Single(host.Other.ReceivedAt("/endless"));
        Assert.Equal(0, (await host.ReadAsync(hook.Id)).Body!["waiting"]!.GetValue<long>());
    }

    [Fact]
    public async Task Deliveries_are_listed_with_every_attempt_the_newest_first()
    {
        var status = 503;
        var hook = await host.HookAsync(host.Other.Answers("/listed", http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        }));
        await host.TellAsync("HOOK-10");
        await host.DeliverAsync(hook.Id);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        status = 200;
        await host.DeliverAsync(hook.Id);
        var arm = await host.TellAsync("HOOK-11");
        var auditor = await host.FreshClientAsync(Role.Auditor);

        var first = (await auditor.GetAsync($"{Webhooks}/{hook.Id}/deliveries?limit=1")).Expect(200).Body!;
        var second = (await auditor.GetAsync($"{Webhooks}/{hook.Id}/deliveries?limit=1&after={first.Text("next")}")).Expect(200).Body!;

        var (waiting, taken) = (first["items"]![0]!, second["items"]![0]!);
        Assert.Equal(("waiting", $"/api/v1/firearms/{arm}"), (waiting.Text("state"), waiting["resource"]!.Text("path")));
        Assert.NotNull(waiting["dueAt"]);
        Assert.Empty(waiting["attempts"]!.AsArray());
        Assert.Equal(("delivered", null, null), (taken.Text("state"), taken["dueAt"], second["next"]));
        Assert.Equal([("answered", 503), ("answered", 200)],
            taken["attempts"]!.AsArray().Select(attempt => (attempt!.Text("outcome"), attempt!["status"]!.GetValue<int>())));
        Assert.Equal((404, 400), ((await auditor.GetAsync($"{Webhooks}/{Guid.CreateVersion7()}/deliveries")).Status,
            (await auditor.GetAsync($"{Webhooks}/{hook.Id}/deliveries?after=x")).Status));
    }

    [Fact]
    public async Task A_sweep_orders_one_job_with_the_id_alone_for_each_webhook_with_something_due()
    {
        var due = await host.HookAsync(host.Other.Answers("/due", 200));
        await host.TellAsync("HOOK-7");
        var idle = await host.HookAsync(host.Other.Answers("/idle", 200));

        await host.SweepWebhooksAsync();
        await host.DeliverAsync(due.Id);
        await host.SweepWebhooksAsync();

        Assert.Equal(1, await OrdersAsync(due));
        Assert.Equal(0, await OrdersAsync(idle));
        Assert.Equal($"""["\"{due.Id}\"", null]""", await host.ScalarAsync<string>(
            "select arguments::text from hangfire.job where arguments::text like '%' || $1 || '%'", due.Id.ToString()));
    }

    [Fact]
    public async Task A_webhook_that_ended_is_told_of_nothing_and_its_secret_is_forgotten()
    {
        var hook = await host.HookAsync(host.Other.Answers("/ended", 200));
        await host.TellAsync("HOOK-8");
        var administrator = await host.FreshClientAsync(Role.Administrator);

        var ended = (await administrator.PostAsync($"{Webhooks}/{hook.Id}/endings", new { reason = "Replaced." }, 1)).Expect(200);
        var again = await administrator.PostAsync($"{Webhooks}/{hook.Id}/endings", new { reason = "Replaced." }, ended.Version);
        await host.TellAsync("HOOK-9");
        await host.DeliverAsync(hook.Id);

        Assert.Empty(host.Other.ReceivedAt("/ended"));
        Assert.Equal((409, "webhook-state"), (again.Status, again.Problem));
        Assert.Equal(0, await host.ScalarAsync<long>("select count(*) from registry.webhook_secret where webhook_id = $1", hook.Id));
        Assert.Equal(1, await host.ScalarAsync<long>("select count(distinct at) from registry.webhook_delivery join registry.notice using (notice_id) where webhook_id = $1", hook.Id));
    }

    [Theory]
    [InlineData("https://elsewhere.example/hook", 422, "address-not-allowed", "/address")]
    [InlineData("http://127.0.0.1:1/hook", 422, "address-not-allowed", "/address")]
    [InlineData("ftp://127.0.0.1/hook", 400, "invalid-input", "/address")]
    [InlineData("https://user:secret@169.254.169.254/", 400, "invalid-input", "/address")]
    [InlineData("not an address", 400, "invalid-input", "/address")]
    public async Task An_address_that_is_not_on_the_list_or_none_is_refused_with_its_place(string address, int status, string problem, string pointer)
    {
        var refused = await (await host.FreshClientAsync(Role.Administrator)).PostAsync(Webhooks, Hook(address));

        Assert.Equal((status, problem, pointer), (refused.Status, refused.Problem, refused.Body!["errors"]![0]!.Text("pointer")));
    }

    private static string Signed(string secret, ReceivedRequest sent)
    {
        var time = sent.Headers["Registry-Signature"].Split(',')[0][2..];
        using var mac = new HMACSHA256(Encoding.ASCII.GetBytes(secret));
        return $"t={time},v1={Convert.ToHexStringLower(mac.ComputeHash([.. Encoding.ASCII.GetBytes($"{time}."), .. sent.Body]))}";
    }

    private async Task<(string, int?)> LastAsync(RegisteredHook hook)
    {
        var read = (await host.ReadAsync(hook.Id)).Body!;
        Assert.Equal((1, 1), (read["waiting"]!.GetValue<long>(), read["attempts"]!.GetValue<int>()));
        return (read.Text("lastOutcome"), read["lastStatus"]?.GetValue<int>());
    }

    private async Task<int> OrdersAsync(RegisteredHook hook) => (int)await host.ScalarAsync<long>(
        "select count(*) from hangfire.job where arguments::text like '%' || $1 || '%'", hook.Id.ToString());
}

/// <summary>A host of its own, because moving its clock by days ends every token.</summary>
public sealed class FailingWebhookTests(WebhookHost host) : IClassFixture<WebhookHost>
{
    [Fact]
    public async Task Failures_are_repeated_after_growing_delays_until_the_webhook_is_disabled_and_a_person_enables_it()
    {
        var status = 500;
        var hook = await host.HookAsync(host.Other.Answers("/failing", http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        }));
        await host.TellAsync("FAIL-1");
        await host.TellAsync("FAIL-2");

        var waits = new List<double>();
        for (var attempt = 1; attempt < 8; attempt++)
        {
            await host.DeliverAsync(hook.Id);
            await host.DeliverAsync(hook.Id);
            Assert.Equal(attempt, host.Other.ReceivedAt("/failing").Count);
            waits.Add(await host.ScalarAsync<double>(
                "select extract(epoch from min(due_at) filter (where attempts > 0) - $2)::float8 from registry.webhook_delivery where webhook_id = $1",
                hook.Id, host.Time.GetUtcNow().UtcDateTime));
            host.Time.Advance(TimeSpan.FromSeconds(waits[^1] + 1));
        }

        await host.DeliverAsync(hook.Id);
        host.Time.Advance(TimeSpan.FromDays(2));
        await host.DeliverAsync(hook.Id);
        await host.SweepWebhooksAsync();

        Assert.Equal(8, host.Other.ReceivedAt("/failing").Count);
        Assert.Single(host.Other.ReceivedAt("/failing").DistinctBy(sent => sent.Headers["Registry-Delivery"]));
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits[0], 30, 61);
        Assert.InRange(waits[^1], 86_000, 86_401);
        Assert.Equal(0, await host.ScalarAsync<long>("select count(*) from hangfire.job where arguments::text like '%' || $1 || '%'", hook.Id.ToString()));
        var disabled = await host.ReadAsync(hook.Id);
        Assert.Equal(("disabled", 2), (disabled.Body!.Text("state"), disabled.Body!["waiting"]!.GetValue<int>()));
        Assert.Equal("webhook_disabled", Assert.Single(await host.InboxAsync(Role.Administrator, hook.Id)).Text("kind"));
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.mt_events where stream_id = $1 and type = 'webhook_disabled' and user_name is not null", hook.Id));

        status = 200;
        var administrator = await host.FreshClientAsync(Role.Administrator);
        (await administrator.PostAsync($"{Webhooks}/{hook.Id}/enablements", new { reason = "Up again." }, disabled.Version)).Expect(200);
        await host.DeliverAsync(hook.Id);

        Assert.Equal(10, host.Other.ReceivedAt("/failing").Count);
        Assert.Equal(2, host.Other.ReceivedAt("/failing").DistinctBy(sent => sent.Headers["Registry-Delivery"]).Count());
        Assert.Equal(0, (await host.ReadAsync(hook.Id)).Body!["waiting"]!.GetValue<int>());
    }
}
