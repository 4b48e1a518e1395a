using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.MarksAsRead;

/// <summary>
/// A mark as somebody read it from worn metal. Characters stand for themselves, <c>?</c> is one unreadable character, <c>*</c> an unknown
/// number of them, <c>[58]</c> is either, <c>[5?]</c> is probably 5, and <c>\</c> makes the character after it stand for itself.
/// </summary>
/// <remarks>
/// At most <see cref="MarkText.MaxLength"/> UTF-16 units, at least one character that was read. A <c>default</c> one is none: its members
/// throw <see cref="InvalidOperationException"/>. Two readings are equal when their notation is, written in its shortest form.
/// </remarks>
[JsonConverter(typeof(MarkReadingJsonConverter))]
public readonly record struct MarkReading : IParsableWord<MarkReading>
{
    /// <summary>The name of the refusal of a reading in which nothing was read.</summary>
    public const string OnlyWildcards = "mark-only-wildcards";

    /// <summary>Why a mark of symbols alone is not searched by.</summary>
    public const string NothingComparable = "At least one letter or digit was read: a mark of symbols alone is compared with nothing, so that it is not searched by.";

    private readonly string? _notation;
    private readonly ImmutableArray<ReadCharacter> _characters;

    private MarkReading(string notation, ImmutableArray<ReadCharacter> characters)
    {
        _notation = notation;
        _characters = characters;
    }

    /// <summary>The places of the mark in their order.</summary>
    public ImmutableArray<ReadCharacter> Characters =>
        _characters.IsDefault ? throw new InvalidOperationException($"{nameof(Characters)} was used on a {nameof(MarkReading)} that was never parsed.") : _characters;

    /// <summary>Whether every character was read with certainty and without alternatives, so that the mark counts as undamaged.</summary>
    public bool IsExact => Characters.All(character =>
        character.Certainty == CharacterCertainty.Read && Rune.GetRuneAt(character.Options, 0).Utf16SequenceLength == character.Options.Length);

    /// <summary>Whether a letter or digit of it was read. Others, such as a star or a crown, are kept and cannot be searched by.</summary>
    public bool IsComparable => !SearchKey.Of(string.Concat(Characters.Select(character => character.Options))).IsEmpty;

    /// <summary>The scripts that its letters and digits belong to.</summary>
    public MarkScripts Scripts => MarkScript.Of(string.Concat(Characters.Select(character => character.Options)));

    /// <summary>Each of those scripts by itself; none where there is neither.</summary>
    public IReadOnlyList<MarkScripts> EachScript => MarkScript.Each(Scripts);

    /// <summary>Whether letters of several scripts stand beside each other: accepted, and a reason to look again.</summary>
    public bool MixesScripts => MarkScript.AreMixed(Scripts);

    /// <summary>Reads the notation.</summary>
    public static Parsed<MarkReading> Parse(string? text) => NotationReader.Read(text).Match(Of, Parsed<MarkReading>.Fail);

    /// <summary>A text that was read with certainty throughout, in which no character is notation.</summary>
    public static MarkReading Exactly(MarkText text) =>
        Of([.. text.ToString().EnumerateRunes().Select(rune => new ReadCharacter(rune.ToString(), CharacterCertainty.Read))]).GetOrThrow();

    /// <inheritdoc/>
    public bool Equals(MarkReading other) => string.Equals(_notation, other._notation, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => _notation is null ? 0 : StringComparer.Ordinal.GetHashCode(_notation);

    /// <summary>The notation in its shortest form.</summary>
    public override string ToString() => MissingWord.Require(_notation, nameof(MarkReading));

    internal static Parsed<MarkReading> Of(ImmutableArray<ReadCharacter> characters)
    {
        if (!characters.Any(character => character.Options.EnumerateRunes().Any(MarkText.IsVisible)))
            return NotationFaults.NothingRead(characters.Any(character => character.Options.Length == 0));
        var notation = new StringBuilder();
        foreach (var character in characters)
            character.AppendTo(notation);
        return new MarkReading(notation.ToString(), characters);
    }
}
