using System.Text.Json.Nodes;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

/// <summary>The counts that Spain reported for 2020, and rows with exactly these marginals.</summary>
internal static class Spain2020
{
    private static readonly Dictionary<string, string> MarkingAsFound = new()
    {
        ["uniquely_marked"] = "uniquely_marked",
        ["altered_marking"] = "altered",
        ["no_marking"] = "erased",
        ["unknown"] = "unknown",
    };

    public static JsonNode Published { get; } =
        JsonNode.Parse(File.ReadAllText(RepositoryRoot.Below("tests", "fixtures", "iafq", "spain-2020.json")))!;

    public static IEnumerable<FactRows> Rows()
    {
        var arms = Published["armsSeized"]!.GetValue<int>();
        var cases = Enumerable.Range(0, Published["cases"]!.GetValue<int>()).Select(_ => Guid.CreateVersion7()).ToArray();
        var types = Spread("byType");
        var places = Spread("byLocation");
        var conditions = Spread("byCondition");
        var justifications = Spread("byLegalJustification");
        var markings = Spread("byMarking");
        var lines = Spread("byOutcomeLine");
        var offences = Spread("bySuspectedOffence");
        for (var i = 0; i < arms; i++)
        {
            yield return new FactRows(2020)
            {
                Seizure = cases[i % cases.Length],
                Type = types[i],
                Location = places[i],
                Condition = conditions[i],
                Justification = justifications[i],
                Marking = MarkingAsFound[markings[i]],
                Line = lines[i],
                Offences = i < offences.Length ? [offences[i]] : [],
            };
        }

        yield return new FactRows(2020) { Kind = "part", Type = null, Condition = null, Marking = null, Line = null, Quantity = Count("parts") };
        yield return new FactRows(2020) { Kind = "ammunition", Type = null, Condition = null, Marking = null, Line = null, Quantity = Count("ammunition") };
    }

    public static int Count(string member) => Published[member]!.GetValue<int>();

    private static string[] Spread(string table) =>
        [.. Published[table]!.AsObject().SelectMany(cell => Enumerable.Repeat(cell.Key, cell.Value!.GetValue<int>()))];
}
