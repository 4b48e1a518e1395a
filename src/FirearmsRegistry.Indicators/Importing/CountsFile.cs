using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Importing;

/// <summary>One tracing table of a State and year (IAFQ 5.1, 5.2 or 5.3) as reported.</summary>
/// <param name="Country">The State that reports.</param>
/// <param name="Year">The reporting year.</param>
/// <param name="Intake">Which of the three tables.</param>
/// <param name="Counts">Its lines, in arms.</param>
public sealed record ReportedTable(CountryCode Country, int Year, Intake Intake, OutcomeCounts Counts);

/// <summary>
/// Reads tracing tables from separated text with the columns <c>iso3,m49,year,intake,t1,t1.1 … t3</c>, one table a row; empty is not
/// reported. A row with the intake <c>all</c> is a totals row: it must agree with the rows that it adds up, and is then left out.
/// </summary>
public static class CountsFile
{
    private const string Country = "iso3";
    private const string Number = "m49";
    private const string Year = "year";

    /// <summary>The column of the intake.</summary>
    internal const string IntakeColumn = "intake";

    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Country, Number, Year, IntakeColumn, .. CountLines.Columns];

    /// <summary>Reads a whole file, decoded as UTF-8 with replacement.</summary>
    public static InputReading<ReportedTable> Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (row, faults) = (new SeparatedText(text), new InputFaults());
        var tables = new CollectedTables(faults);
        if (Header.Read(row, Columns, faults) is { } header)
        {
            var lines = CountLines.Columns.Select(name => header[name]).ToArray();
            var rows = 0L;
            while (row.Read())
            {
                rows++;
                if (row.Fault is { } fault)
                    faults.Add(fault);
                else if (row.Count != header.Count)
                    faults.Add(row.WrongCount(header.Count));
                else if (ReadRow(row, header, lines, faults) is { } read)
                    tables.Add(read, row.Line, name => header[name] + 1);
            }

            header.ExpectRows(rows, faults);
            tables.CompareTotals(name => header[name] + 1);
        }

        return faults.Reading(tables.All);
    }

    private static ReadRow? ReadRow(SeparatedText row, Header header, int[] places, InputFaults faults)
    {
        var before = faults.Count;
        if (!ReportingCountries.TryFind(row[header[Country]].Trim(), out var country))
            faults.Add(header.Fault(row, Country, ReportingCountries.Unknown(row[header[Country]].Trim())));
        else if (row[header[Number]].Trim() is { IsEmpty: false } m49 && !ReportingCountries.HasNumber(country, m49))
            faults.Add(header.Fault(row, Number, FormattableString.Invariant($"{Shown.Of(m49)} is not the M49 number of {country}, which is {country.M49}.")));
        if (!YearText.TryRead(row[header[Year]], out var year))
            faults.Add(header.Fault(row, Year, $"{Shown.Of(row[header[Year]])} is no year of counts; {YearText.Rule}"));
        if (!Codes.TryParse<FigureIntake>(row[header[IntakeColumn]].Trim().ToString(), out var intake))
            faults.Add(header.Fault(row, IntakeColumn, $"{Shown.Of(row[header[IntakeColumn]])} is no intake; they are {string.Join(", ", Codes.All<FigureIntake>())}."));

        var lines = new long?[places.Length];
        for (var line = 0; line < lines.Length; line++)
        {
            if (!CountText.TryRead(row[places[line]], CountLimits.MostArms, out lines[line], out var reason))
                faults.Add(header.Fault(row, CountLines.Columns[line], reason));
        }

        return faults.Count == before ? new ReadRow(country, year, intake, CountLines.ToCounts(lines)) : null;
    }
}

/// <summary>A row as read, a totals row among them.</summary>
internal sealed record ReadRow(CountryCode Country, int Year, FigureIntake Intake, OutcomeCounts Counts);
