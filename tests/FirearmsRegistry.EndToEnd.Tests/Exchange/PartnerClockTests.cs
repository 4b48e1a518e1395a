using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Registry.Access;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using static FirearmsRegistry.EndToEnd.Tests.Exchange.BorderScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>A host of its own, because moving its clock by weeks ends every token.</summary>
public sealed class PartnerClockTests(OutboundHost host) : IClassFixture<OutboundHost>
{
    [Fact]
    public async Task Two_servers_at_once_remind_escalate_and_end_the_wait_once_each_and_a_late_answer_is_taken()
    {
        var root = await host.ExportedAsync("CLOCK-1");
        var sent = await host.SubmittedAsync(root, host.Portugal);
        await using var other = Other();
        for (var week = 0; week < 14; week++)
        {
            host.Time.Advance(TimeSpan.FromDays(7));
            await Task.WhenAll(SweepAsync(host.Services), SweepAsync(other.Services), SweepAsync(host.Services), SweepAsync(other.Services));
        }

        Assert.Equal(("closed", "no_reply", "1.6"), await RootAsync(root));
        Assert.Equal((1L, 1L, 0L), (await EventsAsync(sent.Id, "trace_escalated"), await EventsAsync(sent.Id, "trace_not_replied_to"), await ClocksAsync(sent.Id)));
        var reminders = await EventsAsync(sent.Id, "trace_reminder_due");
        Assert.True(reminders >= 4, $"{reminders} reminders");
        Assert.Equal(reminders, await host.ScalarAsync<long>(
            "select count(distinct data->>'number') from registry.mt_events where stream_id = $1 and type = 'trace_reminder_due'", sent.Id));
        // In the name of the human who sent it, with the sending as the cause.
        Assert.Equal(0, await host.ScalarAsync<long>(
            """
            select count(*) from registry.mt_events step
            join registry.mt_events sent on sent.stream_id = step.stream_id and sent.type = 'outbound_trace_submitted'
            where step.stream_id = $1 and step.type in ('trace_reminder_due', 'trace_escalated', 'trace_not_replied_to')
              and (step.user_name is distinct from sent.user_name or step.causation_id is distinct from sent.id::text)
            """, sent.Id));
        Assert.Equal(1, await EventsAsync(root, "trace_closed"));

        var contact = await SignedInAsync(Role.ContactPoint);
        var notices = (await contact.GetAsync("/api/v1/notices?kind=clock_overdue&limit=200")).Expect(200).Body!["items"]!.AsArray()
            .Where(notice => Text(notice!["resource"]!, "path") == $"{TraceScenario.Requests}/{sent.Id}").Select(notice => Text(notice!, "occasion"));
        Assert.Equal(["answer_overdue", "escalated", "reminder_due"], notices.Distinct().Order());
        var silent = (await contact.GetAsync($"/api/v1/partners/{host.Portugal}/statistics")).Expect(200).Body!.AsArray()[0]!;
        Assert.Equal((1, 0, 1), (Number(silent, "submitted"), Number(silent, "replied"), Number(silent, "noReply")));
        var read = (await contact.GetAsync($"{TraceScenario.Requests}/{sent.Id}")).Expect(200);
        Assert.Equal("no_reply", Text(read.Body!, "state"));
        (await contact.PostAsync($"{TraceScenario.Requests}/{sent.Id}/received-answers", Answer("answered", "positive"), read.Version)).Expect(200);

        Assert.Equal(("closed", "traced_to_foreign_country", "1.3"), await RootAsync(root));
        Assert.Equal(1, await EventsAsync(root, "trace_closed"));
        var late = (await contact.GetAsync("/api/v1/partner-statistics")).Expect(200).Body!.AsArray()[0]!;
        Assert.Equal((1, 1, 0, 1), (Number(late, "submitted"), Number(late, "answered"), Number(late, "noReply"), Number(late, "positive")));
        Assert.InRange(late["medianDays"]!.GetValue<decimal>(), 97.9m, 98.1m);
    }

    private static Task SweepAsync(IServiceProvider services) => services.CreateScope().ServiceProvider
        .GetRequiredService<Registry.TraceRequests.Sweeping.TraceSweepJob>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>A second server over the same database and clock.</summary>
    private WebApplicationFactory<Program> Other() => new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
    {
        web.UseSetting("ConnectionStrings:Registry", host.ConnectionString);
        web.UseSetting("Registry:Jobs:Workers", "0");
        web.UseSetting("Registry:FirstSignInLink", "false");
        web.UseSetting("Logging:LogLevel:Default", "Warning");
        web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(host.Time));
    });

    private async Task<(string State, string Outcome, string Line)> RootAsync(Guid root)
    {
        var read = (await (await SignedInAsync(Role.Investigator)).GetAsync($"{TraceScenario.Requests}/{root}")).Expect(200).Body!;
        return (Text(read, "state"), Text(read, "outcome"), Text(read, "line"));
    }

    private async Task<RegistryClient> SignedInAsync(Role role)
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await host.TokenAsync(role, TimeSpan.FromHours(1)));
        return new RegistryClient(client);
    }

    private Task<long> EventsAsync(Guid request, string type) =>
        host.ScalarAsync<long>("select count(*) from registry.mt_events where stream_id = $1 and type = $2", request, type);

    private Task<long> ClocksAsync(Guid request) =>
        host.ScalarAsync<long>("select count(*) from registry.trace_clock where trace_request_id = $1", request);

    private static int Number(JsonNode node, string member) => node[member]!.GetValue<int>();
}
