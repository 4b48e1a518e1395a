using System.Globalization;
using System.Text;
using System.Text.Json;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>
/// What no member of any body may hold, whatever its type: text that PostgreSQL cannot keep (U+0000), control characters that no mark,
/// name or note has, broken surrogate pairs, and strings longer than the longest note.
/// </summary>
internal static class JsonGuard
{
    /// <summary>The longest text of any member, in UTF-16 code units.</summary>
    public const int LongestText = 4000;

    /// <summary>Null where the body may go on to be read as its type.</summary>
    public static Refusal? Check(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
        var path = new JsonPointerTracker();
        try
        {
            while (reader.Read())
            {
                path.Advance(ref reader);
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                    continue;
                if (Fault(ref reader) is { } rule)
                    return Refusal.Input(new InputError(path.Current, null, rule));
            }
        }
        catch (JsonException fault)
        {
            return RequestErrors.Unreadable(reader.BytesConsumed, Plain(fault.Message));
        }

        return null;
    }

    private static string? Fault(ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "The text is not valid Unicode: it has half a surrogate pair or a broken UTF-8 sequence.";
        }

        if (text.Length > LongestText)
            return string.Create(CultureInfo.InvariantCulture, $"A text may have {LongestText} characters at the most; this one has {text.Length}.");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is < 0x20 and not ('\n' or '\t' or '\r') or >= 0x7F and < 0xA0)
                return string.Create(CultureInfo.InvariantCulture, $"The control character U+{rune.Value:X4} is not allowed in a text.");
            if (rune == Rune.ReplacementChar)
                return "The replacement character U+FFFD stands for text that was lost on the way; send the text itself.";
        }

        return null;
    }

    private static string Plain(string message)
    {
        var end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
