using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.ChoosingSources;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;
using Marten;

namespace FirearmsRegistry.Registry.Vintages.Comparing;

/// <summary>What was recorded, where no case caused a difference.</summary>
public enum RevisionCauseKind
{
    /// <summary>The figures of the year were to rest on another source.</summary>
    YearSourceChosen,

    /// <summary>A contested row of the file on which they rest was said to be the count of something.</summary>
    ContestedCountAssigned,
}

/// <summary>What was recorded between the moments of two vintages and is the cause of a difference, beside the items.</summary>
/// <param name="Year">The year whose figures it moved.</param>
/// <param name="Kind">What was recorded.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="RecordedBy">The roles that may record it; who did stands with the record.</param>
/// <param name="Source">The source that was chosen, or the file of the row.</param>
/// <param name="Reason">Why, as whoever recorded it said.</param>
/// <param name="Count">The row; null where a source was chosen.</param>
public sealed record RevisionCause(
    int Year, RevisionCauseKind Kind, DateTimeOffset RecordedAt, IReadOnlyList<Role> RecordedBy, FigureSource Source, Note Reason, AssignedRow? Count = null);

/// <summary>A row of a file and of what it is the count.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Value">What it says.</param>
/// <param name="Indicator">What is counted.</param>
/// <param name="Dimension">By what it is told apart.</param>
/// <param name="Category">The category.</param>
public sealed record AssignedRow(long Line, Known<long> Value, CountCode Indicator, CountCode Dimension, CountCode Category);

/// <summary>Finds what was recorded of the sources of the figures that differ.</summary>
internal static class RevisionCauses
{
    /// <summary>The causes in the order of their recording, whichever of the two moments is the later one.</summary>
    public static async Task<IReadOnlyList<RevisionCause>> ReadAsync(
        IQuerySession session, CountryCode country, VintageDifference difference, DateTimeOffset one, DateTimeOffset other, CancellationToken token)
    {
        var (after, until) = one <= other ? (one, other) : (other, one);
        var causes = new List<RevisionCause>();
        foreach (var year in difference.Figures.GroupBy(figure => figure.Key.Year))
        {
            var source = await session.LoadAsync<YearSource>(YearSource.IdOf(year.Key), token);
            causes.AddRange(Of(source, after, until));
            foreach (var file in year.SelectMany(figure => new[] { figure.Before?.Source, figure.After?.Source }).OfType<CountSource>().Distinct())
                causes.AddRange(Of(country, year.Key, file, await session.Events.FetchStreamAsync(file.FileId, token: token), after, until));
        }

        return [.. causes.OrderBy(cause => cause.RecordedAt).ThenBy(cause => cause.Year)];
    }

    /// <summary>The choices of a year's source after one moment and up to another.</summary>
    public static IEnumerable<RevisionCause> Of(YearSource? source, DateTimeOffset after, DateTimeOffset until) =>
        from choice in source?.Choices ?? []
        where after < choice.ChosenAt && choice.ChosenAt <= until
        select new RevisionCause(source!.Year, RevisionCauseKind.YearSourceChosen, choice.ChosenAt, AccessPolicy.ImportCounts.Roles, choice.Source, choice.Reason);

    /// <summary>What was said of the contested rows of a State and year of a file after one moment and up to another.</summary>
    public static IEnumerable<RevisionCause> Of(
        CountryCode country, int year, CountSource file, IEnumerable<IEvent> events, DateTimeOffset after, DateTimeOffset until) =>
        from happened in events
        where after < happened.Timestamp && happened.Timestamp <= until
        let said = happened.Data as ContestedCountAssigned
        where said is not null && said.Country == country && said.Year == year
        select new RevisionCause(year, RevisionCauseKind.ContestedCountAssigned, happened.Timestamp, AccessPolicy.ImportCounts.Roles, FigureSource.Of(file),
            said.Reason, new AssignedRow(said.Line, said.Value, said.Indicator, said.Dimension, said.Category));
}
