using System.Text.Json;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Server.Demo;

/// <summary>What Spain reported to UNODC for 2020 (IAFQ, file of 26 August 2024): the counts that the demo's records must give again.</summary>
internal sealed record PublishedCounts(
    int Year,
    int ArmsSeized,
    int Cases,
    int Parts,
    int Ammunition,
    IReadOnlyDictionary<string, int> PersonsArrestedOrSuspected,
    IReadOnlyDictionary<string, int> ByType,
    IReadOnlyDictionary<string, int> ByLocation,
    IReadOnlyDictionary<string, int> ByCondition,
    IReadOnlyDictionary<string, int> ByLegalJustification,
    IReadOnlyDictionary<string, int> ByMarking,
    IReadOnlyDictionary<string, int> BySuspectedOffence,
    IReadOnlyDictionary<string, int> ByOutcomeLine,
    IReadOnlyDictionary<string, PublishedFigure> Figures)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static PublishedCounts Load()
    {
        using var stream = typeof(PublishedCounts).Assembly.GetManifestResourceStream("spain-2020.json")!;
        return JsonSerializer.Deserialize<PublishedCounts>(stream, Options)!;
    }

    public int Of(ArmCondition condition) => ByCondition.GetValueOrDefault(Codes.Of(condition));

    public int Of(LocationKind location) => ByLocation.GetValueOrDefault(Codes.Of(location));

    public int Of(LegalJustification justification) => ByLegalJustification.GetValueOrDefault(Codes.Of(justification));

    public int Of(SuspectedOffence offence) => BySuspectedOffence.GetValueOrDefault(Codes.Of(offence));

    public int Of(IafqType type) => ByType.GetValueOrDefault(Codes.Of(type));

    public int Of(IafqMarking marking) => ByMarking.GetValueOrDefault(Codes.Of(marking));

    public int Of(OutcomeLine line) => ByOutcomeLine.GetValueOrDefault(line.Code());
}

/// <summary>One of the three variants as it follows from the published counts.</summary>
internal sealed record PublishedFigure(int Numerator, int Denominator, decimal Percent);
