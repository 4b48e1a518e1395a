using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.AssigningContested;

/// <summary>Say of what a contested row of an imported file is the count.</summary>
/// <param name="FileId">The file.</param>
/// <param name="Line">The row's line in it.</param>
/// <param name="Dimension">By what it is told apart; as its label says unless given.</param>
/// <param name="Category">The category; as its label says unless given.</param>
/// <param name="Reason">How that is known.</param>
public sealed record AssignContestedCount(Guid FileId, long Line, CountCode? Dimension, CountCode? Category, Note Reason)
{
    /// <summary>Decides what assigning means. A later word on a row, or on another row for the same place, takes the place of the earlier one.</summary>
    /// <param name="command">The command.</param>
    /// <param name="row">The contested row of the line; null where there is none.</param>
    /// <param name="others">The counts of the row's year in the file.</param>
    public static Result<IReadOnlyList<object>> Decide(AssignContestedCount command, UnodcCount? row, IReadOnlyList<UnodcCount> others)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(others);
        if (row is null)
            return ImportedCountErrors.NotContested(command.Line);
        var place = row.Subject with
        {
            Dimension = command.Dimension?.ToString() ?? row.Subject.Dimension,
            Category = command.Category?.ToString() ?? row.Subject.Category,
        };
        if (!UnodcTables.HasCategory(place.Indicator, place.Dimension, place.Category))
            return Refusal.Input(new InputError("/category", place.Category, $"UNODC's file has no such category of {place.Indicator} in {place.Dimension}."));
        return others.Any(other => !other.IsContested && other.Subject == place)
            ? ImportedCountErrors.PlaceTaken
            : Result.Of<IReadOnlyList<object>>([new ContestedCountAssigned(row.Line, row.Value, place.Country, place.Year, Code(place.Indicator),
                Code(place.Dimension), Code(place.Category), place.Sex, command.Reason)]);
    }

    private static CountCode Code(string code) => CountCode.Parse(code).GetOrThrow();
}

/// <summary>Carries out <see cref="AssignContestedCount"/>.</summary>
internal sealed class AssignContestedCountHandler(RegistryWriter writer, NpgsqlDataSource database)
{
    /// <summary>Records what was said of the row.</summary>
    public async Task<Result<Written>> HandleAsync(AssignContestedCount command, CommandContext context, CancellationToken token)
    {
        // The rows of a file never change: only what is said of them does.
        var row = await FileCounts.ContestedAsync(database, command.FileId, command.Line, token);
        var others = row is null ? [] : await FileCounts.OfFileAsync(database, command.FileId, row.Subject.Year, token);
        // The year's figures may rest on this file.
        if (row is not null)
            TouchedYears.Queue(writer.Session, row.Subject.Year);
        return await writer.UpdateAsync<CountFile>("count file", command.FileId, _ => $"/api/v1/count-files/{command.FileId}",
            _ => AssignContestedCount.Decide(command, row, others), context, created: false, token);
    }
}
