using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.Reports.ReportScenario;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

public sealed class RelatedArmsTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task Arms_of_the_same_shipment_and_of_the_same_buyer_are_found_and_the_look_is_logged()
    {
        var (dealer, buyer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.RegisterAsync("REL-1", Known.Of(dealer), Sale(dealer, buyer, "2019-06-15", "REL-LIC-1"));
        var shipped = await host.RegisterAsync("REL-2", Known.Of(dealer), Sale(dealer, buyer, "2019-06-15", "REL-LIC-1"));
        var bought = await host.RegisterAsync("REL-3", Known.Of(dealer), Sale(dealer, buyer, "2019-07-01", "REL-LIC-2"));
        await host.RegisterAsync("REL-4", Known.Of(dealer), Sale(dealer, Guid.CreateVersion7(), "2019-06-15", "REL-LIC-1"));
        var wrong = Sale(dealer, buyer, "2019-06-15", "REL-LIC-1");
        var entry = new TransferEntry(wrong.Kind, wrong.From, wrong.To, wrong.LegalBasis, null, wrong.OccurredOn);
        await host.RegisterAsync("REL-5", Known.Of(dealer), wrong, new TransferCorrected(wrong.TransferId, entry,
            entry with { To = Known.Of(Guid.CreateVersion7()) }, Note.Parse("Another buyer.").GetOrThrow()));
        var request = await host.AskAsync(await host.SeizeAsync("REL-1", Known<Guid>.None));
        await host.SearchAsync(request);
        var investigator = host.ClientAs(Role.Investigator);

        var related = (await investigator.GetAsync($"{Requests}/{request}/related-arms", RegistryClient.Reason)).Expect(200).Body!.AsArray();
        var without = await investigator.GetAsync($"{Requests}/{request}/related-arms");

        Assert.Equal(["shipment", "buyer"], related.Select(one => one!["by"]!.GetValue<string>()));
        Assert.Equal([shipped], related[0]!["firearmIds"]!.AsArray().Select(id => id!.GetValue<Guid>()));
        Assert.Equal(new[] { shipped, bought }.Order(), related[1]!["firearmIds"]!.AsArray().Select(id => id!.GetValue<Guid>()).Order());
        Assert.Equal((2, 1), (related[1]!["count"]!.GetValue<int>(), related[0]!["count"]!.GetValue<int>()));
        Assert.Equal((400, "query-reason-required"), (without.Status, without.Problem));
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.access_log where action = 'read_related_arms' and $1 = any(record_ids)", bought));
    }

    [Fact]
    public async Task A_chain_tells_its_gaps_its_interval_its_time_to_crime_and_its_earlier_losses()
    {
        var request = await host.TracedAsync("REL-9", Guid.CreateVersion7(), Guid.CreateVersion7());

        var chain = (await host.ClientAs(Role.Auditor).GetAsync($"{Requests}/{request}/chain")).Expect(200).Body!;

        Assert.Equal(6, chain["hops"]!.AsArray().Count);
        Assert.Empty(chain["gaps"]!.AsArray());
        Assert.Equal(("2019-06-15", "2020-06-15", 366), (chain["diversionInterval"]!["notBefore"]!["value"]!.GetValue<string>(),
            chain["diversionInterval"]!["notAfter"]!.GetValue<string>(), chain["diversionInterval"]!["longestDays"]!.GetValue<int>()));
        Assert.Equal([("last_legal_transfer", 366), ("first_sale", 1959)],
            chain["timesToCrime"]!.AsArray().Select(time => (time!["base"]!.GetValue<string>(), time["days"]!.GetValue<int>())));
        Assert.True(Assert.Single(chain["earlierLosses"]!.AsArray())!["recovered"]!.GetValue<bool>());
    }
}
