using System.Buffers;
using System.Text;
using System.Text.Json;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.StationLogs;

/// <summary>One entry of the log that a station keeps of everything it does, with a network or without.</summary>
/// <param name="Station">The station.</param>
/// <param name="Counter">1 for the first entry, and one more for each: it never goes back and never leaves one out.</param>
/// <param name="Previous">The hash of the entry before; <see cref="FirstPrevious"/> for the first.</param>
/// <param name="At">The time by the station's clock.</param>
/// <param name="UncertaintySeconds">How far that clock may be off, in seconds, since it last saw the registry's.</param>
/// <param name="Operator">The subject (user id) of the person at the station, whose key signs the entry.</param>
/// <param name="Act">What was done.</param>
/// <param name="Job">The marking job; none for entries about no job.</param>
/// <param name="Body">What was done in detail, as JSON.</param>
public sealed record StationLogEntry(
    Guid Station, long Counter, string Previous, DateTimeOffset At, double UncertaintySeconds, string Operator, StationAct Act, Guid? Job,
    JsonElement Body)
{
    /// <summary>The longest text of an entry, in characters: what is longer (frames) is told in several entries.</summary>
    public const int LongestContent = 4000;

    /// <summary>What stands for the hash before the first entry.</summary>
    public static readonly string FirstPrevious = new('0', 64);

    private static readonly Fault NotAnEntry = new(
        "An entry is one JSON object with station, counter, previous, at, uncertaintySeconds, operator, act, job and body, and nothing else.");

    private static readonly string[] Members =
        ["station", "counter", "previous", "at", "uncertaintySeconds", "operator", "act", "job", "body"];

    /// <summary>The text that is hashed and signed, letter by letter; whoever receives an entry keeps this text and never writes it anew.</summary>
    public string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("station", Station);
            json.WriteNumber("counter", Counter);
            json.WriteString("previous", Previous);
            json.WriteString("at", At.ToUniversalTime());
            json.WriteNumber("uncertaintySeconds", UncertaintySeconds);
            json.WriteString("operator", Operator);
            json.WriteString("act", Codes.Codes.Of(Act));
            if (Job is { } job)
                json.WriteString("job", job);
            else
                json.WriteNull("job");
            json.WritePropertyName("body");
            Body.WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads the text of an entry. The fault says what keeps it from being one.</summary>
    public static Parsed<StationLogEntry> Parse(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            using var document = JsonDocument.Parse(content);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return NotAnEntry;
        }
    }

    private static Parsed<StationLogEntry> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.EnumerateObject().Select(member => member.Name).SequenceEqual(Members))
            return NotAnEntry;
        var job = root.GetProperty("job");
        if (!root.GetProperty("station").TryReadGuid(out var station)
            || root.GetProperty("counter") is not { ValueKind: JsonValueKind.Number } number || !number.TryGetInt64(out var counter) || counter < 1
            || root.GetProperty("previous") is not { ValueKind: JsonValueKind.String } previous || !IsHash(previous.GetString()!)
            || root.GetProperty("at") is not { ValueKind: JsonValueKind.String } time || !time.TryGetDateTimeOffset(out var at)
            || root.GetProperty("uncertaintySeconds") is not { ValueKind: JsonValueKind.Number } off || !(off.GetDouble() is >= 0 and < 1e9 and var uncertainty)
            || root.GetProperty("operator") is not { ValueKind: JsonValueKind.String } who || who.GetString() is not { Length: > 0 and <= 200 } person
            || root.GetProperty("act") is not { ValueKind: JsonValueKind.String } what || !Codes.Codes.TryParse<StationAct>(what.GetString(), out var act)
            || root.GetProperty("body") is not { ValueKind: JsonValueKind.Object } body)
        {
            return NotAnEntry;
        }

        if (job.ValueKind == JsonValueKind.Null)
        {
            return act == StationAct.Noted
                ? new StationLogEntry(station, counter, previous.GetString()!, at, uncertainty, person, act, null, body.Clone())
                : new Fault("Every act but a note names its marking job.");
        }

        return job.TryReadGuid(out var id)
            ? new StationLogEntry(station, counter, previous.GetString()!, at, uncertainty, person, act, id, body.Clone())
            : NotAnEntry;
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}

/// <summary>Reads ids from JSON.</summary>
file static class Ids
{
    public static bool TryReadGuid(this JsonElement element, out Guid id)
    {
        id = default;
        return element.ValueKind == JsonValueKind.String && element.TryGetGuid(out id);
    }
}
