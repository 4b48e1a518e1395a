using System.Globalization;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Figures.ChoosingSources;

/// <summary>A person chose on what the figures of a year rest from then on. What was published before stays as it was.</summary>
/// <param name="Year">The year.</param>
/// <param name="CountFileId">The imported file; null for the register's own cases.</param>
/// <param name="Source">Where the file comes from; null for the register.</param>
/// <param name="Sha256">The hash of the file, in hexadecimal; null for the register.</param>
/// <param name="Reason">Why.</param>
public sealed record YearSourceChosen(int Year, Guid? CountFileId, Note? Source, PhotoHash? Sha256, Note Reason);

/// <summary>On what the figures of a year were to rest, from a moment on.</summary>
/// <param name="Source">On what.</param>
/// <param name="Reason">Why.</param>
/// <param name="ChosenAt">When it was chosen.</param>
/// <param name="ChosenBy">By whom: the subject of the token.</param>
public sealed record SourceChoice(FigureSource Source, Note Reason, DateTimeOffset ChosenAt, string? ChosenBy);

/// <summary>On what the figures of a year rest. A year of which nobody chose rests on the register's cases.</summary>
public sealed class YearSource
{
    /// <summary>Its id, the same for the same year.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>The year.</summary>
    public int Year { get; set; }

    /// <summary>All choices in their order: the last one holds.</summary>
    public IReadOnlyList<SourceChoice> Choices { get; set; } = [];

    /// <summary>The id of a year's choice.</summary>
    public static Guid IdOf(int year) => NameBasedIds.Of(string.Create(CultureInfo.InvariantCulture, $"year-source:{year}"));

    /// <summary>The file that held at a moment; null for the register. A null moment is now.</summary>
    internal CountSource? At(DateTimeOffset? moment) =>
        Choices.LastOrDefault(choice => moment is null || choice.ChosenAt <= moment)?.Source is { CountFileId: { } file } chosen
            ? new CountSource(file, chosen.Name!, chosen.Sha256!)
            : null;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<YearSourceChosen> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var chosen = happened.Data;
        Year = chosen.Year;
        var source = chosen.CountFileId is { } file
            ? new FigureSource(FigureSourceKind.CountFile, file, chosen.Source?.ToString(), chosen.Sha256?.ToString())
            : FigureSource.Register;
        Choices = [.. Choices, new SourceChoice(source, chosen.Reason, happened.Timestamp, happened.UserName)];
    }
}
