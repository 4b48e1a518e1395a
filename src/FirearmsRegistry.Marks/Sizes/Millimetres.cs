using System.Globalization;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Sizes;

/// <summary>
/// A length in millimetres: more than 0, at most 1000, at most four decimals (a tenth of a micrometre). A JSON number.
/// A <c>default</c> length is none: its members throw <see cref="InvalidOperationException"/>.
/// </summary>
[JsonConverter(typeof(MillimetresJsonConverter))]
public readonly record struct Millimetres : IParsableWord<Millimetres>, IComparable<Millimetres>
{
    private const decimal Longest = 1000m;
    private const int Decimals = 4;

    private static readonly Fault Fault = new("A length in millimetres is more than 0 and at most 1000, with at most four decimals.");

    private readonly decimal _value;

    private Millimetres(decimal value)
    {
        _value = value;
    }

    /// <summary>The number of millimetres.</summary>
    public decimal Value => _value > 0 ? _value : throw new InvalidOperationException("A length was used that was never given.");

    /// <summary>Takes a number of millimetres; trailing zeros are dropped.</summary>
    public static Parsed<Millimetres> Of(decimal value) =>
        value is > 0 and <= Longest && decimal.Round(value, Decimals) == value
            // Dividing by a one of the widest scale is how a decimal loses its trailing zeros.
            ? new Millimetres(value / 1.0000000000000000000000000000m)
            : Fault;

    /// <summary>Reads a number with a point, without sign, exponent or thousands separator.</summary>
    public static Parsed<Millimetres> Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? Of(value) : Fault;

    /// <summary>Whether one length is less than another.</summary>
    public static bool operator <(Millimetres left, Millimetres right) => left.Value < right.Value;

    /// <summary>Whether one length is more than another.</summary>
    public static bool operator >(Millimetres left, Millimetres right) => left.Value > right.Value;

    /// <summary>Whether one length is at most another.</summary>
    public static bool operator <=(Millimetres left, Millimetres right) => left.Value <= right.Value;

    /// <summary>Whether one length is at least another.</summary>
    public static bool operator >=(Millimetres left, Millimetres right) => left.Value >= right.Value;

    /// <summary>Orders by length.</summary>
    public int CompareTo(Millimetres other) => Value.CompareTo(other.Value);

    /// <summary>The number alone, without the unit.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
