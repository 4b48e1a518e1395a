using FirearmsRegistry.Marks.NationalNumbers;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>
/// The text in a machine-readable symbol, taken apart: an <see cref="EnvelopePayload"/>, a <see cref="Gs1Payload"/> or a <see cref="NumberPayload"/>.
/// </summary>
/// <remarks>Law: <c>PayloadReader.Read(payload.Text)</c> gives an equal payload, exact. Two payloads are equal when they are the same text.</remarks>
public abstract class Payload : IEquatable<Payload>
{
    /// <summary>The most UTF-16 units read: the digits that the largest QR code holds; no Data Matrix holds more than half of them.</summary>
    public const int MaxLength = 7089;

    private protected Payload(string text)
    {
        Text = text;
    }

    /// <summary>The text to write into the symbol, with its control characters.</summary>
    public string Text { get; }

    /// <summary>All elements in the order of the text; none of a bare number.</summary>
    public virtual IReadOnlyList<PayloadElement> Elements => [];

    /// <summary>The national number that the payload carries: bare, or after the authority's NCAGE in 25S or 18S; none if it carries none.</summary>
    public virtual NationalNumber? NationalNumber => null;

    /// <summary>Whether another payload is the same text.</summary>
    public bool Equals(Payload? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Payload);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>The text.</summary>
    public sealed override string ToString() => Text;
}
