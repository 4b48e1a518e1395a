using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;

namespace FirearmsRegistry.Registry.TraceRequests.FindingNetworks;

/// <summary>A party or stock in whose hands a traced arm lawfully was last.</summary>
/// <param name="Role">Which part it had in the last legal record.</param>
/// <param name="PartyId">The party; null for the State's stock where no party is on record.</param>
/// <param name="Shipment">What the arms of one shipment have in common; null where the last legal record rests on nothing.</param>
/// <param name="TimeToCrime">Days since the last legal transfer; null where that is not defined.</param>
public sealed record DiversionSource(DiversionRole Role, Guid? PartyId, string? Shipment, int? TimeToCrime)
{
    /// <summary>
    /// The last lawful holder, and who gave the arm to him: a dealer's arms are diverted by those who buy them. After an export only the
    /// exporter is a source here; who had the arm abroad, another State knows.
    /// </summary>
    /// <param name="chain">The chain.</param>
    /// <param name="intakeOn">When the arm came in.</param>
    public static IReadOnlyList<DiversionSource> Of(Chain chain, PartialDate intakeOn)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (chain.LastLegalRecord is not { } last || chain.Hops.FirstOrDefault(hop => hop.EventId == last.EventId) is not { } hop)
            return [];
        var shipment = last.LegalBasis is { } basis ? $"{Codes.Of(last.Kind)}|{basis}|{last.OccurredOn}" : null;
        var days = ChainFindings.Of(chain, intakeOn).TimesToCrime.Single(time => time.Base == TimeToCrimeBase.LastLegalTransfer).Days;
        var sources = new List<DiversionSource>();
        if (!last.IsExport && last.Holder.TryGet(out var holder))
            sources.Add(new DiversionSource(DiversionRole.Holder, holder, shipment, days));
        else if (last is { IsExport: false, InStateStock: true } && last.Holder.Is == Knowledge.None)
            sources.Add(new DiversionSource(DiversionRole.Holder, null, shipment, days));
        if (ChainGaps.IsTransfer(last.Kind) && hop.From.TryGet(out var giver))
            sources.Add(new DiversionSource(DiversionRole.Giver, giver, shipment, days));
        return sources;
    }
}

/// <summary>Which part a party had in the last legal record of a diverted arm.</summary>
public enum DiversionRole
{
    /// <summary>It lawfully had the arm last.</summary>
    Holder,

    /// <summary>It gave the arm to the one who lawfully had it last: the dealer who sold it, the exporter.</summary>
    Giver,
}
