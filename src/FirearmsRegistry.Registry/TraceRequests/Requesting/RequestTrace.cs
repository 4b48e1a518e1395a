using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
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
        if (Missing(command, item) is { Count: > 0 } missing)
            return TraceRequestErrors.Incomplete(missing);
        if (item.Item.Kind != ItemKind.Firearm)
            return TraceRequestErrors.NotAnArm;
        if (item.DuplicateOf is { } counts)
            return TraceRequestErrors.Duplicate(counts);
        if (open is { } other)
            return TraceRequestErrors.AlreadyOpen(other);

        var grounds = new TraceGrounds(command.IllicitGround!.Value, command.LegalJustification!.Value, command.Circumstances!.Value,
            command.Description, command.IntendedUse!.Value, command.RequestingAuthority!.Value, command.CaseReference);
        var pending = OutcomeDecider.Redecide(item, facts => facts with { Request = RequestState.Open }, command.TraceRequestId);
        return new TraceDecision(
            [
                new TraceRequested(TraceKind.Domestic, command.SeizedItemId, command.Priority, command.UrgencyJustification, grounds),
                new TraceAcknowledged(Automatically: true),
            ],
            pending is null ? [] : [pending]);
    }

    private static List<InputError> Missing(RequestTrace command, SeizedItem item)
    {
        var errors = new List<InputError>();
        Require(command.IllicitGround is not null, "illicitGround", "Must say on which ground the arm is illicit.", "para. 17(a) with para. 6");
        Require(command.LegalJustification is not null, "legalJustification", "Must give the legal justification.", "para. 17(a)");
        Require(command.Circumstances is not null, "circumstances", "Must say how the arm was found, or that this is unknown.", "para. 17(a)",
            """{"is":"unknown"}""");
        Require(command.IntendedUse is not null, "intendedUse", "Must say what the information is for.", "para. 17(c)");
        Require(command.RequestingAuthority is not null, "requestingAuthority", "Must name the authority or point of contact that asks.", "para. 25");
        Require(IsDescribed(command, item), "description", "Must give marks, type or calibre: none is recorded with the item.", "para. 17(b)");
        if ((command.Priority == TracePriority.Urgent) != (command.UrgencyJustification is not null))
        {
            errors.Add(new InputError("/urgencyJustification", null, "Must be given for urgent requests, and only for those.",
                "ATF Form 3312.1, Part I"));
        }

        return errors;

        void Require(bool given, string member, string rule, string paragraph, string? suggestion = null)
        {
            if (!given)
                errors.Add(new InputError($"/{member}", null, rule, $"International Tracing Instrument {paragraph}", suggestion));
        }
    }

    private static bool IsDescribed(RequestTrace command, SeizedItem item) =>
        command.Description is not null || item.Item.Marks.Count > 0 || item.Item.Calibre.TryGet(out _)
        || item.Item.Arm is { Type: not ArmType.Unknown };
}
