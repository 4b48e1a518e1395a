using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Chaining;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>
/// What a search tells the item itself: which registered arm it is, and whether another item that counts reports the same taking of that
/// arm. The second report found so is linked to the first and does not count, unless a person has said that the two are distinct.
/// </summary>
public static class ItemIdentification
{
    /// <summary>Decides what happens to the item before its line is decided.</summary>
    /// <param name="traceRequestId">The request that was searched.</param>
    /// <param name="item">Its item.</param>
    /// <param name="identified">Which arm it is.</param>
    /// <param name="chain">That arm's chain.</param>
    /// <param name="reports">The other items that count as reports of that arm, read under the lock on it.</param>
    public static IReadOnlyList<object> Decide(
        Guid traceRequestId, SeizedItem item, ArmIdentification identified, Chain? chain, IReadOnlyList<SeizedItem> reports)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(identified);
        ArgumentNullException.ThrowIfNull(reports);
        if (identified.FirearmId is not { } firearm || chain is null || item.Item.Kind != ItemKind.Firearm)
            return [];
        var undecided = item.DuplicateOf is null ? reports.Where(report => !AreDistinct(item, report)).ToArray() : [];
        var separations = undecided.Select(report => (Report: report, Between: SeparationOf(chain, item, report))).ToArray();
        var events = new List<object>();
        if (item.FirearmId != firearm)
            events.Add(Identified(traceRequestId, item, identified.Basis, firearm, separations));
        if (Array.Find(separations, one => one.Between is null).Report is { } first)
        {
            events.Add(new SeizedItemLinkedAsDuplicate(first.Id, Words(
                $"Trace request {traceRequestId}: both are the registered firearm {firearm}, and the register does not show it in anybody's hands between the two dates.")));
        }

        return events;
    }

    private static SeizedItemIdentified Identified(
        Guid traceRequestId, SeizedItem item, IdentificationBasis basis, Guid firearm, (SeizedItem Report, ChainHop? Between)[] separations)
    {
        var apart = separations.Where(one => one.Between is not null).ToArray();
        var distinct = apart is [{ Between: { } between }, ..]
            ? Words($"Taken anew: the register has the arm in hands again between the two dates ({Codes.Of(between.Kind)}, record {between.EventId}).")
            : (Note?)null;
        var byPerson = basis == IdentificationBasis.ConfirmedByPerson;
        return new SeizedItemIdentified(firearm, byPerson ? IdentifiedBy.Other : IdentifiedBy.ExactMark,
            Words($"Trace request {traceRequestId}: {(byPerson ? "a person compared and confirmed it" : "no other registered arm fits")}."),
            distinct, distinct is null ? null : [.. apart.Select(one => one.Report.Id)], byPerson ? null : traceRequestId);
    }

    private static ChainHop? SeparationOf(Chain chain, SeizedItem item, SeizedItem report) =>
        SameTaking.Separation(chain.Hops, item.Circumstances.IntakeOn, report.Circumstances.IntakeOn);

    private static bool AreDistinct(SeizedItem one, SeizedItem other) =>
        one.DistinctFrom.Contains(other.Id) || other.DistinctFrom.Contains(one.Id);

    private static Note Words(string text) => Note.Parse(text).GetOrThrow();
}
