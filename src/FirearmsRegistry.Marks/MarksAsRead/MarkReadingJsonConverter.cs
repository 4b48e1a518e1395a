using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.MarksAsRead;

/// <summary>
/// Reads a mark as read from its notation, or from an object with a place for each character:
/// <c>{"characters":[{"read":"A"},{"anyOf":"58"},{"read":"3","certainty":"uncertain"},{"certainty":"unreadable"},{"certainty":"unreadable","anyNumber":true}]}</c>
/// is <c>A[58][3?]?*</c>. Writes the notation.
/// </summary>
/// <remarks>
/// A place has the one character that was <c>read</c>, or <c>anyOf</c> several, and a <c>certainty</c>, which is <c>read</c> where none is
/// given; a place of which nothing could be read has neither of the two.
/// </remarks>
/// <exception cref="FaultJsonException">While reading: the value is neither of the two; the fault's place is the index of the character.</exception>
public sealed class MarkReadingJsonConverter : JsonConverter<MarkReading>
{
    private static readonly ParsedJsonConverter<MarkReading> Notation = new();

    /// <inheritdoc/>
    public override MarkReading Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return Notation.Read(ref reader, typeToConvert, options);
        var places = ReadPlaces(ref reader);
        var notation = new StringBuilder();
        foreach (var place in places)
            place.AppendTo(notation);
        var written = notation.ToString();
        return MarkReading.Parse(written).TryGet(out var mark, out var fault) ? mark : throw new FaultJsonException(fault with { At = null }, written);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MarkReading value, JsonSerializerOptions options) => Notation.Write(writer, value, options);

    private static List<ReadCharacter> ReadPlaces(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("characters")
            || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw new FaultJsonException(PlaceFaults.Form, null);
        }

        var places = new List<ReadCharacter>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (places.Count == MarkText.MaxLength)
                throw new FaultJsonException(NotationFaults.TooLong, null);
            places.Add(ReadPlace(ref reader, places.Count));
        }

        return reader.Read() && reader.TokenType == JsonTokenType.EndObject ? places : throw new FaultJsonException(PlaceFaults.Form, null);
    }

    private static ReadCharacter ReadPlace(ref Utf8JsonReader reader, int at)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new FaultJsonException(PlaceFaults.Place(at), null);
        string? read = null, anyOf = null, certainty = null;
        bool? anyNumber = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("read") && read is null)
                read = Text(ref reader, at);
            else if (reader.ValueTextEquals("anyOf") && anyOf is null)
                anyOf = Text(ref reader, at);
            else if (reader.ValueTextEquals("certainty") && certainty is null)
                certainty = Text(ref reader, at);
            else if (reader.ValueTextEquals("anyNumber") && anyNumber is null && reader.Read() && reader.TokenType is JsonTokenType.True or JsonTokenType.False)
                anyNumber = reader.GetBoolean();
            else
                throw new FaultJsonException(PlaceFaults.Place(at), null);
        }

        return Place(read, anyOf, certainty, anyNumber ?? false, at);
    }

    private static ReadCharacter Place(string? read, string? anyOf, string? certainty, bool anyNumber, int at)
    {
        if (certainty == "unreadable" && read is null && anyOf is null)
            return anyNumber ? ReadCharacter.Run : ReadCharacter.Unreadable;
        if (certainty is not (null or "read" or "uncertain") || anyNumber || (read is null) == (anyOf is null))
            throw new FaultJsonException(PlaceFaults.Place(at), null);
        var runes = (read ?? anyOf)!.EnumerateRunes().Distinct().ToImmutableArray();
        if (runes.IsEmpty || (read is not null && Rune.GetRuneAt(read, 0).Utf16SequenceLength != read.Length))
            throw new FaultJsonException(PlaceFaults.Characters(at), read ?? anyOf);
        if (runes.Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control))
            throw new FaultJsonException(NotationFaults.Control(at), null);
        return new ReadCharacter(string.Concat(runes), certainty == "uncertain" ? CharacterCertainty.Uncertain : CharacterCertainty.Read);
    }

    private static string Text(ref Utf8JsonReader reader, int at)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
            throw new FaultJsonException(PlaceFaults.Place(at), null);
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The reader refuses text that is no Unicode in this way; to the caller it is bad input like any other.
            throw new FaultJsonException(NotationFaults.Broken(at), null);
        }
    }
}
