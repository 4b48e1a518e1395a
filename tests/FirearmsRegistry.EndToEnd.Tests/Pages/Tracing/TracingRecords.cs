using System.Text.Json;
using FirearmsRegistry.EndToEnd.Tests.Exchange;
using FirearmsRegistry.EndToEnd.Tests.Notices;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>What the pages of seizures, traces and partners show.</summary>
/// <param name="Seizure">A seizure with several items.</param>
/// <param name="Item">One of them that is not being traced.</param>
/// <param name="Traced">A request that led to its point of diversion.</param>
/// <param name="Worn">A request about a worn mark, of which a person is to choose among candidates.</param>
/// <param name="Inbound">Another State's request, searched and not answered.</param>
/// <param name="Draft">A request to another State that was not sent.</param>
/// <param name="Partner">That State's national point of contact.</param>
internal sealed record TracingRecords(Guid Seizure, Guid Item, Guid Traced, Guid Worn, Guid Inbound, Guid Draft, Guid Partner)
{
    /// <summary>An item of the seizure whose marks were erased.</summary>
    public Guid Erased { get; init; } = Guid.CreateVersion7();

    /// <summary>None of them is on record.</summary>
    public static TracingRecords Nothing { get; } = new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(),
        Guid.CreateVersion7());

    public static async Task<TracingRecords> MakeAsync(PagesHost host)
    {
        var investigator = host.ClientAs(Role.Investigator);
        var watched = await host.RegisterDivertedAsync("TRL47115");
        (await investigator.PostAsync("/api/v1/watched-arms", new { firearmId = watched, reason = "Joint investigation 12.", until = host.DayIn(30) })).Expect(201);
        foreach (var serial in new[] { "TRL47715", "TRL41113", "ZRL47118" })
            await host.RegisterAsync(serial, Known<Guid>.Unknown);
        var seizure = await investigator.SeizureAsync("2021-05-14");
        await investigator.ItemAsync(seizure, SeizureCalls.Item("TRL90001"));
        var erased = (await investigator.ItemAsync(seizure, SeizureCalls.Item("", "erased"))).Id;
        var item = (await investigator.ItemAsync(seizure, SeizureCalls.Item("TRL90002"))).Id;
        var traced = await SearchedAsync(host, (await investigator.ItemAsync(seizure, SeizureCalls.Item("TRL47115"))).Id);
        var worn = await SearchedAsync(host, await host.SeizeWornAsync("TRL4?11[5S]", "2021-05-14"));

        var partner = await host.PartnerAsync("PRT");
        var agreed = JsonSerializer.SerializeToNode(PartnerExamples.Hash, RegistryJson.Options)!;
        (await host.ClientAs(Role.Administrator).PostAsync($"/api/v1/partners/{partner}/hash-agreements", agreed, 1)).Expect(200);
        var contact = host.ClientAs(Role.ContactPoint);
        var inbound = (await contact.PostAsync("/api/v1/inbound-trace-requests", BorderScenario.Inbound(partner, "TRL47115", "PT-LOOK-1"))).Expect(201);
        await host.SearchAsync(inbound.Id);
        // The partner has no registry that takes it: the document is carried by hand.
        (await host.ActAsync(await host.DraftAsync(traced, partner), "submissions", new { way = "document" })).Expect(200);
        return new TracingRecords(seizure, item, traced, worn, inbound.Id, (await host.DraftAsync(traced, partner)).Id, partner) { Erased = erased };
    }

    private static async Task<Guid> SearchedAsync(PagesHost host, Guid item)
    {
        var request = await host.AskAsync(item);
        await host.SearchAsync(request);
        return request;
    }
}
