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
        Description = "The figures, as registry indicator writes them; those of several intakes and formulas may stand in one file.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Counts = new("--counts")
    {
        Description = "The counts that the figures rest on, and must follow from: a figure of which traces are pending (line 1.5) is then marked as "
            + "provisional. Without them none is, and a warning says so.",
        HelpName = "FILE",
    };

    private static readonly Choice<SdmxFormat> Format = Choices.Of("--format", "The message's format.", Enum.GetValues<SdmxFormat>());

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
        IReadOnlyList<ReportedTable>? tables = null;
        if (SdmxCommand.Find(given) is not { } structure
            || InputFile.Read(given.GetRequiredValue(Figures), FigureFileReader.Read, errors) is not { } rows
            || (given.GetValue(Counts) is { } counts && (tables = CountsInput.Read(counts, errors)) is null))
        {
            return ExitCodes.Wrong;
        }

        if (tables is null)
            errors.WriteLine($"{given.GetRequiredValue(Figures)}: warning: without --counts it is not known where traces are pending, and no figure is marked as provisional (P).");
        else if (Told(FigureContradiction.Against(tables, rows), given.GetRequiredValue(Figures), errors))
            return ExitCodes.Wrong;
        var unsaid = rows.Select(row => (row.Intake, row.Variant)).Distinct().Select(kind => FigureObservations.CannotSay(structure, kind.Intake, kind.Variant));
        if (Told([.. unsaid.OfType<SdmxFinding>().Select(finding => finding.ToString())], given.GetRequiredValue(Figures), errors))
            return ExitCodes.Wrong;
        var observations = FigureObservations.Of(structure, rows, FigureObservations.PendingIn(tables ?? []));
        if (Told([.. SdmxCheck.Of(structure, observations).Select(finding => finding.ToString())], given.GetRequiredValue(Figures), errors))
            return ExitCodes.Wrong;

        var now = TimeProvider.System.GetUtcNow();
        var envelope = new SdmxEnvelope(
            string.Create(CultureInfo.InvariantCulture, $"VC_ARM_SZTRACE-{now:yyyyMMddHHmmss}"), now, given.GetRequiredValue(Sender), given.GetValue(Test));
        try
        {
            using var output = given.GetValue(Output) is { } file ? file.Create() : Console.OpenStandardOutput();
            SdmxWriter.Write(output, given.Chosen(Format), structure, observations, envelope);
            return ExitCodes.Right;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{given.GetValue(Output)}: cannot be written: {e.Message}");
            return ExitCodes.Wrong;
        }
    }

    private static bool Told(IReadOnlyList<string> wrong, string path, TextWriter errors)
    {
        foreach (var one in wrong)
            errors.WriteLine($"{path}: {one}");
        return wrong.Count > 0;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,60}\z")]
    private static partial Regex SenderId();
}
