using System.Text.Json;

namespace FirearmsRegistry.Marks.Parsing;

/// <summary>A JSON value that breaks the rule of its type. The message is the rule; <see cref="JsonException.Path"/> tells where.</summary>
public sealed class FaultJsonException : JsonException
{
    /// <summary>A value that breaks a rule.</summary>
    public FaultJsonException(Fault fault, string? seen)
        : base((fault ?? throw new ArgumentNullException(nameof(fault))).Rule)
    {
        Fault = fault;
        Seen = seen;
    }

    /// <summary>The rule, its source and a suggestion.</summary>
    public Fault Fault { get; }

    /// <summary>The text that was seen; none where the JSON value was not a text.</summary>
    public string? Seen { get; }
}
