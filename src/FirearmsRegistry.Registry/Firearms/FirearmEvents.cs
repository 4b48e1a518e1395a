using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>A firearm entered the register.</summary>
/// <param name="Origin">How it came to be registered here.</param>
/// <param name="Description">What it is.</param>
/// <param name="Holder">The party that lawfully has it; none for state stock without a party, unknown for recovered arms.</param>
/// <param name="OccurredOn">When it was made, imported, taken into stock or recovered.</param>
/// <param name="ConfirmedDistinct">Why it is another arm than its look-alikes, where there were any; it then needs a national number.</param>
public sealed record FirearmRegistered(
    FirearmOrigin Origin,
    FirearmDescription Description,
    Known<Guid> Holder,
    PartialDate OccurredOn,
    Note? ConfirmedDistinct = null);

/// <summary>A mark was applied under this registry's mark policy (Firearms Protocol Art. 8).</summary>
/// <param name="MarkId">The mark's id within the firearm.</param>
/// <param name="Mark">What was put on the metal.</param>
/// <param name="AppliedOn">When.</param>
/// <param name="Findings">What the policy advises against and was kept, such as a laser on the frame.</param>
/// <param name="MethodOverride">Why a method was used that the policy advises against, where somebody decided so.</param>
public sealed record MarkApplied(
    Guid MarkId, PhysicalMark Mark, PartialDate AppliedOn, IReadOnlyList<MarkFindingNote> Findings, Note? MethodOverride = null);

/// <summary>A mark that is on the metal already was recorded as found, whatever it is.</summary>
/// <param name="MarkId">The mark's id within the firearm.</param>
/// <param name="Mark">What is on the metal.</param>
/// <param name="SeenOn">When it was seen on the arm.</param>
/// <param name="Findings">In what it breaks the mark policy; kept, not refused.</param>
public sealed record MarkRecorded(Guid MarkId, PhysicalMark Mark, PartialDate SeenOn, IReadOnlyList<MarkFindingNote> Findings);

/// <summary>A mark was read back and compared with what was ordered.</summary>
/// <param name="MarkId">The mark.</param>
/// <param name="ReadText">What was read.</param>
/// <param name="VerifiedOn">When.</param>
/// <param name="Grade">The verifier's grade, such as <c>DPM2.0/7.5-25/650/(45Q)</c> (ISO/IEC 29158), where one was taken.</param>
public sealed record MarkVerified(Guid MarkId, MarkText ReadText, PartialDate VerifiedOn, ShortText? Grade = null);

/// <summary>A mark was found altered, erased, removed or falsified (Firearms Protocol Art. 5).</summary>
/// <param name="MarkId">The mark.</param>
/// <param name="Condition">What was found.</param>
/// <param name="FoundOn">When.</param>
/// <param name="Explanation">What was seen, in the finder's words.</param>
public sealed record MarkFoundTampered(Guid MarkId, MarkTampering Condition, PartialDate FoundOn, Note Explanation);

/// <summary>A mark was made readable again by a laboratory.</summary>
/// <param name="MarkId">The mark.</param>
/// <param name="RestoredText">What was read after the restoration.</param>
/// <param name="Method">How.</param>
/// <param name="Destructive">Whether the examination changed the metal.</param>
/// <param name="Report">The report's reference.</param>
/// <param name="RestoredOn">When.</param>
public sealed record MarkRestored(
    Guid MarkId, MarkText RestoredText, RestorationMethod Method, bool Destructive, ShortText Report, PartialDate RestoredOn);

/// <summary>A mark no longer counts; what stood on the metal stays on record.</summary>
/// <param name="MarkId">The mark.</param>
/// <param name="Reason">Why.</param>
/// <param name="VoidedOn">When.</param>
public sealed record MarkVoided(Guid MarkId, Note Reason, PartialDate VoidedOn);

/// <summary>A firearm passed to another holder, or across a border.</summary>
/// <param name="TransferId">The transfer's id within the firearm.</param>
/// <param name="Kind">Its nature.</param>
/// <param name="From">Who gave it.</param>
/// <param name="To">Who received it.</param>
/// <param name="LegalBasis">The licence, deed or order that allows it.</param>
/// <param name="OtherCountry">The country it left for (export) or came from (import).</param>
/// <param name="OccurredOn">When.</param>
public sealed record FirearmTransferred(
    Guid TransferId,
    TransferKind Kind,
    Known<Guid> From,
    Known<Guid> To,
    ShortText LegalBasis,
    Marks.Countries.CountryCode? OtherCountry,
    PartialDate OccurredOn);

