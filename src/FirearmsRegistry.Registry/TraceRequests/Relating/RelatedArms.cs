using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.TraceRequests.Chaining;

namespace FirearmsRegistry.Registry.TraceRequests.Relating;

/// <summary>Other registered arms that came with a traced one, or went to the same receiver.</summary>
/// <param name="By">What they have in common.</param>
/// <param name="EventId">The station of the chain by which they were found.</param>
/// <param name="Count">How many there are.</param>
/// <param name="FirearmIds">Their ids, the first fifty.</param>
public sealed record RelatedArms(RelatedBy By, Guid EventId, int Count, IReadOnlyList<Guid> FirearmIds);

/// <summary>What arms have in common with a traced one.</summary>
public enum RelatedBy
{
    /// <summary>One passage: its kind, legal basis, date, parties and country.</summary>
    Shipment,

    /// <summary>The receiver of the last legal record.</summary>
    Buyer,
}

/// <summary>What is asked of the register for one station of a chain.</summary>
/// <param name="By">Whether for the passage or for its receiver.</param>
/// <param name="Hop">The station.</param>
/// <param name="OccurredOn">Its date.</param>
public sealed record RelationQuestion(RelatedBy By, ChainHop Hop, PartialDate OccurredOn)
{
    /// <summary>
    /// The questions of a chain: the shipments of its transfers with a legal basis and of its registration as imported, and the buyer of
    /// its last legal record. What came after the intake is not asked.
    /// </summary>
    /// <param name="chain">The chain.</param>
    public static IReadOnlyList<RelationQuestion> Of(Chain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var questions = new List<RelationQuestion>();
        foreach (var hop in chain.Hops.Where(hop => !hop.AfterIntake))
        {
            if (!hop.OccurredOn.TryGet(out var on))
                continue;
            if (IsPassage(hop.Kind) && (hop.LegalBasis is not null || hop.To.Is == Knowledge.Known))
                questions.Add(new RelationQuestion(RelatedBy.Shipment, hop, on));
            if (IsPassage(hop.Kind) && hop.EventId == chain.LastLegalRecord?.EventId && hop.To.Is == Knowledge.Known)
                questions.Add(new RelationQuestion(RelatedBy.Buyer, hop, on));
        }

        return questions;
    }

    private static bool IsPassage(HopKind kind) => kind is HopKind.Imported or HopKind.Sale or HopKind.Gift or HopKind.Inheritance
        or HopKind.Import or HopKind.Export or HopKind.StateToCivilian;
}
