using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Vintages;

/// <summary>The label by which readers cite a vintage, such as <c>ESP-2020-1</c>. It is given once and never to another vintage.</summary>
[JsonConverter(typeof(ParsedJsonConverter<VintageLabel>))]
public readonly partial record struct VintageLabel : IParsableWord<VintageLabel>
{
    private static readonly Fault Broken = new("A label has 1 to 40 letters A to Z, digits, dots and hyphens, and begins and ends with a letter or digit.");

    private readonly string? _label;

    private VintageLabel(string label) => _label = label;

    /// <summary>Reads a label; nothing is changed.</summary>
    public static Parsed<VintageLabel> Parse(string? text) => text is not null && Form().IsMatch(text) ? new VintageLabel(text) : Broken;

    /// <inheritdoc/>
    public override string ToString() => _label ?? throw new InvalidOperationException("This label was never set.");

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9.-]{0,38}[A-Za-z0-9])?\z")]
    private static partial Regex Form();
}
