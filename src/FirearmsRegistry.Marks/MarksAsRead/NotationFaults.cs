using System.Text;

using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.MarksAsRead;

/// <summary>Why a notation is not taken; each with the place of the first character that cannot stand there.</summary>
internal static class NotationFaults
{
    public static Fault Empty { get; } = new("A mark as read has characters; a mark of which nothing can be read is recorded as unreadable.")
    {
        Name = "mark-as-read-empty",
    };

    public static Fault TooLong { get; } = new($"A mark as read has at most {MarkText.MaxLength} characters of notation.")
    {
        Name = "mark-as-read-too-long",
        At = MarkText.MaxLength,
    };

    public static Fault NothingRead(bool wildcards) => wildcards
        ? new Fault("At least one character was read: a mark of ? and * alone fits every arm, so that it is not searched by.") { Name = MarkReading.OnlyWildcards }
        : Empty;

    public static Fault Broken(int at) => new("The text holds half of a surrogate pair.", "Unicode, definition D75") { Name = "mark-as-read-broken", At = at };

    public static Fault Control(int at) => new("A mark as read holds no control characters.") { Name = "mark-as-read-control-character", At = at };

    public static Fault Unopened(int at) => new("] closes alternatives that no [ opened; a ] on the metal is written \\].") { Name = "mark-as-read-unbalanced", At = at };

    public static Fault Unclosed(int at) => new("[ opens alternatives that no ] closes; a [ on the metal is written \\[.") { Name = "mark-as-read-unbalanced", At = at };

    public static Fault NoAlternatives(int at) => new("[ ] holds the characters that it may be, such as [58].") { Name = "mark-as-read-no-alternatives", At = at };

    public static Fault Nested(int at, Rune found) =>
        new($"{found} does not stand among alternatives; on the metal it is written \\{found}, and ? stands last for \"or another\".")
        {
            Name = "mark-as-read-alternatives",
            At = at,
        };

    public static Fault Unescaped(int at) => new("\\ stands before the character that it makes stand for itself; a \\ on the metal is written \\\\.")
    {
        Name = "mark-as-read-escape",
        At = at,
    };
}
