using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.MarksAsRead;

/// <summary>Reads the notation of marks as read, character by character.</summary>
internal ref struct NotationReader
{
    private readonly string _text;
    private readonly ImmutableArray<ReadCharacter>.Builder _characters;
    private int _at;
    private Fault? _fault;

    private NotationReader(string text)
    {
        _text = text;
        _characters = ImmutableArray.CreateBuilder<ReadCharacter>(text.Length);
    }

    /// <summary>The places, or the first fault. The length is looked at first, so that a text of any length is answered at once.</summary>
    public static Parsed<ImmutableArray<ReadCharacter>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return NotationFaults.Empty;
        if (text.Length > MarkText.MaxLength) return NotationFaults.TooLong;
        var reader = new NotationReader(text);
        while (reader._fault is null && reader._at < text.Length)
            reader.ReadPlace();
        return reader._fault is { } fault ? fault : reader._characters.ToImmutable();
    }

    private void ReadPlace()
    {
        var start = _at;
        if (!TryNext(out var rune)) return;
        switch (rune.Value)
        {
            case '?':
                _characters.Add(ReadCharacter.Unreadable);
                break;
            case '*':
                if (_characters.Count == 0 || _characters[^1] != ReadCharacter.Run)
                    _characters.Add(ReadCharacter.Run);
                break;
            case '[':
                ReadAlternatives(start);
                break;
            case ']':
                _fault = NotationFaults.Unopened(start);
                break;
            case '\\':
                if (TryEscaped(start, out var escaped))
                    Add(escaped.ToString(), CharacterCertainty.Read);
                break;
            default:
                Add(rune.ToString(), CharacterCertainty.Read);
                break;
        }
    }

    private void ReadAlternatives(int opened)
    {
        var options = new StringBuilder();
        while (_at < _text.Length)
        {
            var start = _at;
            if (!TryNext(out var rune)) return;
            switch (rune.Value)
            {
                case ']' when options.Length == 0:
                    _fault = NotationFaults.NoAlternatives(start);
                    return;
                case ']':
                    Add(options.ToString(), CharacterCertainty.Read);
                    return;
                case '?' when options.Length > 0 && _at < _text.Length && _text[_at] == ']':
                    _at++;
                    Add(options.ToString(), CharacterCertainty.Uncertain);
                    return;
                case '?' or '*' or '[':
                    _fault = NotationFaults.Nested(start, rune);
                    return;
                case '\\' when !TryEscaped(start, out rune):
                    return;
                default:
                    if (!options.ToString().EnumerateRunes().Contains(rune))
                        options.Append(rune.ToString());
                    break;
            }
        }

        _fault = NotationFaults.Unclosed(opened);
    }

    private readonly void Add(string options, CharacterCertainty certainty) => _characters.Add(new ReadCharacter(options, certainty));

    private bool TryEscaped(int escape, out Rune rune)
    {
        if (_at < _text.Length) return TryNext(out rune);
        rune = default;
        _fault = NotationFaults.Unescaped(escape);
        return false;
    }

    private bool TryNext(out Rune rune)
    {
        if (Rune.DecodeFromUtf16(_text.AsSpan(_at), out rune, out var length) != OperationStatus.Done)
        {
            _fault = NotationFaults.Broken(_at);
            return false;
        }

        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
        {
            _fault = NotationFaults.Control(_at);
            return false;
        }

        _at += length;
        return true;
    }
}
