using System.Security.Cryptography;
using System.Text.Json;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Indicators.Vintages;

/// <summary>A published, frozen set of figures with a digest over everything that it says.</summary>
public sealed class FrozenVintage
{
    // What is derived is left out, so that a sum added to a type later does not change the bytes of what is published.
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        Converters = { new SnakeCaseEnumConverter() },
        IgnoreReadOnlyProperties = true,
    };

    private FrozenVintage(VintageContent content)
    {
        Content = content;
        CanonicalBytes = JsonSerializer.SerializeToUtf8Bytes(content, Canonical);
        Digest = Convert.ToHexStringLower(SHA256.HashData(CanonicalBytes.Span));
    }

    /// <summary>What it says, with figures, inputs and findings in their order.</summary>
    public VintageContent Content { get; }

    /// <summary>The content as bytes, the same for the same content: what is signed.</summary>
    public ReadOnlyMemory<byte> CanonicalBytes { get; }

    /// <summary>The SHA-256 of the bytes, in hexadecimal digits.</summary>
    public string Digest { get; }

    /// <summary>Freezes a content, or says why it cannot be published.</summary>
    public static Parsed<FrozenVintage> Freeze(VintageContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (string.IsNullOrWhiteSpace(content.Label))
            return new Fault("A vintage has a label.") { Name = "vintage-without-label" };
        if (content.Figures.Count == 0)
            return new Fault("A vintage holds at least one figure.") { Name = "vintage-without-figures" };
        if (content.Figures.CountBy(figure => figure.Key).FirstOrDefault(key => key.Value > 1) is { Key: { } twice })
            return new Fault($"The figure of {Text(twice)} stands twice.") { Name = "vintage-figure-twice" };
        if (content.Inputs.CountBy(input => input.Item).Any(item => item.Value > 1))
            return new Fault("An item stands twice among the inputs.") { Name = "vintage-input-twice" };
        return content.Findings.FirstOrDefault(each => string.IsNullOrWhiteSpace(each.Reason)) is { } without
            ? new Fault($"The check {without.Finding.Name} failed; publishing with it needs a written reason.") { Name = "vintage-finding-without-reason" }
            : new FrozenVintage(content with
            {
                Figures = [.. content.Figures.OrderBy(figure => figure.Key.Year).ThenBy(figure => figure.Key.Intake).ThenBy(figure => figure.Key.Variant)],
                Inputs = [.. content.Inputs.OrderBy(input => input.Item)],
                Metadata = content.Metadata?.InOrder(),
                Findings = [.. content.Findings.OrderBy(each => each.Year).ThenBy(each => each.Finding.Name, StringComparer.Ordinal)],
            });
    }

    /// <summary>Reads the bytes of a vintage that was frozen before.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those of a frozen vintage: it says something else when it is frozen again.</exception>
    public static FrozenVintage Read(ReadOnlyMemory<byte> bytes)
    {
        var again = JsonSerializer.Deserialize<VintageContent>(bytes.Span, Canonical) is { } content ? Freeze(content).GetOrThrow() : null;
        return again is not null && again.CanonicalBytes.Span.SequenceEqual(bytes.Span)
            ? again
            : throw new InvalidDataException("These are not the bytes of a frozen vintage.");
    }

    /// <summary>A figure; null where the vintage holds none of that key.</summary>
    public VintageFigure? Find(VintageKey key) => Content.Figures.FirstOrDefault(figure => figure.Key == key);

    /// <summary>
    /// The value over two years, by the rule under which it is published, from the frozen figures alone; null where either year is not in it.
    /// </summary>
    /// <param name="rule">Which rule.</param>
    /// <param name="first">The figure of the first of the two years.</param>
    public TwoYearFigure? TwoYears(TwoYearRule rule, VintageKey first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return Find(first) is { } one && Find(first with { Year = first.Year + 1 }) is { } other
            ? TwoYearFigure.Compute(rule, Annual(one), Annual(other))
            : null;
    }

    private static AnnualFigure Annual(VintageFigure figure) => new(figure.Key.Year,
        new IndicatorFigure(figure.Key.Variant, figure.Counts, figure.Numerator, figure.Denominator, figure.Percent, figure.Status, null));

    private static string Text(VintageKey key) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key.Year} {Codes.Of(key.Intake)} {Codes.Of(key.Variant)}");
}
