using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads.Reading;

/// <summary>Reads a bare national number.</summary>
internal static class NumberReader
{
    private const int CountryLength = 2;

    public static Parsed<PayloadReading> Read(string given, int start, SymbologyIdentifier? symbology)
    {
        var message = MessageText.Of(given, start, [], null);
        if (message.Text.Length == 0) return PayloadFaults.SyntaxUnknown(start);
        if (NationalNumber.Parse(message.Text).TryGet(out var number, out var fault))
        {
            // The printed form and worn letters are understood, but they are not what an issued number looks like in a symbol.
            return new PayloadReading(new NumberPayload(number), message.IsRepaired || number.ToString() != message.Text, symbology);
        }

        var strange = FirstStranger(message.Text);
        if (strange >= 0 && !LooksLikeNumber(message.Text.AsSpan(0, strange))) return PayloadFaults.SyntaxUnknown(start);
        if (strange >= 0) return PayloadFaults.Number(fault, message.PlaceOf(strange));
        return LooksLikeNumber(message.Text) ? PayloadFaults.Number(fault, message.PlaceOf(FirstWrong(message.Text))) : PayloadFaults.SyntaxUnknown(start);
    }

    private static int FirstStranger(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] != ' ') return i;
        }

        return -1;
    }

    // Two letters and two digits: enough of a number to say what is wrong with the rest of it.
    private static bool LooksLikeNumber(ReadOnlySpan<char> text)
    {
        Span<char> head = stackalloc char[CountryLength + 2];
        var length = 0;
        foreach (var character in text)
        {
            if (character == ' ') continue;
            head[length++] = character;
            if (length == head.Length) break;
        }

        return length == head.Length && char.IsAsciiLetter(head[0]) && char.IsAsciiLetter(head[1]) && char.IsAsciiDigit(head[2]) && char.IsAsciiDigit(head[3]);
    }

    /// <summary>
    /// The first character that no number has at its place; the text's length if it is too short; the check characters if nothing else is wrong.
    /// </summary>
    private static int FirstWrong(string text)
    {
        var place = 0;
        var checkAt = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ') continue;
            if (place == NationalNumber.Length) return i;
            if (place is >= 5 and < 12 && !IsReadAsDigit(text[i])) return i;
            if (place == 12) checkAt = i;
            place++;
        }

        if (place < NationalNumber.Length) return text.Length;
        return SeriesFault(text) ?? checkAt;
    }

    private static bool IsReadAsDigit(char character) => char.IsAsciiDigit(character) || char.ToUpperInvariant(character) is 'I' or 'O' or 'Q';

    private static int? SeriesFault(string text)
    {
        var series = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()[..5];
        return SeriesCode.Parse(series).IsOk ? null
            : ClassLetter.Parse(series[4..]).IsOk ? text.AsSpan().IndexOfAnyExcept(' ')
            : text.IndexOf(text.Replace(" ", "", StringComparison.Ordinal)[4], text.AsSpan().IndexOfAnyInRange('0', '9'));
    }
}
