using System.CommandLine;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Cli;

/// <summary>Options that take one of a few codes.</summary>
internal static class Choices
{
    /// <summary>An option of which the first value is the default.</summary>
    public static Option<T> Of<T>(string name, string description, IReadOnlyList<T> values)
        where T : struct, Enum
    {
        var codes = string.Join(", ", values.Select(Codes.Of));
        return new Option<T>(name)
        {
            Description = $"{description} {codes}; {Codes.Of(values[0])} by default.",
            HelpName = name[2..].ToUpperInvariant(),
            DefaultValueFactory = _ => values[0],
            CustomParser = given =>
            {
                if (Codes.TryParse<T>(given.Tokens.Single().Value, out var value) && values.Contains(value))
                    return value;
                given.AddError($"{name} must be one of: {codes}.");
                return default;
            },
        };
    }
}
