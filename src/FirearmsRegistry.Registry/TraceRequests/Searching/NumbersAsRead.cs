using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Seizures;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>The numbers that were read on an arm, whole or in part: what may speak against the arm that one of its marks names.</summary>
/// <param name="Readings">Makers' and national numbers on any part, and what laboratories made readable.</param>
/// <param name="FrameIsOpen">Whether a mark on frame or receiver was not read with certainty throughout: then no other mark speaks for the arm.</param>
public sealed record NumbersAsRead(IReadOnlyList<MarkReading> Readings, bool FrameIsOpen)
{
    /// <summary>No number was read.</summary>
    public static NumbersAsRead None { get; } = new([], false);

    /// <summary>The numbers of an arm.</summary>
    public static NumbersAsRead Of(IReadOnlyList<MarkAsRead> read, IReadOnlyList<SeizedItemMarksRestored> restorations)
    {
        ArgumentNullException.ThrowIfNull(read);
        MarkAsRead[] marks = [.. read.Where(mark => mark.Kind is MarkKind.Manufacture or MarkKind.NationalNumber)];
        var readings = marks.Select(NumberOf)
            .Concat(restorations.Select(restored => Number(restored.Serial, restored.RestoredText)))
            .OfType<MarkReading>().Where(reading => reading.IsComparable);
        return new NumbersAsRead([.. readings.Distinct()], marks.Any(mark => mark.Component.IsPrimary() && !mark.IsCertain));
    }

    /// <summary>Whether each number may be one of those that are registered of one arm.</summary>
    /// <param name="registered">The folded keys of that arm's marks and numbers.</param>
    public bool AllFit(IReadOnlyCollection<string> registered) => Readings.All(reading => registered.Any(key => MayBe(reading, key)));

    private static MarkReading? NumberOf(MarkAsRead mark) =>
        mark.Notation ?? (mark.Kind == MarkKind.NationalNumber ? MarkReading.Exactly(mark.Text) : Number(mark.Serial, mark.Text));

    // A text of several words in which nobody told the number apart may be a name, a model, a patent: it speaks neither for nor against an arm.
    private static MarkReading? Number(MarkText? serial, MarkText text) =>
        serial is { } told ? MarkReading.Exactly(told)
        : text.ToString() is var word && word.Any(char.IsDigit) && !word.Any(char.IsWhiteSpace) ? MarkReading.Exactly(text)
        : null;

    // An unreadable character may have been a separator, which keys do not hold.
    private static bool MayBe(MarkReading reading, string key)
    {
        HashSet<int> ends = [0];
        foreach (var place in reading.Characters)
        {
            ends = place switch
            {
                { AnyNumber: true } => [.. Enumerable.Range(ends.Min(), key.Length - ends.Min() + 1)],
                { Certainty: not CharacterCertainty.Read } => [.. ends, .. ends.Where(end => end < key.Length).Select(end => end + 1)],
                _ => [.. Options(place).SelectMany(option => ends
                    .Where(end => key.AsSpan(end).StartsWith(option, StringComparison.Ordinal)).Select(end => end + option.Length))],
            };
            if (ends.Count == 0)
                return false;
        }

        return ends.Contains(key.Length);
    }

    private static IEnumerable<string> Options(ReadCharacter place) =>
        place.Options.EnumerateRunes().Select(rune => SearchKey.Of(rune.ToString()).FoldedKey).Distinct();
}
