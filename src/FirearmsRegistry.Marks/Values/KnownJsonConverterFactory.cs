using System.Text.Json;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Values;

/// <summary>Reads and writes <see cref="Known{T}"/>; the members may stand in any order, each once.</summary>
public sealed class KnownJsonConverterFactory : JsonConverterFactory
{
    private static readonly Fault Form = new(
        "A value is given as {\"is\":\"known\",\"value\":...}, {\"is\":\"none\"} or {\"is\":\"unknown\"}, with no other members.");

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Known<>);
    }

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GenericTypeArguments), options)!;
    }

    private static FaultJsonException Wrong(string? seen = null) => new(Form, seen);

    private sealed class Converter<T>(JsonSerializerOptions options) : JsonConverter<Known<T>>
        where T : notnull
    {
        private readonly JsonConverter<T> _value = (JsonConverter<T>)options.GetConverter(typeof(T));

        public override Known<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw Wrong();
            Knowledge? knowledge = null;
            var hasValue = false;
            T? value = default;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                if (reader.ValueTextEquals("is") && knowledge is null)
                {
                    knowledge = ReadKnowledge(ref reader);
                }
                else if (reader.ValueTextEquals("value") && !hasValue)
                {
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.Null) throw Wrong();
                    value = _value.Read(ref reader, typeof(T), options);
                    hasValue = true;
                }
                else
                {
                    throw Wrong();
                }
            }

            if (knowledge is not { } stated || hasValue != (stated == Knowledge.Known)) throw Wrong();
            return new Known<T>(stated, value);
        }

        public override void Write(Utf8JsonWriter writer, Known<T> value, JsonSerializerOptions options)
        {
            if (!value.IsStated) throw new JsonException("A three-state value that says nothing cannot be written.");
            writer.WriteStartObject();
            writer.WriteString("is", Codes.Codes.Of(value.Is));
            if (value.TryGet(out var known))
            {
                writer.WritePropertyName("value");
                _value.Write(writer, known, options);
            }

            writer.WriteEndObject();
        }

        private static Knowledge ReadKnowledge(ref Utf8JsonReader reader)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.String) throw Wrong();
            return reader.ValueTextEquals("known") ? Knowledge.Known
                : reader.ValueTextEquals("none") ? Knowledge.None
                : reader.ValueTextEquals("unknown") ? Knowledge.Unknown
                : throw Wrong();
        }
    }
}
