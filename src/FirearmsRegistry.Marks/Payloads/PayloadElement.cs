using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Payloads.Identifiers;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>One identifier with its value, kept exactly: never trimmed, never normalised.</summary>
public sealed record PayloadElement
{
    private PayloadElement(ElementSyntax syntax, ElementRule rule, string value)
    {
        Syntax = syntax;
        Rule = rule;
        Value = value;
    }

    /// <summary>The vocabulary of the identifier.</summary>
    public ElementSyntax Syntax { get; }

    /// <summary>The identifier, for example <c>25S</c>, <c>01</c> or <c>SER</c>.</summary>
    public string Identifier => Rule.Identifier;

    /// <summary>The value.</summary>
    public string Value { get; }

    /// <summary>The identifier and the value as they stand in a payload.</summary>
    internal string Text => Identifier + IdentifierTable.Gap(Syntax) + Value;

    internal ElementRule Rule { get; }

    /// <summary>Makes an element. The fault's place counts from the value's first character.</summary>
    public static Parsed<PayloadElement> Of(ElementSyntax syntax, string? identifier, string? value)
    {
        // The whole text decides what the identifier is: "1" with the value "8S…" would be read back as "18S".
        var text = identifier + IdentifierTable.Gap(syntax) + value;
        var found = IdentifierTable.Find(syntax, text);
        return found is null || found.Rule.Identifier != identifier ? PayloadFaults.IdentifierUnknown(syntax, 0) : Of(syntax, found.Rule, value ?? "");
    }

    internal static Parsed<PayloadElement> Of(ElementSyntax syntax, ElementRule rule, string value) =>
        rule.Check(value) is { } fault ? fault : new PayloadElement(syntax, rule, value);

    /// <summary>Whether the syntax, the identifier and the value are the same.</summary>
    public bool Equals(PayloadElement? other) =>
        other is not null && Syntax == other.Syntax && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <summary>The hash of what <see cref="Equals(PayloadElement)"/> compares.</summary>
    public override int GetHashCode() => HashCode.Combine(Syntax, string.GetHashCode(Text, StringComparison.Ordinal));
}
