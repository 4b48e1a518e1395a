using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Figures.ImportingCounts;

/// <summary>What a count from elsewhere is a count of. There is one count for each.</summary>
/// <param name="Year">The year.</param>
/// <param name="Indicator">The published indicator, such as <c>persons_arrested_or_suspected</c>.</param>
/// <param name="Dimension">By what it is told apart, such as <c>sex</c>.</param>
/// <param name="Category">Its category within the dimension.</param>
/// <param name="Sex">The sex of the persons counted.</param>
public sealed record CountSubject(int Year, CountCode Indicator, CountCode Dimension, CountCode Category, CountedSex Sex)
{
    /// <summary>The id of its count: an RFC 9562 UUID of version 8 over its members.</summary>
    public Guid CountId() => NameBasedIds.Of(string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"imported-count:{Year}:{Indicator}:{Dimension}:{Category}:{Codes.Of(Sex)}"));
}

/// <summary>The sex of the persons counted, as the questionnaire tells them apart.</summary>
public enum CountedSex
{
    /// <summary>All persons, or a count that is not of persons.</summary>
    Total,

    /// <summary>Women and girls.</summary>
    Female,

    /// <summary>Men and boys.</summary>
    Male,

    /// <summary>Persons whose sex is not known.</summary>
    Unknown,
}

/// <summary>A count that was taken over from elsewhere: no case record of this register stands behind it.</summary>
/// <param name="Subject">What it is a count of.</param>
/// <param name="Value">The count: zero is known, <c>none</c> does not apply, <c>unknown</c> was not reported.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record CountImported(CountSubject Subject, Known<long> Value, ShortText Source);

/// <summary>An imported count was corrected, by a revision of its source or of a mistake here.</summary>
/// <param name="Before">The count as it stood.</param>
/// <param name="After">The count since then.</param>
/// <param name="Source">Where the new one comes from.</param>
/// <param name="Reason">Why.</param>
public sealed record ImportedCountCorrected(Known<long> Before, Known<long> After, ShortText Source, Note Reason);

/// <summary>A count from elsewhere as it stands.</summary>
public sealed class ImportedCount
{
    /// <summary>Its id, the same for the same subject.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>The subject's year, to search by.</summary>
    public int Year { get; set; }

    /// <summary>What it is a count of.</summary>
    public CountSubject Subject { get; set; } = null!;

    /// <summary>The count: zero is known, <c>none</c> does not apply, <c>unknown</c> was not reported.</summary>
    public Known<long> Value { get; set; }

    /// <summary>Where it comes from.</summary>
    public ShortText Source { get; set; }

    /// <summary>When the present value was recorded.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<CountImported> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (Subject, Year, Value, Source) = (happened.Data.Subject, happened.Data.Subject.Year, happened.Data.Value, happened.Data.Source);
        RecordedAt = happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<ImportedCountCorrected> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (Value, Source, RecordedAt) = (happened.Data.After, happened.Data.Source, happened.Timestamp);
    }
}
