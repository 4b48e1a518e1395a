using System.Text.Json;
using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.StationLogs;

/// <summary>Reads and writes a key as its base64.</summary>
public sealed class SigningKeyJsonConverter : JsonConverter<SigningKey>
{
    /// <inheritdoc/>
    public override SigningKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? Text(ref reader) : null;
        return SigningKey.Parse(text).TryGet(out var key, out var fault) ? key : throw new FaultJsonException(fault, text);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SigningKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Text that is no Unicode is no key.
            return null;
        }
    }
}
