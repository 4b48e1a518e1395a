using System.Text.Json;
using System.Text.Json.Serialization;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Sdmx.Metadata;

/// <summary>What a State says once of its figures and ships with them: the concepts of the SDG's metadata structure, as texts.</summary>
/// <param name="Structure">The metadata structure: <c>IAEG-SDGs:SDG_MSD(1.0)</c>.</param>
/// <param name="Report">The report in it.</param>
/// <param name="Target">Of what it speaks: series, reporting type and area.</param>
/// <param name="Language">The language of the texts.</param>
/// <param name="Concepts">The texts by the ids of their concepts.</param>
public sealed record ReferenceMetadata(
    string Structure,
    string Report,
    IReadOnlyDictionary<string, string> Target,
    string Language,
    IReadOnlyDictionary<string, string> Concepts)
{
    private const string Place = "metadata";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly MetadataStructureFile Definition = ReadDefinition();

    /// <summary>Reads a State's metadata and holds it against the metadata structure and the code lists; null where it is none.</summary>
    public static (ReferenceMetadata? Metadata, IReadOnlyList<SdmxFinding> Findings) Read(string text, SdmxStructure structure)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(structure);
        try
        {
            return JsonSerializer.Deserialize<ReferenceMetadata>(text, Options) is { } metadata
                ? (metadata, [.. Check(metadata, structure)])
                : (null, [new(Place, null, SdmxRule.Malformed, "The file is empty.")]);
        }
        catch (JsonException e)
        {
            return (null, [new(FormattableString.Invariant($"line {e.LineNumber + 1}"), e.Path, SdmxRule.Malformed, "This is no reference metadata.")]);
        }
    }

    /// <summary>What came with the program for a State; null where nothing did.</summary>
    public static string? BuiltIn(CountryCode country)
    {
        using var file = typeof(ReferenceMetadata).Assembly.GetManifestResourceStream($"reference-metadata/{country.Alpha3}.json");
        if (file is null)
            return null;
        using var text = new StreamReader(file);
        return text.ReadToEnd();
    }

    /// <summary>Whether it speaks of the figures of a State.</summary>
    public bool IsOf(CountryCode country) =>
        Target.GetValueOrDefault(SdmxStructure.Area) == country.M49?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same with its parts in the order of their names, so that the same words are always the same bytes.</summary>
    internal ReferenceMetadata InOrder() => this with { Target = Sorted(Target), Concepts = Sorted(Concepts) };

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> texts) =>
        new(texts.ToDictionary(text => text.Key, text => text.Value), StringComparer.Ordinal);

    private static IEnumerable<SdmxFinding> Check(ReferenceMetadata metadata, SdmxStructure structure)
    {
        var reference = $"{Definition.Agency}:{Definition.Id}({Definition.Version})";
        if (metadata.Structure != reference || metadata.Report != Definition.Report)
            yield return new(Place, null, SdmxRule.OtherStructure, $"It is of {metadata.Structure}, {metadata.Report}; it is checked as {reference}, {Definition.Report}.");
        foreach (var part in Definition.Target.Union(metadata.Target.Keys))
        {
            var list = structure.Dimensions.FirstOrDefault(dimension => dimension.Id == part)?.CodeList;
            if (!Definition.Target.Contains(part))
                yield return new(Place, part, SdmxRule.ComponentUnknown, "The target has no such part.");
            else if (list is null || metadata.Target.GetValueOrDefault(part) is not { } code || !structure.CodeLists[list].Codes.ContainsKey(code))
                yield return new(Place, part, SdmxRule.CodeUnknown, $"{Shown.Of(metadata.Target.GetValueOrDefault(part))} is no code of {list}.");
            else if (structure.Allowed(metadata.Target.GetValueOrDefault(SdmxStructure.Series), part) is { } allowed && !allowed.Values.Contains(code))
                yield return new(Place, part, SdmxRule.CodeNotAllowed, $"{Shown.Of(code)} is not allowed by {allowed.Rule}; it must be {string.Join(" or ", allowed.Values)}.");
        }

        foreach (var concept in Definition.Concepts.Where(concept => concept.Needed && string.IsNullOrWhiteSpace(metadata.Concepts.GetValueOrDefault(concept.Id))))
            yield return new(Place, concept.Id, SdmxRule.ComponentMissing, $"{concept.Name} must be said.");
        foreach (var unknown in metadata.Concepts.Keys.Except(Definition.Concepts.Select(concept => concept.Id)))
            yield return new(Place, unknown, SdmxRule.ComponentUnknown, $"{reference} has no such concept.");
    }

    private static MetadataStructureFile ReadDefinition()
    {
        using var file = typeof(ReferenceMetadata).Assembly.GetManifestResourceStream("sdmx/sdg-msd-1.0.json")
            ?? throw new InvalidOperationException("The metadata structure is not in the assembly.");
        return JsonSerializer.Deserialize<MetadataStructureFile>(file, Options)!;
    }
}

/// <summary>A metadata structure as its file says it.</summary>
internal sealed record MetadataStructureFile(
    string Source,
    string Agency,
    string Id,
    string Version,
    string Report,
    IReadOnlyList<string> Target,
    IReadOnlyList<MetadataConcept> Concepts);

/// <summary>A concept of a metadata structure.</summary>
internal sealed record MetadataConcept(string Id, string Name, bool Needed);
