using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.Requesting;

/// <summary>Ask for a seized, found or surrendered arm to be traced. What the Instrument asks for may be missing and is then refused.</summary>
/// <param name="TraceRequestId">The new request's id.</param>
/// <param name="SeizedItemId">The item.</param>
/// <param name="Priority">How soon.</param>
/// <param name="UrgencyJustification">Why before others.</param>
/// <param name="IllicitGround">Why the arm is considered illicit (International Tracing Instrument para. 6).</param>
/// <param name="LegalJustification">The provision that it breaks, and how.</param>
/// <param name="Circumstances">How it was found, as far as known.</param>
/// <param name="Description">Marks, type and calibre beyond those recorded with the item.</param>
/// <param name="IntendedUse">What the information is for.</param>
/// <param name="RequestingAuthority">The authority or national point of contact that asks.</param>
/// <param name="CaseReference">Its reference.</param>
public sealed record RequestTrace(
    Guid TraceRequestId,
    Guid SeizedItemId,
    TracePriority Priority,
    Note? UrgencyJustification,
    IllicitGround? IllicitGround,
    Note? LegalJustification,
    Known<Note>? Circumstances,
    Note? Description,
    Note? IntendedUse,
    ShortText? RequestingAuthority,
    ShortText? CaseReference)
{
    /// <summary>Decides what the request means, given the item and the request that is open for it.</summary>
    public static Result<TraceDecision> Decide(RequestTrace command, SeizedItem item, Guid? open)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(item);
        var given = new GivenGrounds(command.IllicitGround, command.LegalJustification, command.Circumstances, command.Description,
            command.IntendedUse, command.RequestingAuthority, command.CaseReference);
        if (given.Missing(IsDescribed(item), command.Priority, command.UrgencyJustification) is { Count: > 0 } missing)
            return TraceRequestErrors.Incomplete(missing);
        if (item.Item.Kind != ItemKind.Firearm)
            return TraceRequestErrors.NotAnArm;
        if (item.DuplicateOf is { } counts)
            return TraceRequestErrors.Duplicate(counts);
        if (open is { } other)
            return TraceRequestErrors.AlreadyOpen(other);

        var pending = OutcomeDecider.Redecide(item, facts => facts with { Request = RequestState.Open }, command.TraceRequestId);
        return new TraceDecision(
            [
                new TraceRequested(TraceKind.Domestic, command.SeizedItemId, command.Priority, command.UrgencyJustification, given.Complete()),
                new TraceAcknowledged(Automatically: true),
            ],
            pending is null ? [] : [pending]);
    }

    private static bool IsDescribed(SeizedItem item) =>
        item.Item.Marks.Count > 0 || item.Item.Calibre.TryGet(out _)
        || item.Item.Arm is { Type: not ArmType.Unknown };
}
