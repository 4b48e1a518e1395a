using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Firearms.Finding;

/// <summary>Record that a mark was found altered, erased, removed or falsified (Firearms Protocol Art. 5).</summary>
/// <param name="FirearmId">The firearm.</param>
/// <param name="MarkId">The mark.</param>
/// <param name="Condition">What was found.</param>
/// <param name="FoundOn">When.</param>
/// <param name="Explanation">What was seen.</param>
public sealed record FindMarkTampered(Guid FirearmId, Guid MarkId, MarkTampering Condition, PartialDate FoundOn, Note Explanation)
{
    /// <summary>Decides; a mark may be found tampered with again, after a restoration or in another way.</summary>
    public static Result<MarkFoundTampered> Decide(Firearm firearm, FindMarkTampered command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(firearm);
        ArgumentNullException.ThrowIfNull(command);
        if (StandingMark.Find(firearm, command.MarkId).Refused(out var refusal, out _))
            return refusal;
        if (FirearmRules.Impossible(firearm, now, "/foundOn", command.FoundOn) is { } impossible)
            return impossible;
        return new MarkFoundTampered(command.MarkId, command.Condition, command.FoundOn, command.Explanation);
    }
}

/// <summary>Carries out <see cref="FindMarkTampered"/>.</summary>
public sealed class FindMarkTamperedHandler(RegistryWriter writer)
{
    /// <summary>Records the finding.</summary>
    public Task<Result<Written>> HandleAsync(FindMarkTampered command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return writer.ActAsync(command.FirearmId, $"marks/{command.MarkId}", false,
            firearm => FindMarkTampered.Decide(firearm, command, context.Now), context, token);
    }
}
