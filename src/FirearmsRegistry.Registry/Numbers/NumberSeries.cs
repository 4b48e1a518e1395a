using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Shared;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>
/// A series of national numbers, folded from its events. Kept as a snapshot, since a busy series has thousands of events and its next
/// number is needed at once.
/// </summary>
public sealed class NumberSeries
{
    /// <summary>The id that follows from the code, so that a country, year and class have one series only.</summary>
    public Guid Id { get; set; }

    /// <summary>The number of events folded.</summary>
    public long Version { get; set; }

    /// <summary>Country, year and class: the first five characters of each number.</summary>
    public SeriesCode Code { get; set; }

    /// <summary>The year of marking in four digits.</summary>
    public int Year { get; set; }

    /// <summary>The highest running number issued; 0 before the first.</summary>
    public int Highest { get; set; }

    /// <summary>How many numbers were issued, void ones included.</summary>
    public int Issued { get; set; }

    /// <summary>When the series was opened.</summary>
    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>The id of a series: an RFC 9562 UUID of version 8 over its code.</summary>
    public static Guid IdOf(SeriesCode code) => NameBasedIds.Of($"number-series:{code}");

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<NumberSeriesOpened> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Code = SeriesCode.For(happened.Data.Country, happened.Data.Year, happened.Data.Class).GetOrThrow();
        Year = happened.Data.Year;
        OpenedAt = happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(NumbersIssued happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Highest = happened.LastRunning;
        Issued += happened.Count;
    }

    /// <summary>Folds the event: a void number was issued all the same.</summary>
    public void Apply(NumberVoided happened)
    {
    }
}
