using System.Text.Json;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Codes;

/// <summary>
/// Reads and writes enumerations as their exact snake_case codes. The framework's own converter also takes the C# name
/// and other letter cases, which would let one fact be written in several ways.
/// </summary>
/// <remarks>
/// Stands as an attribute on this system's enumerations. A converter in the serializer's options wins over the attribute,
/// so whoever puts a string converter for enumerations there must put this one before it.
/// </remarks>
public sealed class SnakeCaseEnumConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsEnum;
    }

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Fault UnknownCode = new($"The value must be one of: {string.Join(", ", Codes.All<T>())}.");

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Value(ref reader) : throw new FaultJsonException(UnknownCode, null);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Code(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Value(ref reader);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Code(value));

        private static T Value(ref Utf8JsonReader reader)
        {
            string? text;
            try
            {
                text = reader.GetString();
            }
            catch (InvalidOperationException)
            {
                // Text that is no Unicode is bad input like any other unknown code.
                throw new FaultJsonException(UnknownCode, null);
            }

            return Codes.TryParse<T>(text, out var value) ? value : throw new FaultJsonException(UnknownCode with { Suggestion = Near(text) }, text);
        }

        private static string? Near(string? text) =>
            text is null ? null : Codes.All<T>().FirstOrDefault(code => string.Equals(Bare(code), Bare(text), StringComparison.OrdinalIgnoreCase));

        private static string Bare(string text) => text.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

        private static string Code(T value)
        {
            try
            {
                return Codes.Of(value);
            }
            catch (ArgumentOutOfRangeException e)
            {
                throw new JsonException(e.Message, e);
            }
        }
    }
}
