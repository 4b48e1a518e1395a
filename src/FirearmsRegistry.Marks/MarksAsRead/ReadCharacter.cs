using System.Text;

namespace FirearmsRegistry.Marks.MarksAsRead;

/// <summary>One place of a mark as read.</summary>
/// <param name="Options">The character that was read, or the alternatives; empty where nothing could be read.</param>
/// <param name="Certainty">How sure the reader is.</param>
/// <param name="AnyNumber">Whether the place stands for an unknown number of characters, none among them.</param>
public readonly record struct ReadCharacter(string Options, CharacterCertainty Certainty, bool AnyNumber = false)
{
    /// <summary>One unreadable character.</summary>
    public static ReadCharacter Unreadable { get; } = new("", CharacterCertainty.Unreadable);

    /// <summary>An unknown number of unreadable characters.</summary>
    public static ReadCharacter Run { get; } = new("", CharacterCertainty.Unreadable, AnyNumber: true);

    internal void AppendTo(StringBuilder notation)
    {
        if (Options.Length == 0)
        {
            notation.Append(AnyNumber ? '*' : '?');
            return;
        }

        var several = Certainty == CharacterCertainty.Uncertain || Rune.GetRuneAt(Options, 0).Utf16SequenceLength < Options.Length;
        if (several)
            notation.Append('[');
        foreach (var rune in Options.EnumerateRunes())
        {
            if (rune.Value is '?' or '*' or '[' or ']' or '\\')
                notation.Append('\\');
            notation.Append(rune.ToString());
        }

        if (several)
            notation.Append(Certainty == CharacterCertainty.Uncertain ? "?]" : "]");
    }
}
