using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using FirearmsRegistry.Cli.Figures;
using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Sdmx;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Writing;

namespace FirearmsRegistry.Cli.Sdmx;

/// <summary><c>registry sdmx write</c>.</summary>
internal static partial class WriteSdmx
{
    private static readonly Option<string> Figures = new("--figures")
    {
        Description = "The figures, as registry indicator writes them.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Counts = new("--counts")
    {
        Description = "The counts that the figures rest on: a figure of which traces are pending (line 1.5) is then marked as provisional.",
        HelpName = "FILE",
    };

    private static readonly Option<SdmxFormat> Format = Choices.Of("--format", "The message's format.", Enum.GetValues<SdmxFormat>());

    private static readonly Option<string> Sender = new("--sender")
    {
        Description = "The id of the office that sends the message.",
        HelpName = "ID",
        DefaultValueFactory = _ => "XX_NSO",
    };

    private static readonly Option<bool> Test = new("--test") { Description = "The message says of itself that it is a test." };

    private static readonly Option<FileInfo?> Output = new("--output", "-o") { Description = "The file to write; the output where it is missing.", HelpName = "FILE" };

    public static Command Create()
    {
        Sender.Validators.Add(result =>
        {
            if (!SenderId().IsMatch(result.GetValueOrDefault<string>() ?? ""))
                result.AddError("--sender must have 1 to 60 letters, digits, hyphens and underscores.");
        });
        var command = new Command("write",
            "Writes figures as a message, after the check that registry sdmx check does. Exits with 2, and writes nothing, when anything is wrong.")
        {
            Figures, Counts, SdmxCommand.StructureVersion, SdmxCommand.Structures, Format, Sender, Test, Output,
        };
        command.SetAction(Write);
        return command;
    }

    private static int Write(ParseResult given)
    {
        var errors = given.InvocationConfiguration.Error;
        IReadOnlyList<ReportedTable>? tables = [];
        if (SdmxCommand.Find(given) is not { } structure
            || InputFile.Read(given.GetRequiredValue(Figures), FigureFileReader.Read, errors) is not { } rows
            || (given.GetValue(Counts) is { } counts && (tables = CountsInput.Read(counts, errors)) is null))
        {
            return ExitCodes.Wrong;
        }

        var observations = FigureObservations.Of(structure, rows, FigureObservations.PendingIn(tables));
        if (SdmxCheck.Of(structure, observations) is { Count: > 0 } findings)
        {
            foreach (var finding in findings)
                errors.WriteLine(finding);
            return ExitCodes.Wrong;
        }

        var now = TimeProvider.System.GetUtcNow();
        var envelope = new SdmxEnvelope(
            string.Create(CultureInfo.InvariantCulture, $"VC_ARM_SZTRACE-{now:yyyyMMddHHmmss}"), now, given.GetRequiredValue(Sender), given.GetValue(Test));
        using var output = given.GetValue(Output) is { } file ? file.Create() : Console.OpenStandardOutput();
        SdmxWriter.Write(output, given.GetValue(Format), structure, observations, envelope);
        return ExitCodes.Right;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,60}\z")]
    private static partial Regex SenderId();
}
