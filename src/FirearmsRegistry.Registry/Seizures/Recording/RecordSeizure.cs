using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary>Record an intake with its circumstances; its items follow one by one.</summary>
/// <param name="SeizureId">The new seizure's id.</param>
/// <param name="Circumstances">Where, when, by whom and why.</param>
public sealed record RecordSeizure(Guid SeizureId, SeizureCircumstances Circumstances)
{
    /// <summary>Decides what recording means.</summary>
    public static Result<IReadOnlyList<object>> Decide(RecordSeizure command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        return SeizureRules.Broken(command.Circumstances, now) is { } refusal
            ? refusal
            : Result.Of<IReadOnlyList<object>>([new SeizureRecorded(command.Circumstances)]);
    }
}

/// <summary>Carries out <see cref="RecordSeizure"/>.</summary>
public sealed class RecordSeizureHandler(RegistryWriter writer)
{
    /// <summary>Records the seizure.</summary>
    public async Task<Result<Written>> HandleAsync(RecordSeizure command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return RecordSeizure.Decide(command, context.Now).Refused(out var refusal, out var events)
            ? refusal
            : await writer.CreateAsync<Seizure>(command.SeizureId, SeizurePaths.Of(command.SeizureId), events, context, token);
    }
}
