using System.Text.Json;
using System.Text.Json.Serialization;

namespace FirearmsRegistry.Marks.Parsing;

/// <summary>Reads and writes a domain word as a JSON string, also as the name of a member of a map.</summary>
/// <typeparam name="T">The word.</typeparam>
/// <exception cref="FaultJsonException">While reading: the JSON value is no string, or the string is no such word.</exception>
public sealed class ParsedJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsableWord<T>
{
    private static readonly Fault NotText = new("A JSON string is expected here.");
    private static readonly Fault BrokenText = new("The string holds half of a surrogate pair or bytes that are not UTF-8.", "RFC 8259 section 8");

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Word(Text(ref reader)) : throw new FaultJsonException(NotText, null);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Word(Text(ref reader));

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString()!);
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The reader refuses text that is no Unicode in this way; to the caller it is bad input like any other.
            throw new FaultJsonException(BrokenText, null);
        }
    }

    private static T Word(string text) =>
        T.Parse(text).TryGet(out var word, out var fault) ? word : throw new FaultJsonException(fault, text);
}
