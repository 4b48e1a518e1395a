using System.Text.Json;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Sizes;

/// <summary>Reads and writes a length as a JSON number.</summary>
public sealed class MillimetresJsonConverter : JsonConverter<Millimetres>
{
    private static readonly Fault NotNumber = new("A JSON number of millimetres is expected here.");

    /// <inheritdoc/>
    public override Millimetres Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var value)) throw new FaultJsonException(NotNumber, null);
        return Millimetres.Of(value).TryGet(out var length, out var fault)
            ? length
            : throw new FaultJsonException(fault, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Millimetres value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Value);
    }
}
