using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.Establishing;

/// <summary>Record that an authority established the point of diversion by other means than tracing (SDG 16.4.2 metadata, 4.c).</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="EstablishmentId">The new finding's id.</param>
/// <param name="Source">On what grounds.</param>
/// <param name="Authority">The authority.</param>
/// <param name="EstablishedOn">When.</param>
public sealed record RecordEstablishment(
    Guid TraceRequestId, Guid EstablishmentId, ShortText Source, ShortText Authority, PartialDate EstablishedOn)
{
    /// <summary>Decides what the finding means: it goes to the item, and the outcome of a searched request is decided anew.</summary>
    public static Result<TraceDecision> Decide(RecordEstablishment command, TraceRequest request, SeizedItem item)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(item);
        if (request.State == TraceRequestState.Withdrawn)
            return TraceRequestErrors.Withdrawn;
        var recorded = new EstablishmentRecorded(command.EstablishmentId, command.Source, command.Authority, command.EstablishedOn);
        var origin = new SeizedItemOriginEstablished(command.Source, command.Authority, command.EstablishedOn);
        var establishment = OutcomeDecider.Establishment(origin);
        if (request.Outcome is { } before)
        {
            return TraceDecision.Conclude(request, item, [recorded], before.State, before.Outcome,
                facts => facts with { EstablishedOtherwise = establishment }, origin);
        }

        var redecided = OutcomeDecider.Redecide(item, facts => facts with { EstablishedOtherwise = establishment }, request.Id);
        return new TraceDecision([recorded], redecided is null ? [origin] : [origin, redecided]);
    }
}
