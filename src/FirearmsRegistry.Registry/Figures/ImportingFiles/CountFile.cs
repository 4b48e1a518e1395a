using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Figures.ImportingFiles;

/// <summary>How a file of counts is laid out; it is told by its header.</summary>
public enum CountFileLayout
{
    /// <summary>A national compilation: a tracing table a row (<c>iso3,m49,year,intake,t1 … t3</c>).</summary>
    TracingCounts,

    /// <summary>The file that UNODC publishes from the questionnaire: a count a row, with its labels.</summary>
    Unodc,
}

/// <summary>A file of compiled counts was taken over whole; its counts stand in a table beside the events.</summary>
/// <param name="Layout">How it is laid out.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Sha256">The hash of the file, in hexadecimal.</param>
/// <param name="Release">The date of release in its title; null where it has none.</param>
/// <param name="Counts">How many counts it holds.</param>
/// <param name="Contested">How many of them contradict another of the same subject, and are in no total.</param>
public sealed record CountFileImported(CountFileLayout Layout, Note Source, PhotoHash Sha256, DateOnly? Release, int Counts, int Contested);

/// <summary>A person said of what one of several contradicting rows is the count; from then on it is in the totals of that.</summary>
/// <param name="Line">The row's line in the file.</param>
/// <param name="Value">The count.</param>
/// <param name="Country">The State.</param>
/// <param name="Year">The year.</param>
/// <param name="Indicator">What is counted.</param>
/// <param name="Dimension">By what it is told apart.</param>
/// <param name="Category">The category.</param>
/// <param name="Sex">The sex of the persons counted.</param>
/// <param name="Reason">How that is known.</param>
public sealed record ContestedCountAssigned(
    long Line, Known<long> Value, CountryCode Country, int Year, CountCode Indicator, CountCode Dimension, CountCode Category, CountedSex Sex, Note Reason);

/// <summary>What was said of a contested row.</summary>
/// <param name="Line">The row's line in the file.</param>
/// <param name="Dimension">By what it is told apart.</param>
/// <param name="Category">The category of which it is the count.</param>
/// <param name="Reason">How that is known.</param>
/// <param name="AssignedAt">When it was said.</param>
/// <param name="AssignedBy">Who said so: the subject of the token.</param>
public sealed record AssignedCount(long Line, CountCode Dimension, CountCode Category, Note Reason, DateTimeOffset AssignedAt, string? AssignedBy);

/// <summary>A file of compiled counts that was taken over.</summary>
public sealed class CountFile
{
    /// <summary>Its id, the same for the same file.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>How it is laid out.</summary>
    public CountFileLayout Layout { get; set; }

    /// <summary>Where it comes from.</summary>
    public Note Source { get; set; }

    /// <summary>The hash of the file, in hexadecimal.</summary>
    public PhotoHash Sha256 { get; set; }

    /// <summary>The date of release in its title; null where it has none.</summary>
    public DateOnly? Release { get; set; }

    /// <summary>How many counts it holds.</summary>
    public int Counts { get; set; }

    /// <summary>How many of them contradict another of the same subject, and are in no total.</summary>
    public int Contested { get; set; }

    /// <summary>When it was taken over.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Who took it over: the subject of the token.</summary>
    public string? RecordedBy { get; set; }

    /// <summary>What was said of contested rows, in its order: of a row, the last word counts.</summary>
    public IReadOnlyList<AssignedCount> Assigned { get; set; } = [];

    /// <summary>The rows of this file with what was said of them up to a moment. Of two rows that were given one place, the later one has it.</summary>
    internal IReadOnlyList<UnodcCount> Settle(IReadOnlyList<UnodcCount> rows, DateTimeOffset? knownAt)
    {
        var said = Assigned.Where(one => knownAt is null || one.AssignedAt <= knownAt).GroupBy(one => one.Line).ToDictionary(line => line.Key, line => line.Last());
        return
        [
            .. rows.Where(row => !row.IsContested || !said.ContainsKey(row.Line)),
            .. rows.Where(row => row.IsContested && said.ContainsKey(row.Line)).GroupBy(row => Place(row, said[row.Line]))
                .SelectMany(place => place.OrderByDescending(row => said[row.Line].AssignedAt).Select((row, later) => later == 0
                    ? row with { Subject = place.Key, Variant = 0 } : row)),
        ];
    }

    private static UnodcSubject Place(UnodcCount row, AssignedCount said) =>
        row.Subject with { Dimension = said.Dimension.ToString(), Category = said.Category.ToString() };

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<ContestedCountAssigned> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var said = happened.Data;
        Assigned = [.. Assigned, new AssignedCount(said.Line, said.Dimension, said.Category, said.Reason, happened.Timestamp, happened.UserName)];
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<CountFileImported> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var file = happened.Data;
        (Layout, Source, Sha256, Release, Counts, Contested) = (file.Layout, file.Source, file.Sha256, file.Release, file.Counts, file.Contested);
        (RecordedAt, RecordedBy) = (happened.Timestamp, happened.UserName);
    }
}
