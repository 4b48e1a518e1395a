using System.CommandLine;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Cli;

/// <summary>An option that takes one of a few codes.</summary>
/// <remarks>The parser's own default would be shown by the name that the value has in this program, which is no code.</remarks>
internal sealed class Choice<T> : Option<T>
    where T : struct, Enum
{
    /// <summary>An option of which the first value is the default.</summary>
    public Choice(string name, string description, IReadOnlyList<T> values)
        : base(name)
    {
        var codes = string.Join(", ", values.Select(Codes.Of));
        Otherwise = values[0];
        Description = $"{description} {codes}; {Codes.Of(values[0])} by default.";
        HelpName = name[2..].ToUpperInvariant();
        CustomParser = given =>
        {
            if (Codes.TryParse<T>(given.Tokens.Single().Value, out var value) && values.Contains(value))
                return value;
            given.AddError($"{name} must be one of: {codes}.");
            return default;
        };
    }

    /// <summary>What is meant where nothing is said.</summary>
    public T Otherwise { get; }
}

/// <summary>Makes and reads choices.</summary>
internal static class Choices
{
    /// <summary>An option of which the first value is the default.</summary>
    public static Choice<T> Of<T>(string name, string description, IReadOnlyList<T> values)
        where T : struct, Enum => new(name, description, values);

    /// <summary>What was chosen, or the default.</summary>
    public static T Chosen<T>(this ParseResult given, Choice<T> choice)
        where T : struct, Enum => given.GetResult(choice) is null ? choice.Otherwise : given.GetValue(choice);
}
