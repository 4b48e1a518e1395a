using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Figures.ImportingCounts;

/// <summary>Take over a count from elsewhere, such as persons arrested or suspected, by sex.</summary>
/// <param name="Subject">What it is a count of.</param>
/// <param name="Value">The count: zero is known, <c>none</c> does not apply, <c>unknown</c> was not reported.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ImportCount(CountSubject Subject, Known<long> Value, ShortText Source)
{
    /// <summary>Decides what importing means.</summary>
    public static Result<IReadOnlyList<object>> Decide(ImportCount command, ImportedCount? existing)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (existing is not null)
            return ImportedCountErrors.Already(existing.Id);
        InputError?[] errors = [Years.NotOfCounts("/year", command.Subject.Year), ImportedCountErrors.NoCount(command.Value)];
        return errors.OfType<InputError>().ToList() is { Count: > 0 } broken
            ? Refusal.Input(broken)
            : Result.Of<IReadOnlyList<object>>([new CountImported(command.Subject, command.Value, command.Source)]);
    }
}

/// <summary>Carries out <see cref="ImportCount"/>.</summary>
public sealed class ImportCountHandler(RegistryWriter writer)
{
    /// <summary>Records the count; refused where there is one of the same subject.</summary>
    public async Task<Result<Written>> HandleAsync(ImportCount command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        var id = command.Subject.CountId();
        var existing = await writer.Session.LoadAsync<ImportedCount>(id, token);
        return ImportCount.Decide(command, existing).Refused(out var refusal, out var events)
            ? refusal
            : await writer.CreateAsync<ImportedCount>(id, $"/api/v1/imported-counts/{id}", events, context, token);
    }
}
