using System.CommandLine;

namespace FirearmsRegistry.Cli.Numbers;

/// <summary><c>registry number</c>.</summary>
internal static class NumberCommand
{
    public static Command Create() => new("number", "National numbers, CC YY L NNNNNNN KK.")
    {
        CheckNumbers.Create(),
        NextNumbers.Create(),
    };
}
