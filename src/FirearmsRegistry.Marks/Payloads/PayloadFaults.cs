using System.Globalization;

using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Payloads.Identifiers;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>The refusals of payloads. Their names are a contract.</summary>
internal static class PayloadFaults
{
    private const string Envelopes = "ISO/IEC 15434";

    public static Fault Empty() => Named("payload-empty", 0, "There is no text to read.");

    public static Fault TooLong() =>
        Named("payload-too-long", Payload.MaxLength,
            string.Create(CultureInfo.InvariantCulture, $"No symbol carries more than {Payload.MaxLength} characters."));

    public static Fault SyntaxUnknown(int at) =>
        Named("payload-syntax-unknown", at, "A payload is an envelope that begins with [)>, a GS1 element string or a national number.");

    public static Fault SymbologyBroken(int at) =>
        Named("symbology-identifier-broken", at, "A symbology identifier is ], a letter and a letter or digit, for example ]d1.", "ISO/IEC 15424");

    public static Fault NotGs1Symbol(int at) =>
        Named("symbol-not-gs1", at, "The symbol's identifier says that it holds no GS1 elements.", "ISO/IEC 15424");

    public static Fault HeaderBroken(int at) => Named("envelope-header-broken", at, "An envelope begins with [)>, RS and two digits of its format.", Envelopes);

    public static Fault FormatUnknown(int at) => Named("envelope-format-unknown", at, "The formats read here are 05, 06 and 12.", Envelopes);

    public static Fault SeparatorMissing(int at) => Named("envelope-separator-missing", at, "A GS stands before each element of an envelope.", Envelopes);

    public static Fault SeparatorsLost(int at) => Named(
        "envelope-separators-lost", at,
        "The separators were lost, and the elements cannot be told apart for certain. Read the symbol with a reader that passes control characters on.",
        Envelopes);

    public static Fault TextAfterEnd(int at) => Named("envelope-continues-after-end", at, "Nothing follows the EOT that ends a message.", Envelopes);

    public static Fault NoElements(int at) => Named("envelope-without-elements", at, "An envelope holds at least one element.", Envelopes);

    public static Fault SyntaxesMixed() => new("The elements of an envelope or of a GS1 symbol are of one vocabulary.", Envelopes) { Name = "syntaxes-mixed" };

    public static Fault IdentifierUnknown(ElementSyntax syntax, int at) =>
        Named("identifier-unknown", at, $"An element begins with {IdentifierTable.Shape(syntax)}.", IdentifierTable.Source(syntax));

    public static Fault IdentifierRepeated(string identifier, ElementSyntax syntax, int at) =>
        Named("identifier-repeated", at, $"The element {identifier} stands only once.", IdentifierTable.Source(syntax));

    public static Fault ValueEmpty(string identifier, string source, int at) => Named("value-empty", at, $"A value follows {identifier}.", source);

    public static Fault ValueCharacter(string identifier, string allowed, string source, int at) =>
        Named("value-character", at, $"The value of {identifier} has {allowed} only.", source);

    public static Fault ValueLength(ElementRule rule, int at) => Named(
        "value-length",
        at,
        rule.Shortest == rule.Longest
            ? string.Create(CultureInfo.InvariantCulture, $"The value of {rule.Identifier} has {rule.Shortest} characters.")
            : string.Create(CultureInfo.InvariantCulture, $"The value of {rule.Identifier} has {rule.Shortest} to {rule.Longest} characters."),
        rule.Source);

    public static Fault ValueCheckDigit(string identifier, int at) => Named(
        "value-check-digit",
        at,
        $"The check digit of {identifier} does not fit: at least one digit was read or typed wrongly.",
        "GS1 General Specifications section 7.9");

    public static Fault ValueContent(string rule, string? source, int at) => Named("value-content", at, rule, source);

    public static Fault Number(Fault fault, int at) => fault with { Name = "national-number-invalid", At = at };

    public static Fault UiiIncomplete() => Whole("uii-incomplete", "The elements of no IUID construct are all there.");

    public static Fault UiiAmbiguous() => Whole("uii-ambiguous", "The elements give more than one unique item identifier.");

    public static Fault UiiLength() => Whole("uii-length", "A unique item identifier has 1 to 50 characters.", "MIL-STD-130N");

    public static Fault UiiCharacter(int at) => Named("uii-character", at, "A unique item identifier has A to Z, 0 to 9, - and / only.", "MIL-STD-130N");

    private static Fault Named(string name, int at, string rule, string? source = null) => new(rule, source) { Name = name, At = at };

    private static Fault Whole(string name, string rule, string source = "MIL-STD-130N table A-II") => new(rule, source) { Name = name };
}