/// <summary>A firearm was reported lost, stolen or passed on unlawfully.</summary>
/// <param name="LossId">The report's id within the firearm.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredOn">When it happened, as far as known.</param>
/// <param name="ReportedOn">When it was reported to the authority.</param>
/// <param name="Report">The report's reference.</param>
public sealed record FirearmReportedLost(Guid LossId, LossKind Kind, Known<PartialDate> OccurredOn, PartialDate ReportedOn, ShortText Report);

/// <summary>A firearm that was reported lost or stolen came back.</summary>
/// <param name="LossId">The report that it ends.</param>
/// <param name="RecoveredOn">When.</param>
/// <param name="Circumstances">Where and how.</param>
public sealed record FirearmRecovered(Guid LossId, PartialDate RecoveredOn, Note Circumstances);

/// <summary>An authority decided what becomes of a firearm (Firearms Protocol Art. 6).</summary>
/// <param name="DisposalId">The disposal's id within the firearm.</param>
/// <param name="Method">What shall be done.</param>
/// <param name="Authorisation">The decision's reference.</param>
/// <param name="AuthorisedOn">When.</param>
public sealed record DisposalAuthorised(Guid DisposalId, DisposalMethod Method, ShortText Authorisation, PartialDate AuthorisedOn);

/// <summary>A disposal was carried out.</summary>
/// <param name="DisposalId">The authorised disposal.</param>
/// <param name="Method">What was done.</param>
/// <param name="Technique">How: melting, cutting, welding of the barrel, handing over.</param>
/// <param name="Witness">Who witnessed or verified it: an office, not a private person's name.</param>
/// <param name="CarriedOutOn">When.</param>
/// <param name="Holder">Who has it afterwards: the party it was returned to, the State's service that keeps it; none once destroyed.</param>
/// <param name="Certificate">The certificate of deactivation, where one was issued (Firearms Protocol Art. 9(c)).</param>
public sealed record DisposalCarriedOut(
    Guid DisposalId,
    DisposalMethod Method,
    ShortText Technique,
    ShortText Witness,
    PartialDate CarriedOutOn,
    Known<Guid> Holder,
    ShortText? Certificate = null);

/// <summary>The description of a firearm was wrong and is corrected; the old one stays on record.</summary>
/// <param name="Before">The description as it stood.</param>
/// <param name="After">The description as it should have been.</param>
/// <param name="Reason">Why.</param>
public sealed record FirearmCorrected(FirearmDescription Before, FirearmDescription After, Note Reason);

/// <summary>How a firearm came in was entered wrongly and is corrected; the old entry stays on record.</summary>
/// <param name="Before">The entry as it stood.</param>
/// <param name="After">The entry as it should have been.</param>
/// <param name="Reason">Why.</param>
public sealed record RegistrationCorrected(RegistrationEntry Before, RegistrationEntry After, Note Reason);

/// <summary>A transfer was entered wrongly and is corrected; the old entry stays on record.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Before">The entry as it stood.</param>
/// <param name="After">The entry as it should have been.</param>
/// <param name="Reason">Why.</param>
public sealed record TransferCorrected(Guid TransferId, TransferEntry Before, TransferEntry After, Note Reason);

/// <summary>The firearm looks like another one and needs a national number to be told apart.</summary>
/// <param name="LookAlikes">The firearms it looks like.</param>
/// <param name="Reason">Why it was accepted as another arm.</param>
public sealed record NationalNumberNeeded(IReadOnlyList<Guid> LookAlikes, Note Reason);

/// <summary>The firearm must stay where it is until a person has looked at it: nobody knows what a marking left on its metal.</summary>
/// <param name="QuarantineId">The marking job that led to it.</param>
/// <param name="Reason">Why.</param>
public sealed record FirearmQuarantined(Guid QuarantineId, Note Reason);

/// <summary>A person has looked at the firearm, and its quarantine is over.</summary>
/// <param name="QuarantineId">The marking job that had led to it.</param>
/// <param name="Findings">What was seen.</param>
public sealed record FirearmQuarantineEnded(Guid QuarantineId, Note Findings);
