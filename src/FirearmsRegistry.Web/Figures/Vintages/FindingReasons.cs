using System.Globalization;
using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Vintages.Publishing;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Forms;

namespace FirearmsRegistry.Web.Figures.Vintages;

/// <summary>
/// Why a vintage is published in spite of what its checks found. A reason stands in the form under its finding, not under the finding's number: checked
/// anew, another finding may stand there, and a draft would give it a reason that nobody wrote for it.
/// </summary>
internal static class FindingReasons
{
    private const string List = "/reasons/";

    /// <summary>Where the reason of a finding stands in the form.</summary>
    public static string At(YearFinding finding) => string.Create(
        CultureInfo.InvariantCulture, $"{List}{finding.Year}-{string.Concat(finding.Finding.Name.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'))}");

    /// <summary>The body: one reason for each finding, also where nothing was written, so that the refusal stands beside its field.</summary>
    public static JsonObject Body(IReadOnlyList<YearFinding> findings, Form form) => new()
    {
        ["reasons"] = new JsonArray([.. findings.Select(each => new JsonObject
        {
            ["year"] = each.Year, ["finding"] = each.Finding.Name, ["reason"] = form[At(each)].Trim(),
        })]),
    };

    /// <summary>The refusal with its errors at the places of the form instead of those of the body.</summary>
    public static Problem? Placed(Problem? problem, IReadOnlyList<YearFinding> findings) =>
        problem is null ? null : problem with { Errors = [.. problem.Errors.Select(error => error with { Pointer = Placed(error.Pointer, findings) })] };

    private static string Placed(string pointer, IReadOnlyList<YearFinding> findings) =>
        pointer.StartsWith(List, StringComparison.Ordinal)
        && int.TryParse(pointer[List.Length..].Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < findings.Count
            ? At(findings[number])
            : pointer;
}
