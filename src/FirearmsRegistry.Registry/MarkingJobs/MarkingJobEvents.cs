using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>One mark was ordered for one firearm.</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="MarkId">The id that the mark gets on the firearm's record when it is verified.</param>
/// <param name="Mark">The mark, with the text exactly as it must be on the metal.</param>
/// <param name="Layout">The layout stored in the machine.</param>
/// <param name="Payload">The bytes of the symbol beside the text.</param>
/// <param name="StationId">The station that is to do it; any where it is null.</param>
/// <param name="BatchId">The batch that it belongs to.</param>
/// <param name="MethodOverride">Why a method is used that the policy advises against.</param>
/// <param name="ConfirmedDistinct">Why the firearm is another one than those that the mark's serial makes it look like.</param>
public sealed record MarkingOrdered(
    Guid FirearmId,
    Guid MarkId,
    PhysicalMark Mark,
    ShortText Layout,
    HexBytes? Payload = null,
    Guid? StationId = null,
    Guid? BatchId = null,
    Note? MethodOverride = null,
    Note? ConfirmedDistinct = null);

/// <summary>A national number was reserved for the job.</summary>
/// <param name="Number">The number; no other job ever has it.</param>
public sealed record MarkingNumberReserved(NationalNumber Number);

/// <summary>A station took the job, or kept it longer.</summary>
/// <param name="StationId">The station.</param>
/// <param name="LeaseEndsAt">Until when no other station may take it.</param>
public sealed record MarkingJobClaimed(Guid StationId, DateTimeOffset LeaseEndsAt);

/// <summary>The station is about to tell its machine to go; recorded before it does, and once.</summary>
/// <param name="StationId">The station.</param>
/// <param name="StartedOn">The day on which the mark is put on the metal.</param>
/// <param name="DueAt">When the station must have said how it went.</param>
public sealed record MarkingStarted(Guid StationId, PartialDate StartedOn, DateTimeOffset DueAt);

/// <summary>Frames between the station and its machine were kept.</summary>
/// <param name="StationId">The station.</param>
/// <param name="Frames">The frames in their order.</param>
public sealed record MachineFramesRecorded(Guid StationId, IReadOnlyList<MachineFrame> Frames);

/// <summary>The machine said that it finished.</summary>
/// <param name="StationId">The station.</param>
/// <param name="Explanation">What the machine or the operator said.</param>
public sealed record MarkingFinished(Guid StationId, Note? Explanation = null);

/// <summary>The machine refused to begin, and nothing was cut.</summary>
/// <param name="StationId">The station.</param>
/// <param name="Explanation">The machine's refusal.</param>
public sealed record MarkingRefusedByMachine(Guid StationId, Note Explanation);

/// <summary>Nobody knows what is on the metal.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Explanation">What the station knows of it.</param>
/// <param name="ReportedTooLate">What the station said about its machine, where it said so after its time.</param>
public sealed record MarkStateUnknown(UnknownCause Cause, Note? Explanation = null, MachineOutcome? ReportedTooLate = null);

/// <summary>A person looked at the arm.</summary>
/// <param name="Outcome">What is on the metal.</param>
/// <param name="Photo">The photo's hash.</param>
/// <param name="InspectedOn">When.</param>
/// <param name="Findings">What was seen, in the inspector's words.</param>
public sealed record MarkInspected(InspectionOutcome Outcome, PhotoHash Photo, PartialDate InspectedOn, Note Findings);

/// <summary>The mark was read back and compared with the order.</summary>
/// <param name="KeyedText">The human-readable text as the operator keyed it from the metal.</param>
/// <param name="ReadOn">When.</param>
/// <param name="TextDifferences">Where the text differs from the order; none where it is the same.</param>
/// <param name="PayloadDifferences">Where the payload differs from the order; none where it is the same.</param>
/// <param name="Payload">The bytes that the camera read; null where the order has no symbol.</param>
/// <param name="Picture">The hash of the camera's picture.</param>
/// <param name="Grade">The symbol's grade, where one was taken.</param>
public sealed record MarkReadBack(
    MarkText KeyedText,
    PartialDate ReadOn,
    IReadOnlyList<ReadDifference> TextDifferences,
    IReadOnlyList<ReadDifference> PayloadDifferences,
    HexBytes? Payload = null,
    PhotoHash? Picture = null,
    SymbolGrade? Grade = null);

/// <summary>What was read is what was ordered, and the mark stands on the firearm's record.</summary>
/// <param name="VerifiedOn">When.</param>
public sealed record MarkingVerified(PartialDate VerifiedOn);

/// <summary>The job ended without the mark that was ordered.</summary>
/// <param name="Reason">Why: the reason for which its number is void.</param>
public sealed record MarkingRejected(Note Reason);

/// <summary>The job was given up before its start.</summary>
/// <param name="Reason">Why: the reason for which its number is void.</param>
public sealed record MarkingCancelled(Note Reason);
