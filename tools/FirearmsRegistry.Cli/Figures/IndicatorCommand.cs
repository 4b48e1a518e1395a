using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Cli.Figures;

/// <summary><c>registry indicator</c>.</summary>
internal static class IndicatorCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Option<string> Counts = new("--counts")
    {
        Description = "The tracing tables (IAFQ 5.1 to 5.3), one a line: " + string.Join(',', CountsFile.Columns) + ". Empty is not reported. "
            + "Or the counts that UNODC publishes, saved as separated text in their own layout.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Choice<IndicatorVariant> Variant = Choices.Of("--variant", "The formula.",
        [IndicatorVariant.PotentiallyTraceable, IndicatorVariant.MetadataLiteral, IndicatorVariant.UniquelyIdentifiable]);

    private static readonly Choice<FigureIntake> Intake = Choices.Of("--intake", "Whose arms; all adds them up.", Enum.GetValues<FigureIntake>());

    private static readonly Choice<TwoYear> TwoYears = Choices.Of("--two-year",
        "mean: of the percentages of a year and the next; pooled: the counts of a year and the one before.", Enum.GetValues<TwoYear>());

    private static readonly Choice<OutputFormat> Format = Choices.Of("--format", "What to write.", Enum.GetValues<OutputFormat>());

    private enum OutputFormat
    {
        Csv,
        Json,
    }

    public static Command Create()
    {
        var command = new Command("indicator",
            "Computes SDG indicator 16.4.2 from reported counts, one row per country and year. What does not add up is told on the error "
            + "output. Exits with 2, and writes nothing, when the file cannot be read whole.")
        {
            Counts, Variant, Intake, TwoYears, Format,
        };
        command.SetAction(Compute);
        return command;
    }

    private static int Compute(ParseResult given)
    {
        var output = given.InvocationConfiguration.Output;
        if (CountsInput.Read(given.GetRequiredValue(Counts), given.InvocationConfiguration.Error) is not { } tables)
            return ExitCodes.Wrong;
        var rows = FigureRows.Compute(tables, given.Chosen(Intake), given.Chosen(Variant), given.Chosen(TwoYears));
        if (given.Chosen(Format) is OutputFormat.Csv)
            FigureFile.Write(output, rows);
        else
            output.Write(JsonSerializer.Serialize(rows.Select(FigureLine.Of), Json) + "\n");
        return ExitCodes.Right;
    }
}
