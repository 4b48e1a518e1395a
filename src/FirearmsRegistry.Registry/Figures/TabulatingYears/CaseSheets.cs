using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>The sheets of a workbook that have a row for each case or partner.</summary>
internal static class CaseSheets
{
    public static IReadOnlyList<Dictionary<string, object?>> TraceRequests(YearTables year) =>
    [
        .. year.TraceRequests.Select(request => new Dictionary<string, object?>
        {
            ["kind"] = Codes.Of(request.Kind),
            ["country"] = request.Country.Alpha3,
            ["partner"] = request.PartnerId.ToString(),
            ["channel"] = Codes.Of(request.Channel),
            ["sent"] = request.Sent,
            ["replied"] = request.Replied,
            ["answered"] = request.Answered,
            ["positive"] = request.Positive,
            ["median_days"] = request.MedianDays,
        }),
    ];

    public static IReadOnlyList<Dictionary<string, object?>> Significant(YearTables year) =>
    [
        .. year.SignificantSeizures.Select(seizure => new Dictionary<string, object?>
        {
            ["case_reference"] = seizure.CaseReference,
            ["occurred_on"] = seizure.OccurredOn.ToString(),
            ["location"] = Codes.Of(seizure.LocationKind),
            ["arms"] = seizure.Arms,
            ["types"] = Counts(seizure.Types),
            ["parts"] = seizure.Parts,
            ["rounds"] = seizure.Rounds,
            ["departure"] = Text(seizure.Route.Departure),
            ["transit"] = seizure.Route.Transit.Match(countries => string.Join(", ", countries), () => "none", () => "unknown"),
            ["destination"] = Text(seizure.Route.Destination),
            ["transport"] = seizure.Transport.Match(Codes.Of, () => "none", () => "unknown"),
            ["outcomes"] = Counts(seizure.Lines),
        }),
    ];

    private static string Counts(IReadOnlyDictionary<string, long> counts) => string.Join(", ", counts.Select(count => $"{count.Key}: {count.Value}"));

    private static string Text<T>(Known<T> value)
        where T : notnull => value.ToString();
}
