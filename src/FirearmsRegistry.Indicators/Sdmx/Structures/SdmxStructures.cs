using System.Text.Json;
using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Sdmx.Structures;

/// <summary>The versions of the data structure that are configured: the files of <c>schemas/sdmx</c>, or those of a directory.</summary>
/// <remarks>A version is the file <c>sdg-VERSION.json</c>, which names the file of its code lists beside it.</remarks>
public sealed class SdmxStructures
{
    private const string Prefix = "sdg-";
    private const string Suffix = ".json";
    private const string Resources = "sdmx/";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new SnakeCaseEnumConverter() },
    };

    private readonly Func<string, Stream?> _open;

    private SdmxStructures(IReadOnlyList<string> versions, Func<string, Stream?> open)
    {
        (Versions, _open) = (versions, open);
    }

    /// <summary>Those that came with the program.</summary>
    public static SdmxStructures BuiltIn { get; } = new(
        VersionsOf(typeof(SdmxStructures).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Select(name => name[Resources.Length..])),
        name => typeof(SdmxStructures).Assembly.GetManifestResourceStream(Resources + name));

    /// <summary>The versions there are.</summary>
    public IReadOnlyList<string> Versions { get; }

    /// <summary>Those of a directory, read when they are asked for.</summary>
    public static SdmxStructures In(DirectoryInfo directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return new(
            VersionsOf(directory.EnumerateFiles().Select(file => file.Name)),
            name => Path.GetFileName(name) == name && File.Exists(Path.Combine(directory.FullName, name))
                ? File.OpenRead(Path.Combine(directory.FullName, name))
                : null);
    }

    /// <summary>Reads a version; null where there is none.</summary>
    /// <exception cref="InvalidDataException">The file, or that of its code lists, is not what it should be.</exception>
    public SdmxStructure? Find(string version)
    {
        if (!Versions.Contains(version))
            return null;
        var structure = Read<StructureFile>(Prefix + version + Suffix);
        var lists = Read<CodeListsFile>(structure.CodeListFile).CodeLists;
        var missing = structure.Dimensions.Concat(structure.Attributes).Select(component => component.CodeList).OfType<string>()
            .FirstOrDefault(list => !lists.ContainsKey(list));
        if (missing is not null)
            throw new InvalidDataException($"{structure.CodeListFile} does not hold the code list {missing}.");
        var breakdowns = structure.Breakdowns ?? [];
        return breakdowns.DistinctBy(each => each.Code).Count() == breakdowns.Count
            && breakdowns.DistinctBy(each => (each.Intake, each.Variant)).Count() == breakdowns.Count
            ? new SdmxStructure(structure, lists)
            : throw new InvalidDataException($"{Prefix}{version}{Suffix} gives a code, or a kind of figures, to two breakdowns.");
    }

    // Files of code lists and metadata are named sdg-codes-… and sdg-msd-…: only versions begin with a digit. 1.9 comes before 1.22.
    private static string[] VersionsOf(IEnumerable<string> names) =>
        [.. names
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Where(version => version is [>= '0' and <= '9', ..])
            .OrderBy(version => System.Version.TryParse(version, out var number) ? number : null)
            .ThenBy(version => version, StringComparer.Ordinal)];

    private T Read<T>(string name)
    {
        using var file = _open(name) ?? throw new InvalidDataException($"There is no file {name}.");
        try
        {
            return JsonSerializer.Deserialize<T>(file, Options) ?? throw new InvalidDataException($"{name} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name}: {e.Message}", e);
        }
    }
}
