using System.Globalization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Indicators.Importing.Unodc;

/// <summary>The published counts of a release.</summary>
/// <param name="Release">The date in the file's title; none where the title was left out.</param>
/// <param name="Counts">The counts, and what is doubtful among them.</param>
public sealed record UnodcReading(DateOnly? Release, InputReading<UnodcCount> Counts);

/// <summary>
/// Reads the counts that UNODC publishes from the questionnaire (<c>data_iafq_firearms_trafficking</c>), saved as separated text, with or
/// without its two rows of titles. Equal rows of one subject are merged; different ones are both kept and told.
/// </summary>
public static class UnodcFile
{
    private const string FirstColumn = "Iso3_code";
    /// <summary>So many characters hold the titles and the header, which tell the layout.</summary>
    public const int MostBeforeRows = (SeparatedText.MostTitles + 1) * (BoundedLines.Longest + 2);

    /// <summary>The column of the count.</summary>
    internal const string ValueColumn = "VALUE";

    private const string NotApplicable = "na";
    private const int LongestLabel = 200;

    private static readonly string[] Columns =
    [
        FirstColumn, "Country", "Region", "Subregion", "Indicator", "Dimension", "Category", "Sex", "Age", "Year", "Unit of measurement", ValueColumn,
        "Source",
    ];

    /// <summary>Whether a text is laid out as this file; it is read as far as the header.</summary>
    public static bool IsLaidOutSo(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var row = new SeparatedText(text, FirstColumn);
        return row.Read() && row.Fault is null && row[0].Trim().SequenceEqual(FirstColumn);
    }

    /// <summary>Reads a whole file, decoded as UTF-8 with replacement.</summary>
    public static UnodcReading Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (row, faults, counts) = (new SeparatedText(text, FirstColumn), new InputFaults(), new List<UnodcCount>());
        IReadOnlyList<UnodcCount> resolved = [];
        if (Header.Read(row, Columns, faults) is { } header)
        {
            var rows = 0L;
            while (row.Read())
            {
                rows++;
                if (row.Fault is { } fault)
                    faults.Add(fault);
                else if (row.Count != header.Count)
                    faults.Add(row.WrongCount(header.Count));
                else if (ReadRow(row, header, faults) is { } count)
                    counts.Add(count);
            }

            header.ExpectRows(rows, faults);
            resolved = UnodcDoubles.Resolve(counts, header[ValueColumn] + 1, faults);
        }

        return new(Release(row.Titles), faults.Reading(resolved));
    }

    private static UnodcCount? ReadRow(SeparatedText row, Header header, InputFaults faults)
    {
        var before = faults.Count;
        if (!ReportingCountries.TryFind(Cell(FirstColumn), out var country))
            Fault(FirstColumn, ReportingCountries.Unknown(Cell(FirstColumn)));
        if (!YearText.TryRead(Cell("Year"), out var year))
            Fault("Year", $"{Shown.Of(Cell("Year"))} is no year of counts; {YearText.Rule}");
        if (!Cell("Unit of measurement").SequenceEqual("Counts"))
            Fault("Unit of measurement", $"{Shown.Of(Cell("Unit of measurement"))} is no unit known here; it is Counts.");
        var codes = UnodcLabels.Find(Cell("Indicator").ToString(), Cell("Dimension").ToString(), Cell("Category").ToString());
        if (codes is null)
        {
            Fault("Category", $"The label {Shown.Of($"{Cell("Indicator")} / {Cell("Dimension")} / {Cell("Category")}", LongestLabel)} is not in the table of labels "
                + "(schemas/import/unodc-iafq-labels.csv).");
        }

        if (Sex(Cell("Sex")) is not { } sex)
            Fault("Sex", $"{Shown.Of(Cell("Sex"))} is none of Total, Female, Male, Unknown, na.");
        else if (Value() is { } value && faults.Count == before && codes is not null)
            return new(new(country, year, codes.Indicator, codes.Dimension, codes.Category, sex), value, Cell("Source").ToString(), row.Line, 0);
        return null;

        ReadOnlySpan<char> Cell(string name) => row[header[name]].Trim();

        void Fault(string name, string reason) => faults.Add(header.Fault(row, name, reason));

        Known<long>? Value()
        {
            if (Cell(ValueColumn).SequenceEqual(NotApplicable))
                return Known<long>.None;
            if (CountText.TryRead(Cell(ValueColumn), CountLimits.Most, out var count, out var reason))
                return count is { } known ? Known<long>.Of(known) : Known<long>.Unknown;
            Fault(ValueColumn, reason);
            return null;
        }
    }

    private static CountedSex? Sex(ReadOnlySpan<char> text) =>
        text.SequenceEqual(NotApplicable) ? CountedSex.Total
        : Codes.TryParse<CountedSex>(text.ToString().ToLowerInvariant(), out var sex) ? sex
        : null;

    private static DateOnly? Release(IReadOnlyList<string> titles) => titles
        .SelectMany(title => title.Split([',', ';', '\t', '"', ' '], StringSplitOptions.RemoveEmptyEntries))
        .Select(word => DateOnly.TryParseExact(word, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null)
        .FirstOrDefault(date => date is not null);
}
