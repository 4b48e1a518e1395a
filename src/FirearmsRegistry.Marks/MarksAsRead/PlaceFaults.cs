using System.Globalization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.MarksAsRead;

/// <summary>Why the object form of a mark as read is not taken; each with the index of the place, which the rule names from 1.</summary>
internal static class PlaceFaults
{
    public static Fault Form { get; } = new(
        "A mark as read is its notation, such as \"A?[58]*\", or {\"characters\":[...]} with one place for each character and no other members.")
    {
        Name = "mark-as-read-form",
    };

    public static Fault Place(int at) => new(
        $"Character {Number(at)} is none: a place is {{\"read\":\"A\"}} or {{\"anyOf\":\"58\"}}, each with a \"certainty\" of read or uncertain, "
        + "or {\"certainty\":\"unreadable\"}, with \"anyNumber\":true where it is unknown how many there are.")
    {
        Name = "mark-as-read-place",
        At = at,
    };

    public static Fault Characters(int at) => new(
        $"Character {Number(at)} is none: \"read\" holds exactly one character, and \"anyOf\" at least one.")
    {
        Name = "mark-as-read-place",
        At = at,
    };

    private static string Number(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);
}
