using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Exchange;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

public sealed class ListingTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task A_request_in_the_list_tells_by_which_case_item_and_mark_people_know_it()
    {
        var investigator = host.ClientAs(Role.Investigator);
        var seized = SeizureCalls.Item("LIST-1");
        seized["item"]!["marks"]![0]!["text"] = "SPAIN LIST-1";
        var item = (await investigator.ItemAsync(await investigator.SeizureAsync(), seized)).Id;
        var body = TraceScenario.Request(item);
        body["caseReference"] = null;
        var ownCase = (await investigator.PostAsync(TraceScenario.Requests, body)).Expect(201).Id;
        var partner = await host.PartnerAsync("PRT");
        var inbound = (await host.ClientAs(Role.ContactPoint).PostAsync(
            "/api/v1/inbound-trace-requests", BorderScenario.Inbound(partner, "LIST-2", "PT-LIST-2"))).Expect(201).Id;

        var (domestic, foreign) = (await LineAsync(ownCase), await LineAsync(inbound));

        Assert.Equal(SeizureCalls.Seizure()["circumstances"]!["caseReference"]!.GetValue<string>(), domestic["caseReference"]!.GetValue<string>());
        Assert.Contains("LIST-1", domestic["arm"]!["mark"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(("firearm", "pistol"), (domestic["arm"]!["kind"]!.GetValue<string>(), domestic["arm"]!["type"]!.GetValue<string>()));
        Assert.Equal(("PT-LIST-2", "PRT"), (foreign["partnerReference"]!.GetValue<string>(), foreign["country"]!.GetValue<string>()));
        Assert.Contains("LIST-2", foreign["arm"]!["mark"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> LineAsync(Guid request) =>
        (await host.ClientAs(Role.Registrar).GetAsync($"{TraceScenario.Requests}?limit=200")).Expect(200).Body!["items"]!.AsArray()
            .Single(line => line!["id"]!.GetValue<Guid>() == request)!;
}
