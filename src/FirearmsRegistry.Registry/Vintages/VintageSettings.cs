using System.Text.RegularExpressions;
using FirearmsRegistry.Indicators.Sdmx.Metadata;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Vintages;

/// <summary>How vintages are sent (section <c>Registry:Sdmx</c>).</summary>
/// <param name="Structures">The versions of the data structure: those of the directory <c>Structures</c>, or those built in.</param>
/// <param name="StructureVersion">The version in which new vintages are sent; the newest unless <c>StructureVersion</c> says another.</param>
/// <param name="Sender">The id of the office that sends them (<c>Sender</c>).</param>
/// <param name="MetadataFile">The file of the State's reference metadata (<c>ReferenceMetadata</c>); null where those that came with the program are meant.</param>
/// <param name="Country">The State.</param>
internal sealed partial record VintageSettings(SdmxStructures Structures, string StructureVersion, string Sender, string? MetadataFile, CountryCode Country)
{
    public static VintageSettings From(IConfiguration configuration, RegistryCountry country)
    {
        var sdmx = configuration.GetSection("Registry:Sdmx");
        var structures = sdmx["Structures"] is { Length: > 0 } directory ? SdmxStructures.In(new DirectoryInfo(directory)) : SdmxStructures.BuiltIn;
        var version = sdmx["StructureVersion"] ?? (structures.Versions is [.., var newest] ? newest : "");
        var sender = sdmx["Sender"] ?? $"{country.Code}_NSO";
        if (!structures.Versions.Contains(version))
            throw new InvalidOperationException($"Registry:Sdmx:StructureVersion is {version}; there are: {string.Join(", ", structures.Versions)}.");
        return SenderId().IsMatch(sender)
            ? new VintageSettings(structures, version, sender, sdmx["ReferenceMetadata"], country.Code)
            : throw new InvalidOperationException("Registry:Sdmx:Sender must have 1 to 60 letters, digits, hyphens and underscores.");
    }

    /// <summary>The structure in which a vintage is sent.</summary>
    /// <exception cref="InvalidOperationException">The configuration lacks it since.</exception>
    public SdmxStructure StructureOf(string version) => Structures.Find(version)
        ?? throw new InvalidOperationException($"The data structure {version}, in which a vintage is sent, is not configured any more.");

    /// <summary>The State's reference metadata, held against the metadata structure; null where there are none, and refused where they break a rule.</summary>
    public async Task<Result<ReferenceMetadata?>> MetadataAsync(string structureVersion, CancellationToken token)
    {
        string? text;
        try
        {
            text = MetadataFile is null ? ReferenceMetadata.BuiltIn(Country) : await File.ReadAllTextAsync(MetadataFile, token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return VintageErrors.MetadataWrong(["The file cannot be read."]);
        }

        if (text is null)
            return Result.Of<ReferenceMetadata?>(null);
        var (metadata, findings) = ReferenceMetadata.Read(text, StructureOf(structureVersion));
        if (findings.Count > 0)
            return VintageErrors.MetadataWrong([.. findings.Select(finding => finding.ToString())]);
        return metadata!.IsOf(Country) ? metadata : VintageErrors.MetadataWrong([$"They speak of another area than {Country}."]);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,60}\z")]
    private static partial Regex SenderId();
}
