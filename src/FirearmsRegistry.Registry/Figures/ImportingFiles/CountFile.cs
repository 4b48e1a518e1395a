using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;
using Marten;

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

/// <summary>A file of compiled counts that was taken over.</summary>
public sealed class CountFile
{
    /// <summary>Its id, the same for the same file.</summary>
    public Guid Id { get; set; }

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

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<CountFileImported> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var file = happened.Data;
        (Layout, Source, Sha256, Release, Counts, Contested) = (file.Layout, file.Source, file.Sha256, file.Release, file.Counts, file.Contested);
        (RecordedAt, RecordedBy) = (happened.Timestamp, happened.UserName);
    }
}

/// <summary>Answers imports with the file.</summary>
internal sealed class CountFileAnswer(IQuerySession session) : IResourceAnswer<CountFile>
{
    public Task<CountFile?> ReadAsync(Guid id, string location, CancellationToken token) => session.LoadAsync<CountFile>(id, token);
}
