using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Registry.Certificates;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Chaining.Findings;
using FirearmsRegistry.Registry.TraceRequests.Relating;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>
/// Everything a report of a trace says, as the register knew it when the report was issued. People are named by their party's id alone:
/// what they are called is read when the report is shown, by whoever may see it.
/// </summary>
/// <param name="SeizedItemId">The item.</param>
/// <param name="Kind">Who asks whom.</param>
/// <param name="Priority">How soon.</param>
/// <param name="Grounds">The content that the Instrument asks for.</param>
/// <param name="RequestedAt">When it was filed.</param>
/// <param name="State">Where it stood.</param>
/// <param name="Item">The item as its finder recorded it.</param>
/// <param name="Circumstances">How it came in.</param>
/// <param name="Restorations">Marks that laboratories made readable.</param>
/// <param name="Answers">What other States answered.</param>
/// <param name="Establishments">What authorities established otherwise.</param>
/// <param name="EndedAs">As what the request ended.</param>
/// <param name="Search">How the register was searched; null where it was not yet.</param>
/// <param name="Identification">How it was found out which registered arm the item is.</param>
/// <param name="Arm">That arm as registered.</param>
/// <param name="Chain">Its chain.</param>
/// <param name="Findings">What the chain tells beyond its stations.</param>
/// <param name="Related">Other arms of the same shipment or buyer.</param>
/// <param name="Onward">The request to another State, while its answer was awaited.</param>
/// <param name="Outcome">What the trace had come to.</param>
/// <param name="Line">The outcome line of the item.</param>
/// <param name="Lent">What other States lent to the trace, with the handling restrictions that they put on it.</param>
/// <param name="Confirmation">The word of the person who compared the arm and confirmed which one it is.</param>
public sealed record ReportFacts(
    Guid SeizedItemId,
    TraceKind Kind,
    TracePriority Priority,
    TraceGrounds Grounds,
    DateTimeOffset RequestedAt,
    TraceRequestState State,
    SeizedItemEntry Item,
    ItemCircumstances Circumstances,
    IReadOnlyList<SeizedItemMarksRestored> Restorations,
    IReadOnlyList<ForeignAnswerRecorded> Answers,
    IReadOnlyList<EstablishmentRecorded> Establishments,
    TraceRequestState? EndedAs = null,
    TraceSearched? Search = null,
    SeizedItemIdentified? Identification = null,
    ReportedArm? Arm = null,
    Chain? Chain = null,
    ChainFindings? Findings = null,
    IReadOnlyList<RelatedArms>? Related = null,
    OnwardRequest? Onward = null,
    TraceOutcome? Outcome = null,
    OutcomeLine? Line = null,
    IReadOnlyList<ReceivedDatum>? Lent = null,
    TraceIdentificationConfirmed? Confirmation = null)
{
    /// <summary>The registered arm that the item is, by a person's word before the search's; null where none was identified.</summary>
    [JsonIgnore]
    public Guid? FirearmId => Confirmation?.FirearmId ?? Search?.FirearmId;

    /// <summary>The parties that it names.</summary>
    public IReadOnlyList<Guid> Parties() =>
    [
        .. (Chain?.Hops ?? []).SelectMany(hop => (IEnumerable<Marks.Values.Known<Guid>>)[hop.From, hop.To]).Append(Item.Possessor)
            .Select(party => party.TryGet(out var id) ? id : (Guid?)null).OfType<Guid>().Distinct(),
    ];
}

/// <summary>The registered arm that an item was found to be.</summary>
/// <param name="FirearmId">The arm.</param>
/// <param name="Version">The version of its record.</param>
/// <param name="Description">What it is.</param>
/// <param name="Marks">Its marks as marked, those that stand on it.</param>
public sealed record ReportedArm(Guid FirearmId, long Version, FirearmDescription Description, IReadOnlyList<CertifiedMark> Marks);
