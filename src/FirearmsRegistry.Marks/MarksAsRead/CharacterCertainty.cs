using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.MarksAsRead;

/// <summary>How sure the reader is of one character of a mark.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum CharacterCertainty
{
    /// <summary>Read: it is what it is said to be, or one of the alternatives given.</summary>
    Read,

    /// <summary>Read, but it may be another one.</summary>
    Uncertain,

    /// <summary>There is a character, or a run of them, and nothing of it can be read.</summary>
    Unreadable,
}
