using System.Text.Json;
using System.Text.Json.Serialization;

namespace FirearmsRegistry.Indicators.Outcomes;

/// <summary>Writes and reads an outcome line as its code, also as a member name. Numbers and any other text are refused.</summary>
public sealed class OutcomeLineJsonConverter : JsonConverter<OutcomeLine>
{
    /// <inheritdoc />
    public override OutcomeLine Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? FromText(reader.GetString()) : throw NotALine();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, OutcomeLine value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Code());
    }

    /// <inheritdoc />
    public override OutcomeLine ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FromText(reader.GetString());

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, OutcomeLine value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Code());
    }

    private static OutcomeLine FromText(string? text) => OutcomeLines.TryParse(text, out var line) ? line : throw NotALine();

    private static JsonException NotALine() => new("An outcome line is one of the texts 1.1 to 1.7, 2.a to 2.c, 3.");
}
