using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.TraceRequests.FindingNetworks;
using Microsoft.Extensions.DependencyInjection;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.Reports.ReportScenario;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

public sealed class DiversionNetworkTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task A_dealer_from_whom_several_arms_were_diverted_is_found_and_a_second_run_changes_nothing()
    {
        var dealer = await host.PartyAsync(Dealer, "dealer");
        var (first, second) = (await host.PartyAsync("Ana Ejemplo", "private"), await host.PartyAsync("Berta Ejemplo", "private"));
        var traces = new[]
        {
            await SoldAsync("NET-1", dealer, first, "2020-06-05", "NET-LIC-1"),
            await SoldAsync("NET-2", dealer, first, "2020-05-16", "NET-LIC-2"),
            await SoldAsync("NET-3", dealer, second, "2020-05-16", "NET-LIC-2"),
            await SoldAsync("NET-4", dealer, Guid.CreateVersion7(), "2019-06", "NET-LIC-3", confirmed: true),
        };

        await RunAsync();
        var once = await ReadAsync("");
        await Task.WhenAll(RunAsync(), RunAsync());
        var again = await ReadAsync("");

        var giver = Assert.Single(once, one => Party(one) == dealer && one["role"]!.GetValue<string>() == "giver");
        Assert.Equal(("dealer", 4, 4, 3, 3), (giver["category"]!.GetValue<string>(), Number(giver, "arms"), Number(giver, "traces"), Number(giver, "shipments"), Number(giver, "timedArms")));
        Assert.Equal(30, giver["medianTimeToCrime"]!.GetValue<double>());
        Assert.Equal(("2020-06-15", "2020-06-15"), (giver["firstIntakeOn"]!.GetValue<string>(), giver["lastIntakeOn"]!.GetValue<string>()));
        Assert.Equal(traces.Order(), giver["traceRequestIds"]!.AsArray().Select(id => id!.GetValue<Guid>()).Order());
        var buyer = Assert.Single(once, one => one["role"]!.GetValue<string>() == "holder" && Party(one) == first);
        Assert.Equal((2, 20.0), (Number(buyer, "arms"), buyer["medianTimeToCrime"]!.GetValue<double>()));
        Assert.DoesNotContain(once, one => Party(one) == second);
        Assert.Equal(Without(once), Without(again));
    }

    [Fact]
    public async Task Pages_and_categories_narrow_the_list_and_only_those_who_may_see_it_do()
    {
        var dealers = new[] { await host.PartyAsync(Dealer, "dealer"), await host.PartyAsync(Dealer, "dealer") };
        foreach (var dealer in dealers)
        {
            for (var number = 0; number < 3; number++)
                await SoldAsync($"NET-P{Array.IndexOf(dealers, dealer)}{number}", dealer, Guid.CreateVersion7(), "2020-01-01", "NET-LIC-9");
        }

        await RunAsync();
        var page = (await host.ClientAs(Role.Auditor).GetAsync("/api/v1/diversion-networks?category=dealer&limit=1")).Expect(200).Body!;
        var rest = (await host.ClientAs(Role.ContactPoint).GetAsync($"/api/v1/diversion-networks?category=dealer&after={page["next"]}")).Expect(200).Body!;
        var forbidden = await host.ClientAs(Role.Statistician).GetAsync("/api/v1/diversion-networks");
        var wrong = await host.ClientAs(Role.Auditor).GetAsync("/api/v1/diversion-networks?category=x");

        var all = page["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(one => Party(one!)).ToList();
        Assert.All(dealers, dealer => Assert.Contains(dealer, all));
        Assert.Equal((403, 400), (forbidden.Status, wrong.Status));
        Assert.True(await host.ScalarAsync<long>("select count(*) from registry.access_log where action = 'list_diversion_networks'") >= 2);
    }

    /// <summary>A traced arm, or one of which only a person could say which one it is.</summary>
    private async Task<Guid> SoldAsync(string serial, Guid dealer, Guid buyer, string on, string basis, bool confirmed = false)
    {
        var firearm = await host.RegisterAsync(serial, Known.Of(dealer), Sale(dealer, buyer, on, basis));
        var request = await host.AskAsync(confirmed ? await host.SeizeWornAsync(serial[..^1] + "?") : await host.SeizeAsync(serial, Known<Guid>.None));
        await host.SearchAsync(request);
        if (confirmed)
        {
            var investigator = host.ClientAs(Role.Investigator);
            var seen = (await investigator.GetAsync($"{Requests}/{request}")).Expect(200);
            (await investigator.PostAsync($"{Requests}/{request}/identifications",
                new { firearmId = firearm, reason = "The barrel agrees.", compared = "Frame and barrel." }, seen.Version)).Expect(200);
        }

        return request;
    }

    private Task RunAsync() => host.Services.CreateScope().ServiceProvider.GetRequiredService<DiversionNetworkJob>()
        .RunAsync(TestContext.Current.CancellationToken);

    private async Task<List<JsonNode>> ReadAsync(string query) =>
        [.. (await host.ClientAs(Role.Investigator).GetAsync("/api/v1/diversion-networks?limit=200" + query)).Expect(200).Body!["items"]!.AsArray().Select(one => one!)];

    private static IEnumerable<string> Without(IEnumerable<JsonNode> networks) => networks.Select(one =>
    {
        var copy = one.DeepClone().AsObject();
        copy.Remove("knownAt");
        return copy.ToJsonString();
    }).Order(StringComparer.Ordinal);

    private static Guid? Party(JsonNode network) => network["partyId"]?.GetValue<Guid>();

    private static int Number(JsonNode network, string member) => network[member]!.GetValue<int>();
}
