using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FirearmsRegistry.Marks.NationalNumbers;

namespace FirearmsRegistry.Cli.Numbers;

/// <summary><c>registry number next</c>.</summary>
internal static class NextNumbers
{
    private const int Most = 10_000;

    private static readonly Option<string> After = new("--after")
    {
        Description = "The number to go on from.",
        HelpName = "NUMBER",
        Required = true,
    };

    private static readonly Option<int> Count = new("--count")
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"How many numbers, 1 to {Most}."),
        HelpName = "N",
        DefaultValueFactory = _ => 1,
        CustomParser = ReadCount,
    };

    public static Command Create()
    {
        var command = new Command("next",
            "Computes the numbers that follow a number in its series. It issues none: only the registry does. Writes one line of JSON for "
            + "each to the output, and the running numbers left out (check characters with I, O or Q) to the error output. "
            + "Exits with 2 when the number is wrong or the series ends before.")
        {
            After,
            Count,
        };
        command.SetAction(Compute);
        return command;
    }

    private static int ReadCount(ArgumentResult given)
    {
        if (int.TryParse(given.Tokens.Single().Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Most)
            return count;
        given.AddError(string.Create(CultureInfo.InvariantCulture, $"--count must be a whole number from 1 to {Most}."));
        return 0;
    }

    private static int Compute(ParseResult given)
    {
        var (output, errors) = (given.InvocationConfiguration.Output, given.InvocationConfiguration.Error);
        var text = given.GetRequiredValue(After);
        if (!NationalNumber.Parse(text).TryGet(out var parsed, out var fault))
        {
            errors.WriteJsonLine(NumberLine.Of(text, fault));
            return ExitCodes.Wrong;
        }

        var (series, running) = (parsed.Series, parsed.Running);
        for (var left = given.GetValue(Count); left > 0; left--)
        {
            var next = NumberSequence.NextAfter(series, running);
            foreach (var skipped in next.Skipped)
            {
                errors.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"skipped {series}{skipped.Running:0000000}: check characters {skipped.Check}"));
            }

            if (next.Number is not { } number)
            {
                errors.WriteLine($"The series {series} ends here.");
                return ExitCodes.Wrong;
            }

            output.WriteJsonLine(NumberLine.Of(null, number));
            running = number.Running;
        }

        return ExitCodes.Right;
    }
}
