using System.Globalization;
using System.Text.RegularExpressions;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.MarkingJobs.ReadingBack;

/// <summary>What a grade of a symbol on metal must be to be one (ISO/IEC 29158).</summary>
internal static partial class GradeRules
{
    private const string Standard = "ISO/IEC 29158";

    private const decimal Best = 4;

    /// <summary>Every rule that the grade breaks; null where it breaks none, and where there is no grade.</summary>
    public static Refusal? Refuse(SymbolGrade? grade) =>
        grade is not null && Errors(grade).ToList() is { Count: > 0 } errors ? Refusal.Input(errors) : null;

    private static IEnumerable<InputError> Errors(SymbolGrade grade)
    {
        foreach (var (name, value) in grade.Parameters().Where(parameter => parameter.Value is < 0 or > Best))
            yield return new InputError($"/grade/{name}", Text(value), "A grade lies between 0.0 and 4.0.", Standard);
        if (grade.Decode is not (0 or Best))
            yield return new InputError("/grade/decode", Text(grade.Decode), "A symbol decodes (4.0) or does not (0.0).", Standard);
        if (Report().Match(grade.Report.ToString()) is not { Success: true } report)
        {
            yield return new InputError("/grade/report", grade.Report.ToString(),
                "A report is DPM, the overall grade, the aperture, the wavelength and the lighting.", Standard, "DPM2.0/7.5-25/650/(45Q)");
            yield break;
        }

        var (overall, lowest) = (decimal.Parse(report.Groups["grade"].Value, CultureInfo.InvariantCulture), grade.Parameters().Min(one => one.Value));
        if (overall > decimal.Round(lowest, 1))
        {
            yield return new InputError("/grade/report", grade.Report.ToString(),
                $"The overall grade is no better than the lowest parameter, which is {Text(lowest)}.", Standard);
        }
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    // Lighting: 30 or 45 degrees from four, two sides or one; 90 degrees; diffuse. W is white light.
    [GeneratedRegex(@"^DPM(?<grade>[0-3](\.[0-9])?|4(\.0)?)/[0-9]{1,3}(\.[0-9]{1,2})?(-[0-9]{1,3}(\.[0-9]{1,2})?)?/([0-9]{3,4}|W)/\(?(30[QTS]|45[QTS]|90|D)\)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Report();
}
