using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.FindingNetworks;
using static FirearmsRegistry.Registry.Tests.TraceRequests.TraceCase;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.Findings;

public sealed class DiversionSourceTests
{
    private static readonly Guid Buyer = Guid.Parse("019342f0-0000-7000-8000-0000000000dd");

    public static TheoryData<string, object[], DiversionSource[]> Histories => new()
    {
        { "held since its making", [Registered()], [new(DiversionRole.Holder, Holder, null, null)] },
        { "sold", [Registered(), Transfer(TransferKind.Sale, "2020-06-01", Known.Of(Buyer))],
            [new(DiversionRole.Holder, Buyer, "sale|LIC-1|2020-06-01", 14), new(DiversionRole.Giver, Holder, "sale|LIC-1|2020-06-01", 14)] },
        { "sold to somebody unknown", [Registered(), Transfer(TransferKind.Sale, "2020-06-01", Known<Guid>.Unknown)],
            [new(DiversionRole.Giver, Holder, "sale|LIC-1|2020-06-01", null)] },
        { "exported", [Registered(), Transfer(TransferKind.Export, "2016", Known.Of(Buyer), "PRT")],
            [new(DiversionRole.Giver, Holder, "export|LIC-1|2016", null)] },
        { "State stock without a party", [Registered(FirearmOrigin.StateStock, Known<Guid>.None)], [new(DiversionRole.Holder, null, null, null)] },
        { "State stock of a party", [Registered(FirearmOrigin.StateStock)], [new(DiversionRole.Holder, Holder, null, null)] },
        { "nobody's, and not the State's", [Registered(holder: Known<Guid>.None)], [] },
        { "registered as recovered", [Registered(FirearmOrigin.Recovered, Known<Guid>.Unknown)], [] },
        { "sold after the seizure", [Registered(), Transfer(TransferKind.Sale, "2021-01-01", Known.Of(Buyer))], [new(DiversionRole.Holder, Holder, null, null)] },
    };

    [Theory]
    [MemberData(nameof(Histories), DisableDiscoveryEnumeration = true)]
    public void A_chain_leads_to_these_sources(string history, object[] events, DiversionSource[] sources)
    {
        var found = DiversionSource.Of(ChainBuilder.Build(Register(events), IntakeOn), IntakeOn);

        Assert.True(sources.SequenceEqual(found), $"{history}: {string.Join(", ", found)}");
    }
}
