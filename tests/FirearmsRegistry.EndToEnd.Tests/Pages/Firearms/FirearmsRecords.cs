using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Firearms;

/// <summary>What the registrar's pages show beside an arm.</summary>
/// <param name="PartyId">A person whose name is written in another script, with an authorisation, and whose entry was corrected.</param>
internal sealed record FirearmsRecords(Guid PartyId)
{
    public static FirearmsRecords None { get; } = new(Guid.CreateVersion7());

    public static async Task<FirearmsRecords> MakeAsync(PagesHost host)
    {
        var registrar = host.ClientAs(Role.Registrar);
        var party = (await registrar.PostAsync("/api/v1/parties", PartyRequests.Registration("ليلى المنصوري", "LAYLA ALMANSOORI"))).Expect(201);
        var allowed = (await registrar.PostAsync($"{party.Location}/authorisations", new JsonObject
        {
            ["kind"] = "possession",
            ["reference"] = "LIC-2026/17",
            ["validFrom"] = "2026-01-01",
        }, party.Version)).Expect(201);
        (await registrar.PostAsync($"{party.Location}/corrections", PartyRequests.Correction("ليلى المنصوري"), allowed.Version)).Expect(200);
        await registrar.RegisteredAsync("LA2002");
        var alike = FirearmRequests.Register("LA2002");
        alike["confirmedDistinct"] = "Both lie on the table.";
        (await registrar.PostAsync("/api/v1/firearms", alike)).Expect(201);
        return new FirearmsRecords(party.Id);
    }
}
