using System.CommandLine;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Cli.Sdmx;

/// <summary><c>registry sdmx</c>.</summary>
internal static class SdmxCommand
{
    public static readonly Option<string> StructureVersion = new("--structure-version")
    {
        Description = $"The version of the data structure. Built in: {string.Join(", ", SdmxStructures.BuiltIn.Versions)}.",
        HelpName = "VERSION",
        DefaultValueFactory = _ => SdmxStructures.BuiltIn.Versions[^1],
    };

    public static readonly Option<DirectoryInfo?> Structures = new("--structures")
    {
        Description = "A directory with files of data structures (sdg-VERSION.json and their code lists), instead of those built in.",
        HelpName = "DIRECTORY",
    };

    public static Command Create() => new("sdmx", "Messages of the series VC_ARM_SZTRACE for statistics offices.")
    {
        WriteSdmx.Create(),
        CheckSdmx.Create(),
    };

    /// <summary>The structure asked for; null where it cannot be had, which then has been said.</summary>
    public static SdmxStructure? Find(ParseResult given)
    {
        var (errors, version) = (given.InvocationConfiguration.Error, given.GetRequiredValue(StructureVersion));
        try
        {
            var structures = given.GetValue(Structures) is { } directory ? SdmxStructures.In(directory) : SdmxStructures.BuiltIn;
            if (structures.Find(version) is { } structure)
                return structure;
            errors.WriteLine($"There is no data structure of version {version}; there are: {string.Join(", ", structures.Versions)}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.WriteLine($"The data structure cannot be read: {e.Message}");
        }

        return null;
    }
}
