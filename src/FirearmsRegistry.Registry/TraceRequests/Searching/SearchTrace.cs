using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests.Chaining;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>What the register was found to hold of an item.</summary>
/// <param name="Identified">The registered arm.</param>
/// <param name="Entries">That arm's events; empty where none was identified.</param>
/// <param name="Keys">What was searched by.</param>
/// <param name="Seen">The registered arms that were looked at.</param>
public sealed record SearchFindings(
    ArmIdentification Identified, IReadOnlyList<RegisterEntry> Entries, ArmKeys Keys, IReadOnlyList<Guid> Seen);

/// <summary>The decision that a search leads to, and the one place where a trace is concluded.</summary>
public static class SearchTrace
{
    /// <summary>The chain of the identified arm; null where none was.</summary>
    public static Chain? ChainOf(SeizedItem item, SearchFindings findings)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(findings);
        return findings.Identified.FirearmId is null ? null : ChainBuilder.Build(findings.Entries, item.Circumstances.IntakeOn);
    }

    /// <summary>Decides what follows from a search; nothing where the request was searched, withdrawn or closed already.</summary>
    /// <param name="request">The request.</param>
    /// <param name="item">Its item.</param>
    /// <param name="identified">Which arm it is.</param>
    /// <param name="chain">That arm's chain.</param>
    /// <param name="holder">What is known of its last holder.</param>
    /// <param name="reports">The other items that count as reports of that arm.</param>
    /// <param name="answerDueAt">When another State's answer would be due.</param>
    public static TraceDecision Decide(
        TraceRequest request, SeizedItem item, ArmIdentification identified, Chain? chain, HolderStanding holder,
        IReadOnlyList<SeizedItem> reports, DateTimeOffset answerDueAt)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(identified);
        if (request.State is not TraceRequestState.Acknowledged)
            return TraceDecision.Nothing;
        var events = new List<object> { new TraceSearched(identified.Basis, identified.Candidates, identified.FirearmId) };
        if (chain is not null)
            events.Add(new TraceChainBuilt(chain));
        var onward = chain?.LastLegalRecord?.ExportedTo;
        if (onward is { } country)
            events.Add(new OnwardRequestRecorded(country, answerDueAt));

        var outcome = TraceOutcomes.OfSearch(item, identified, chain, holder);
        var facts = TraceFacts.From(item, chain, holder);
        return TraceDecision.Conclude(request, item, events,
            onward is null ? TraceRequestState.Answered : TraceRequestState.InProgress, outcome, known => facts.Learn(known, onward is not null),
            ItemIdentification.Decide(request.Id, item, identified, chain, reports));
    }
}
