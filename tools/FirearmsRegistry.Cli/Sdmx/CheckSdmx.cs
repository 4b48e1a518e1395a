using System.CommandLine;
using System.Text;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Metadata;
using FirearmsRegistry.Indicators.Sdmx.Reading;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Cli.Sdmx;

/// <summary><c>registry sdmx check</c>.</summary>
internal static class CheckSdmx
{
    private static readonly Argument<string> Message = new("FILE")
    {
        Description = "A message: SDMX-CSV 1.0 or 2.0, SDMX-ML 2.1 (generic time series), SDMX-JSON 2.0.",
    };

    private static readonly Option<bool> Metadata = new("--metadata")
    {
        Description = "The file is the reference metadata of a country, as those in schemas/sdmx/reference-metadata.",
    };

    public static Command Create()
    {
        var command = new Command("check",
            "Checks what schemas do not: every dimension once, codes in their lists, the content constraint, States' areas, mandatory attributes, labels "
            + "of custom breakdowns, percentages that fit their status, no key twice. Each finding has its place, the component, the reason and the "
            + "rule's code. Exits with 2 when anything is wrong, or the file cannot be read.")
        {
            Message, Metadata, SdmxCommand.StructureVersion, SdmxCommand.Structures,
        };
        command.SetAction(Check);
        return command;
    }

    private static int Check(ParseResult given)
    {
        var (output, path) = (given.InvocationConfiguration.Output, given.GetRequiredValue(Message));
        if (SdmxCommand.Find(given) is not { } structure || Text(path, given.InvocationConfiguration.Error) is not { } text)
            return ExitCodes.Wrong;
        var (what, findings) = given.GetValue(Metadata) ? OfMetadata(text, structure) : OfMessage(text, structure);
        foreach (var finding in findings)
            output.WriteLine($"{path}: {finding}");
        output.WriteLine(FormattableString.Invariant($"{path}: {what}, {findings.Count} findings."));
        return findings.Count == 0 ? ExitCodes.Right : ExitCodes.Wrong;
    }

    private static (string What, IReadOnlyList<SdmxFinding> Findings) OfMessage(string text, SdmxStructure structure)
    {
        var reading = SdmxReader.Read(text, structure);
        return (FormattableString.Invariant($"{reading.Format}, checked as {structure.DataflowReference}: {reading.Observations.Count} observations"),
            [.. reading.Findings, .. SdmxCheck.Of(structure, reading.Observations)]);
    }

    private static (string What, IReadOnlyList<SdmxFinding> Findings) OfMetadata(string text, SdmxStructure structure)
    {
        var (metadata, findings) = ReferenceMetadata.Read(text, structure);
        return (FormattableString.Invariant($"reference metadata: {metadata?.Concepts.Count ?? 0} concepts"), findings);
    }

    private static string? Text(string path, TextWriter errors)
    {
        try
        {
            // The length of a pipe is not known before it was read.
            using var file = InputFile.Open(path);
            var (text, buffer) = (new StringBuilder(), new char[64 * 1024]);
            while (file.ReadBlock(buffer) is > 0 and var read)
            {
                if (text.Length + read > SdmxReader.Most)
                {
                    errors.WriteLine($"{path}: the message is larger than {SdmxReader.Most / (1024 * 1024)} MiB.");
                    return null;
                }

                text.Append(buffer, 0, read);
            }

            return text.ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.WriteLine($"{path}: cannot be read: {e.Message}");
        }

        return null;
    }
}
