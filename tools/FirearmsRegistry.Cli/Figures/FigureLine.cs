using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Cli.Figures;

/// <summary>A figure in JSON: the columns of the separated text under their names, with null where that is empty.</summary>
internal sealed record FigureLine(
    string Iso3,
    int? M49,
    int Year,
    string? Years,
    string Intake,
    string Variant,
    string TwoYear,
    long? Numerator,
    long? Denominator,
    decimal? Value,
    string Status)
{
    public static FigureLine Of(FigureRow row) => new(row.Country.Alpha3, row.Country.M49, row.Year,
        row.Years.Count == 0 ? null : FigureFile.YearsText(row), Codes.Of(row.Intake), Codes.Of(row.Variant), Codes.Of(row.TwoYear),
        row.Numerator, row.Denominator, row.Value + 0.00m, FigureFile.StatusText(row));
}
