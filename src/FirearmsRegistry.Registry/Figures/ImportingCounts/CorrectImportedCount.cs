using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Figures.ImportingCounts;

/// <summary>Correct an imported count; the old value is kept in its history.</summary>
/// <param name="Id">The count.</param>
/// <param name="Value">The value from now on.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Reason">Why it changes.</param>
public sealed record CorrectImportedCount(Guid Id, Known<long> Value, ShortText Source, Note Reason)
{
    /// <summary>Decides what correcting means.</summary>
    public static Result<IReadOnlyList<object>> Decide(ImportedCount count, CorrectImportedCount command)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(command);
        if (ImportedCountErrors.NoCount(command.Value) is { } error)
            return Refusal.Input(error);
        return count.Value == command.Value && count.Source == command.Source
            ? ImportedCountErrors.NothingCorrected
            : Result.Of<IReadOnlyList<object>>([new ImportedCountCorrected(count.Value, command.Value, command.Source, command.Reason)]);
    }
}

/// <summary>Carries out <see cref="CorrectImportedCount"/>.</summary>
public sealed class CorrectImportedCountHandler(RegistryWriter writer)
{
    /// <summary>Records the correction.</summary>
    public Task<Result<Written>> HandleAsync(CorrectImportedCount command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        return writer.UpdateAsync<ImportedCount>(ImportedCountErrors.Words, command.Id, _ => $"/api/v1/imported-counts/{command.Id}",
            count => CorrectImportedCount.Decide(count, command), context, created: false, token);
    }
}
