using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.Checking;
using FirearmsRegistry.Registry.Firearms;
using Microsoft.Extensions.DependencyInjection;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

/// <summary>A host of its own, because moving its clock by weeks ends every token.</summary>
public sealed class AnswerClockTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task When_the_clock_of_another_State_runs_out_the_trace_ends_without_reply_once()
    {
        await host.RegisterAsync("TR-6", Known<Guid>.Unknown, Transfer(TransferKind.Export, Known<Guid>.Unknown, "PRT"));
        var request = await host.AskAsync(await host.SeizeAsync("TR-6", Known<Guid>.Unknown));
        await host.SearchAsync(request);
        await host.SweepAsync();
        Assert.Equal("in_progress", Text(await ReadAsync(request), "state"));

        host.Time.Advance(TimeSpan.FromDays(61));
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var late = await scope.ServiceProvider.GetRequiredService<YearChecks>().FindAsync(2020, null, TestContext.Current.CancellationToken);
            Assert.Equal(["domestic routine"], late.Where(finding => finding.Kind == CheckKind.PendingPastItsClock).Select(finding => finding.Where));
        }

        await Task.WhenAll(host.SweepAsync(), host.SweepAsync());
        await host.SweepAsync();

        var read = await ReadAsync(request);
        Assert.Equal(("closed", "no_reply", "no_reply", "1.6"), (Text(read, "state"), Text(read, "endedAs"), Text(read, "outcome"), Text(read, "line")));
        Assert.Equal(1, await host.ScalarAsync<long>("select count(*) from registry.mt_events where stream_id = $1 and type = 'trace_closed'", request));
    }

    private async Task<JsonNode> ReadAsync(Guid request)
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await host.TokenAsync(Role.Investigator, TimeSpan.FromHours(1)));
        return (await new RegistryClient(client).GetAsync($"{Requests}/{request}")).Expect(200).Body!;
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
