using System.CommandLine;
using FirearmsRegistry.Marks.NationalNumbers;

namespace FirearmsRegistry.Cli.Numbers;

/// <summary><c>registry number check</c>.</summary>
internal static class CheckNumbers
{
    private static readonly Argument<string[]> Numbers = new("NUMBER")
    {
        Description = "The numbers, with or without spaces, in any letter case; put those with spaces in quotes.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new Command("check",
            "Reads numbers and checks their check characters (ISO/IEC 7064 MOD 1271-36). Writes one line of JSON for each. "
            + "A right number need not have been issued. Exits with 2 when any is wrong.")
        {
            Numbers,
        };
        command.SetAction(Check);
        return command;
    }

    private static int Check(ParseResult given)
    {
        var exit = ExitCodes.Right;
        foreach (var text in given.GetRequiredValue(Numbers))
        {
            var parsed = NationalNumber.Parse(text);
            if (!parsed.IsOk)
                exit = ExitCodes.Wrong;
            given.InvocationConfiguration.Output.WriteJsonLine(
                parsed.Match(number => NumberLine.Of(text, number), fault => NumberLine.Of(text, fault)));
        }

        return exit;
    }
}
