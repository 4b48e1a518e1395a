using System.Text.Json;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.Claiming;
using FirearmsRegistry.Registry.MarkingJobs.Finishing;
using FirearmsRegistry.Registry.MarkingJobs.LoggingFrames;
using FirearmsRegistry.Registry.MarkingJobs.Ordering;
using FirearmsRegistry.Registry.MarkingJobs.ReadingBack;
using FirearmsRegistry.Registry.MarkingJobs.Starting;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary>Does what an entry tells by the decisions of the REST calls, as of the entry's time and in its person's name.</summary>
internal sealed class LoggedActs(RegistryWriter writer, MarkingSettings settings, OrderMarkingHandler ordering, ReadMarkBackHandler reading)
{
    private static readonly Refusal NotOfThisStation = new("invalid-input", RefusalKind.Malformed, "The body names another station or job than its entry.");

    /// <summary>Whether the register knows what the entry tells, from the time when the station had a network.</summary>
    public async Task<bool> IsKnownAsync(StationLogEntry entry, CancellationToken token)
    {
        if (entry.Job is not { } id
            || await writer.Session.Events.AggregateStreamAsync<MarkingJob>(id, token: token) is not { Mark: not null } job)
        {
            return false;
        }

        if (entry.Act == StationAct.Ordered)
            return job.OrderedFor == entry.Station;
        return job.ClaimedBy == entry.Station && entry.Act switch
        {
            StationAct.Claimed => true,
            StationAct.Started => job.StartedOn is not null,
            StationAct.FramesRecorded => Read<RecordMachineFramesEndpoint.FramesBody>(entry).Refused(out _, out var kept) is false
                && kept.Frames.All(frame => frame.At <= job.LastFrameAt),
            StationAct.Finished => Read<FinishMarkingEndpoint.FinishBody>(entry).Refused(out _, out var said) is false
                && (said.Outcome == job.Reported || said.Outcome == MachineOutcome.UnknownMarkState && job.State == MarkingJobState.UnknownMarkState),
            StationAct.ReadBack => Read<ReadMarkBackEndpoint.ReadingBody>(entry).Refused(out _, out var read) is false
                && read.KeyedText == job.ReadText && read.Payload == job.ReadPayload,
            _ => false,
        };
    }

    /// <summary>Does what the entry tells, in the transaction of the session.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="context">Its person and its time.</param>
    /// <param name="now">When it is merged: a start gets its time to be finished from here.</param>
    /// <param name="token">Cancels before the commit.</param>
    public Task<Result<Written>> CarryOutAsync(StationLogEntry entry, CommandContext context, DateTimeOffset now, CancellationToken token) =>
        entry.Act switch
        {
            StationAct.Ordered => DoAsync<OrderMarkingEndpoint.OrderMarkingBody>(entry, body => body.StationId == entry.Station && body.Id == entry.Job,
                body => ordering.HandleAsync(
                    new OrderMarking(entry.Job!.Value, Guid.CreateVersion7(now), body.FirearmId, body.Mark, body.Layout, body.Payload, body.SeriesId,
                        body.Number, body.StationId, ConfirmedDistinct: body.ConfirmedDistinct), context, token)),
            StationAct.Claimed => DoAsync<ClaimMarkingJobEndpoint.ClaimBody>(entry, body => body.StationId == entry.Station, body => ActAsync(
                entry, context, (job, firearm) => ClaimMarkingJob.Decide(
                    job, firearm, new ClaimMarkingJob(job.Id, entry.Station, body.Until), paused: false, settings.Lease, entry.At), token)),
            StationAct.Started => DoAsync<StartMarkingEndpoint.StartBody>(entry, body => body.StationId == entry.Station, body => ActAsync(
                entry, context, (job, firearm) => StartMarking.Decide(job, firearm, new StartMarking(job.Id, entry.Station, body.StartedOn),
                    paused: false, settings.Lease + (now - entry.At), entry.At), token)),
            StationAct.FramesRecorded => DoAsync<RecordMachineFramesEndpoint.FramesBody>(entry, body => body.StationId == entry.Station, body => ActAsync(
                entry, context, (job, _) => RecordMachineFrames.Decide(job, new RecordMachineFrames(job.Id, entry.Station, body.Frames)), token)),
            StationAct.Finished => DoAsync<FinishMarkingEndpoint.FinishBody>(entry, body => body.StationId == entry.Station, body => ActAsync(
                entry, context, (job, _) => FinishMarking.Decide(
                    job, new FinishMarking(job.Id, entry.Station, body.Outcome, body.Explanation), entry.At), token)),
            StationAct.ReadBack => DoAsync<ReadMarkBackEndpoint.ReadingBody>(entry, body => body.StationId == entry.Station, body => reading.HandleAsync(
                new ReadMarkBack(entry.Job!.Value, entry.Station, body.Payload, body.KeyedText, body.ReadOn, body.Picture, body.Grade,
                    body.ConfirmedDistinct), context, token)),
            StationAct.Noted => writer.CommitAsync(new Written(false, "", entry.Station, entry.Counter), context, token),
        };

    /// <summary>The firearm that an order names.</summary>
    public static Guid? FirearmOf(StationLogEntry entry) =>
        entry.Act == StationAct.Ordered && entry.Body.TryGetProperty("firearmId", out var id) && id.ValueKind == JsonValueKind.String
        && id.TryGetGuid(out var firearm) ? firearm : null;

    private static async Task<Result<Written>> DoAsync<T>(StationLogEntry entry, Func<T, bool> fits, Func<T, Task<Result<Written>>> act)
        where T : class
    {
        if (Read<T>(entry).Refused(out var refusal, out var body))
            return refusal;
        return fits(body) ? await act(body) : NotOfThisStation;
    }

    private Task<Result<Written>> ActAsync(
        StationLogEntry entry, CommandContext context, Func<MarkingJob, Firearms.Firearm, Result<MarkingDecision>> decide, CancellationToken token) =>
        MarkingJobWriting.ActAsync(writer, entry.Job!.Value, (job, firearm) => Task.FromResult(decide(job, firearm)), context, token);

    private static Result<T> Read<T>(StationLogEntry entry)
        where T : class
    {
        try
        {
            return entry.Body.Deserialize<T>(RegistryJson.Options) is { } body
                ? Result.Of(body)
                : Refusal.Input(new InputError("/body", null, "Must be an object."));
        }
        catch (JsonException fault)
        {
            return Refusal.Input(new InputError("/body", null, fault.Message));
        }
    }
}
