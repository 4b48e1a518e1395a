using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Firearms.Verifying;
using FirearmsRegistry.Registry.Numbers.Applying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.MarkingJobs.ReadingBack;

/// <summary>Record what was read from the metal: the camera's payload and the text as the operator keyed it.</summary>
/// <param name="JobId">The job.</param>
/// <param name="StationId">The station.</param>
/// <param name="Payload">The bytes that the camera read; null where the order has no symbol.</param>
/// <param name="KeyedText">The human-readable text, keyed from the metal: the second read.</param>
/// <param name="ReadOn">When.</param>
/// <param name="Picture">The hash of the camera's picture.</param>
/// <param name="Grade">The symbol's grade, where one was taken.</param>
/// <param name="ConfirmedDistinct">
/// Why the firearm is another one than those that the mark's serial makes it look like; what the order says of it where it is null. An arm that looks
/// the same may have been registered since the order.
/// </param>
public sealed record ReadMarkBack(
    Guid JobId, Guid StationId, HexBytes? Payload, MarkText KeyedText, PartialDate ReadOn, PhotoHash? Picture, SymbolGrade? Grade,
    Note? ConfirmedDistinct = null)
{
    /// <summary>
    /// Decides: payload and text must be the order's, byte for byte. What differs is kept with its places; only what does not puts the mark
    /// on the firearm's record, applied and verified by the same decisions as a mark recorded without a machine.
    /// </summary>
    public static Result<MarkingDecision> Decide(
        MarkingJob job, Firearm firearm, ReadMarkBack command, IReadOnlyList<LookAlike> lookAlikes, MarkPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        if (Refuse(job, firearm, command, now) is { } refusal)
            return refusal;
        var text = ReadDifferences.OfTexts(job.Mark.Text.ToString(), command.KeyedText.ToString());
        var payload = job.Payload is { } ordered ? ReadDifferences.OfBytes(ordered, command.Payload!.Value) : [];
        var read = new MarkReadBack(command.KeyedText, command.ReadOn, text, payload, command.Payload, command.Picture, command.Grade);
        if (text.Count > 0 || payload.Count > 0)
            return MarkingDecision.Of(read);

        var apply = new ApplyMark(job.FirearmId, NewMarkOf(job), command.DistinctFor(job));
        if (ApplyMark.Decide(firearm, apply, lookAlikes, policy, now).Refused(out var unmarked, out var applied))
            return unmarked;
        // The verification is decided about the arm as it stands with the mark.
        firearm.Apply(applied.OfType<MarkApplied>().Single());
        var verify = new VerifyMark(job.FirearmId, job.MarkId, command.KeyedText, command.ReadOn, command.Grade?.Report);
        return VerifyMark.Decide(firearm, verify, now).Map(verified =>
            new MarkingDecision([read, new MarkingVerified(command.ReadOn)], [.. applied, verified]));
    }

    /// <summary>The mark as the order has it, applied on the day of the start.</summary>
    internal static NewMark NewMarkOf(MarkingJob job) =>
        new(job.MarkId, job.Mark, AppliedHere: true, job.StartedOn!.Value, job.MethodOverride);

    /// <summary>Why the arm is another one than its look-alikes, as told last.</summary>
    internal Note? DistinctFor(MarkingJob job) => ConfirmedDistinct ?? job.ConfirmedDistinct;

    private static Refusal? Refuse(MarkingJob job, Firearm firearm, ReadMarkBack command, DateTimeOffset now)
    {
        if (job.State == MarkingJobState.UnknownMarkState)
            return MarkingJobErrors.MarkUnknown;
        if (job.State is not (MarkingJobState.Marked or MarkingJobState.ReadBack))
            return MarkingJobErrors.InState(job.State, "There is no mark to be read back.");
        if (MarkingRules.IsClaimer(job, command.StationId) is { } other)
            return other;
        if (job.Payload is null != command.Payload is null)
            return job.Payload is null ? MarkingJobErrors.NoSymbol : MarkingJobErrors.NotRead;
        return GradeRules.Refuse(command.Grade)
            ?? FirearmRules.Impossible(firearm, now, "/readOn", command.ReadOn)
            ?? FirearmRules.Before("/readOn", command.ReadOn, job.StartedOn!.Value, "the marking");
    }
}

/// <summary>Carries out <see cref="ReadMarkBack"/>.</summary>
public sealed class ReadMarkBackHandler(RegistryWriter writer, MarkPolicy policy)
{
    /// <summary>Records the reading, and with it the mark where nothing differs.</summary>
    public async Task<Result<Written>> HandleAsync(ReadMarkBack command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return await MarkingStations.FindRefusalAsync(writer.Session, command.StationId, context, token) is { } refusal
            ? refusal
            : await MarkingJobWriting.ActAsync(
                writer, command.JobId, (job, firearm) => DecideAsync(job, firearm, command, context, token), context, token);
    }

    private async Task<Result<MarkingDecision>> DecideAsync(
        MarkingJob job, Firearm firearm, ReadMarkBack command, CommandContext context, CancellationToken token)
    {
        var lookAlikes = job.StartedOn is null
            ? []
            : await LookAlikes.FindUnderLockAsync(
                writer.Session, firearm.Description, ReadMarkBack.NewMarkOf(job).MakersSerial, job.FirearmId, token);
        if (ReadMarkBack.Decide(job, firearm, command, lookAlikes, policy, context.Now).Refused(out var refusal, out var decision))
            return refusal;
        if (decision.OfFirearm.Count == 0)
            return decision;
        if (await NationalNumberMark.FindRefusalAsync(writer.Session, ReadMarkBack.NewMarkOf(job), job.FirearmId, token) is { } notFree)
            return notFree;
        await LookAlikes.FlagAsync(writer.Session, lookAlikes, job.FirearmId, command.DistinctFor(job), token);
        return decision;
    }
}
