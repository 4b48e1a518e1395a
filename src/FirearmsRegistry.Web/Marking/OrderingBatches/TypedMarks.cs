using System.Globalization;
using System.Text.RegularExpressions;
using FirearmsRegistry.Registry.MarkingJobs.Batching;

namespace FirearmsRegistry.Web.Marking.OrderingBatches;

/// <summary>
/// The marks of many arms as people type or paste them: one a line, or the first and the last of a run of serials with two points between them
/// (<c>A0001..A0250</c>). A run that is longer than a batch, or ends before it begins, is left as it stands: no arm has it.
/// </summary>
internal static partial class TypedMarks
{
    public static IReadOnlyList<string> Of(string text) =>
        [.. text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Marks).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Marks(string line)
    {
        if (Run().Match(line) is not { Success: true } run || (run.Groups["again"].Length > 0 && run.Groups["again"].Value != run.Groups["head"].Value))
            return [line];
        var (first, last) = (Number(run.Groups["first"]), Number(run.Groups["last"]));
        if (last < first || last - first >= OrderMarkingBatchEndpoint.Most)
            return [line];
        var digits = new string('0', run.Groups["first"].Length);
        return Enumerable.Range(first, last - first + 1).Select(each => run.Groups["head"].Value + each.ToString(digits, CultureInfo.InvariantCulture));
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<head>.*?)(?<first>[0-9]{1,9})\s*(?:\.\.|…)\s*(?<again>.*?)(?<last>[0-9]{1,9})$")]
    private static partial Regex Run();
}
