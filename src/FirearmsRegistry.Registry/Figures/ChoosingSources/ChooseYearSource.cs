using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Figures.ChoosingSources;

/// <summary>Choose on what the figures of a year rest.</summary>
/// <param name="Year">The year.</param>
/// <param name="CountFileId">The imported file whose counts they rest on; null for the register's own cases.</param>
/// <param name="Reason">Why.</param>
public sealed record ChooseYearSource(int Year, Guid? CountFileId, Note Reason)
{
    /// <summary>Decides what choosing means.</summary>
    /// <param name="command">The command.</param>
    /// <param name="current">What was chosen before; null where nothing was, so that the register holds.</param>
    /// <param name="file">The file of the command; null where there is none such.</param>
    /// <param name="hasTables">Whether the file has a tracing table of this State and year.</param>
    public static Result<IReadOnlyList<object>> Decide(ChooseYearSource command, YearSource? current, CountFile? file, bool hasTables)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (Years.NotOfCounts("/year", command.Year) is { } error)
            return Refusal.Input(error);
        if (command.CountFileId is { } asked && file is null)
            return Refusal.Input(new InputError("/countFileId", asked.ToString(), "Must be the id of an imported file of counts."));
        if (command.CountFileId is not null && !hasTables)
            return YearSourceErrors.WithoutYear(command.Year);
        return current?.At(null)?.FileId == command.CountFileId
            ? YearSourceErrors.Unchanged
            : Result.Of<IReadOnlyList<object>>([new YearSourceChosen(command.Year, command.CountFileId, file?.Source, file?.Sha256, command.Reason)]);
    }
}

/// <summary>Carries out <see cref="ChooseYearSource"/>.</summary>
internal sealed class ChooseYearSourceHandler(RegistryWriter writer, RegistryCountry country)
{
    /// <summary>Chooses for a year of which nobody chose before.</summary>
    public async Task<Result<Written>> HandleAsync(ChooseYearSource command, CommandContext context, CancellationToken token)
    {
        var id = YearSource.IdOf(command.Year);
        if (await writer.Session.LoadAsync<YearSource>(id, token) is not null)
            return YearSourceErrors.Already(id);
        await writer.Session.BeginTransactionAsync(token);
        var (file, hasTables) = await FindAsync(command, token);
        if (ChooseYearSource.Decide(command, null, file, hasTables).Refused(out var refusal, out var events))
            return refusal;
        TouchedYears.Queue(writer.Session, command.Year);
        return await writer.CreateAsync<YearSource>(id, YearSourcePaths.Of(id), events, context, token);
    }

    /// <summary>Chooses anew.</summary>
    public async Task<Result<Written>> HandleAsync(Guid id, Guid? countFileId, Note reason, CommandContext context, CancellationToken token)
    {
        if (await writer.Session.LoadAsync<YearSource>(id, token) is not { } known)
            return Refusal.NotFound(YearSourceErrors.Words, id);
        await writer.Session.BeginTransactionAsync(token);
        var command = new ChooseYearSource(known.Year, countFileId, reason);
        var (file, hasTables) = await FindAsync(command, token);
        TouchedYears.Queue(writer.Session, command.Year);
        return await writer.UpdateAsync<YearSource>(YearSourceErrors.Words, id, _ => YearSourcePaths.Of(id),
            current => ChooseYearSource.Decide(command, current, file, hasTables), context, created: false, token);
    }

    private async Task<(CountFile? File, bool HasTables)> FindAsync(ChooseYearSource command, CancellationToken token)
    {
        if (command.CountFileId is not { } id || await writer.Session.LoadAsync<CountFile>(id, token) is not { } file)
            return (null, false);
        var counts = await FileCounts.OfStateAsync(writer.Session.Connection!, id, country.Code, command.Year, token);
        return (file, UnodcTables.Of(file.Settle(counts, null)).Count > 0);
    }
}
