using System.Text;

namespace FirearmsRegistry.Marks.Payloads.Reading;

/// <summary>
/// A text with the control characters put back that a reader wrote otherwise, and the way back from each of its characters to the
/// text that was given.
/// </summary>
internal sealed class MessageText
{
    private readonly int[] _places;

    private MessageText(string text, int[] places, bool isRepaired)
    {
        Text = text;
        _places = places;
        IsRepaired = isRepaired;
    }

    public string Text { get; }

    public bool IsRepaired { get; }

    /// <summary>Where a character stood in the text given.</summary>
    public int PlaceOf(int index) => _places[index];

    /// <summary>
    /// Puts control characters back. A control character that is really there was passed on by the reader, so that nothing else is taken
    /// for it; and an end is only looked for at the end.
    /// </summary>
    /// <param name="given">The text given.</param>
    /// <param name="start">Where in it the message begins.</param>
    /// <param name="separators">The separators that the syntax has.</param>
    /// <param name="end">The character that ends a message; none where the syntax has none.</param>
    public static MessageText Of(string given, int start, IReadOnlyList<ControlCharacter> separators, ControlCharacter? end)
    {
        var stop = WithoutKeyboardSuffix(given, start);
        var isRepaired = stop < given.Length;
        var endsSubstituted = 0;
        if (end is not null && !given.AsSpan(start).Contains(end.Character))
            endsSubstituted = end.SubstituteLengthAtEnd(given.AsSpan(start, stop - start));

        var missing = separators.Where(control => !given.AsSpan(start).Contains(control.Character)).ToList();
        var text = new StringBuilder();
        var places = new List<int>();
        for (var i = start; i < stop - endsSubstituted;)
        {
            var (character, length) = At(given.AsSpan(i, stop - endsSubstituted - i), missing);
            text.Append(character);
            places.Add(i);
            isRepaired |= length > 1 || character != given[i];
            i += length;
        }

        if (endsSubstituted > 0)
        {
            text.Append(end!.Character);
            places.Add(stop - endsSubstituted);
        }

        places.Add(stop);
        return new MessageText(text.ToString(), [.. places], isRepaired || endsSubstituted > 0);
    }

    // Keyboard-like readers press Enter or Tab after a symbol. No value can end in a control character, so none is shortened by this.
    private static int WithoutKeyboardSuffix(string given, int start)
    {
        var stop = given.Length;
        if (stop > start && given[stop - 1] is '\n' or '\t') stop--;
        if (stop > start && given[stop - 1] is '\r') stop--;
        return stop;
    }

    private static (char Character, int Length) At(ReadOnlySpan<char> rest, List<ControlCharacter> missing)
    {
        foreach (var control in missing)
        {
            if (control.SubstituteLength(rest) is > 0 and var length) return (control.Character, length);
        }

        return (rest[0], 1);
    }
}
