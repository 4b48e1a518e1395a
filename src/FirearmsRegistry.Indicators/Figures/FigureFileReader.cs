using System.Globalization;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Figures;

/// <summary>Reads figures as <see cref="FigureFile"/> writes them, each kind once for a country and year.</summary>
public static class FigureFileReader
{
    /// <summary>Reads a whole file, decoded as UTF-8 with replacement.</summary>
    public static InputReading<FigureRow> Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (row, faults, rows) = (new SeparatedText(text), new InputFaults(), new List<FigureRow>());
        var seen = new Dictionary<(CountryCode, int, FigureIntake, IndicatorVariant), long>();
        if (Header.Read(row, FigureFile.Columns, faults) is { } header)
        {
            while (row.Read())
            {
                if (row.Fault is { } fault)
                    faults.Add(fault);
                else if (row.Count != header.Count)
                    faults.Add(row.WrongCount(header.Count));
                else if (new RowReader(row, header, faults).Read() is { } figure)
                    Add(figure);
            }
        }

        return faults.Reading(rows);

        void Add(FigureRow figure)
        {
            var key = (figure.Country, figure.Year, figure.Intake, figure.Variant);
            if (seen.TryAdd(key, row.Line))
                rows.Add(figure);
            else
                faults.Add(new(row.Line, 1, null, FormattableString.Invariant(
                    $"{figure.Country} {figure.Year} stands twice, first in line {seen[key]}; a series has one value a year.")));
        }
    }

    /// <summary>Reads one row; every cell is held against what the others say.</summary>
    private sealed class RowReader(SeparatedText row, Header header, InputFaults faults)
    {
        private readonly long _before = faults.Count;

        public FigureRow? Read()
        {
            if (!ReportingCountries.TryFind(Cell("iso3"), out var country))
                Fault("iso3", ReportingCountries.Unknown(Cell("iso3")));
            else if (!ReportingCountries.HasNumber(country, Cell("m49")))
                Fault("m49", FormattableString.Invariant($"{Shown.Of(Cell("m49"))} is not the M49 number of {country}, which is {country.M49}."));
            if (!YearText.TryRead(Cell("year"), out var year))
                Fault("year", $"{Shown.Of(Cell("year"))} is no year; {YearText.Rule}");
            var read = new FigureRow(country, year, Years(year), Code<FigureIntake>("intake"), Code<IndicatorVariant>("variant"),
                Code<TwoYear>("two_year"), Count("numerator"), Count("denominator"), Value(), Status(out var warnings),
                warnings.Contains(FigureFile.NumeratorNotReported, StringComparer.Ordinal));
            if (faults.Count == _before && FigureFile.StatusText(read) != Cell("status").ToString())
                Fault("status", $"The status does not fit the other cells; by them it is {FigureFile.StatusText(read)}.");
            if (faults.Count == _before && FigureContradiction.In(read) is { } contradiction)
                Fault(contradiction.Column, contradiction.Reason);
            return faults.Count == _before ? read : null;
        }

        private ReadOnlySpan<char> Cell(string name) => row[header[name]].Trim();

        private void Fault(string name, string reason) => faults.Add(header.Fault(row, name, reason));

        private int[] Years(int year)
        {
            var text = Cell("years").ToString();
            if (text.Length == 0)
                return [];
            var years = text.Split('-').Select(part => YearText.TryRead(part, out var read) ? read : 0).ToArray();
            if (years is [> 0] or [> 0, > 0] && years[^1] - years[0] == years.Length - 1)
                return years;
            Fault("years", $"{Shown.Of(text)} are no years of a figure: one year, or two in a row such as 2019-2020.");
            return [];
        }

        private T Code<T>(string name)
            where T : struct, Enum
        {
            if (Codes.TryParse<T>(Cell(name).ToString(), out var value))
                return value;
            Fault(name, $"{Shown.Of(Cell(name))} is none of {string.Join(", ", Codes.All<T>())}.");
            return default;
        }

        private long? Count(string name)
        {
            if (!CountText.TryRead(Cell(name), CountLimits.Most, out var count, out var reason))
                Fault(name, reason);
            return count;
        }

        private decimal? Value()
        {
            var text = Cell("value");
            if (text.IsEmpty)
                return null;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value.Scale == 2)
                return value;
            Fault("value", $"{Shown.Of(text)} is no percentage with two decimals.");
            return null;
        }

        private FigureRowStatus Status(out string[] warnings)
        {
            var parts = Cell("status").ToString().Split(';');
            warnings = parts[1..];
            if (Codes.TryParse<FigureRowStatus>(parts[0], out var status))
                return status;
            Fault("status", $"{Shown.Of(parts[0])} is none of {string.Join(", ", Codes.All<FigureRowStatus>())}.");
            return default;
        }
    }
}
