namespace FirearmsRegistry.Indicators.Importing;

/// <summary>
/// Reads rows of separated fields (RFC 4180, on one line each) with the place of everything, so that a fault can be told to the field.
/// </summary>
/// <remarks>
/// The separator is the header's: comma, semicolon or tab. The text must be decoded as UTF-8 with replacement, which leaves U+FFFD where
/// the bytes are in another encoding; a byte order mark is passed over by the decoder.
/// </remarks>
/// <param name="text">The text.</param>
/// <param name="headerStart">With what the header begins, where rows of titles may stand before it.</param>
internal sealed class SeparatedText(TextReader text, string? headerStart = null)
{
    /// <summary>So many rows of titles are passed over.</summary>
    public const int MostTitles = 10;

    private const char Undecodable = '\uFFFD';

    private readonly BoundedLines _lines = new(text);
    private readonly List<(int Start, int Length, string? Unquoted)> _fields = [];
    private readonly List<string> _titles = [];
    private char _separator;
    private bool _stopped;

    /// <summary>The line of the row, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The rows before the header.</summary>
    public IReadOnlyList<string> Titles => _titles;

    /// <summary>How many fields the row has.</summary>
    public int Count => _fields.Count;

    /// <summary>Why the row cannot be read; null where it can.</summary>
    public InputFault? Fault { get; private set; }

    /// <summary>A field of the row without its quotes, by its place from 0.</summary>
    public ReadOnlySpan<char> this[int field] =>
        _fields[field] is { Unquoted: { } unquoted } ? unquoted : _lines.Line.Slice(_fields[field].Start, _fields[field].Length);

    /// <summary>Reads the next row that holds anything; a row with a <see cref="Fault"/> counts as read.</summary>
    public bool Read()
    {
        Fault = null;
        do
        {
            Line++;
            _fields.Clear();
            if (!_lines.Read())
                return _lines.TooLong && StopsHere();
        }
        while (_lines.Line.TrimStart(_separator).IsWhiteSpace());

        if (_separator == default && !IsTitle())
            ChooseSeparator();
        if (_separator == default)
        {
            _titles.Add(_lines.Line.ToString());
            return Read();
        }

        Split();
        Fault ??= Unreadable();
        return true;
    }

    private bool IsTitle() => headerStart is not null && _titles.Count < MostTitles
        && !_lines.Line.TrimStart("\" ").StartsWith(headerStart, StringComparison.Ordinal);

    private bool StopsHere()
    {
        if (_stopped)
            return false;
        _stopped = true;
        Fault = new(Line, 1, null, FormattableString.Invariant($"The line is longer than {BoundedLines.Longest} characters."));
        return true;
    }

    /// <summary>The row has another number of fields than the header: where they part, and why that may be.</summary>
    public InputFault WrongCount(int expected)
    {
        var other = ",;\t".Replace(_separator.ToString(), "", StringComparison.Ordinal).FirstOrDefault(candidate => _lines.Line.Contains(candidate));
        var said = FormattableString.Invariant($"The line has {Count} fields, the header {expected}");
        return new(Line, Math.Min(Count, expected) + 1, null,
            other == default ? $"{said}." : $"{said}; it also holds {Name(other)}, while the header is separated by {Name(_separator)}.");
    }

    private void ChooseSeparator()
    {
        var line = _lines.Line;
        var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
        _separator = semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
        if (new[] { commas, semicolons, tabs }.Count(count => count > 0) > 1)
        {
            var other = line.IndexOfAny(",;\t".Replace(_separator.ToString(), "", StringComparison.Ordinal));
            Fault = new(Line, line[..other].Count(_separator) + 1, null,
                FormattableString.Invariant($"The header mixes separators: {commas} commas, {semicolons} semicolons, {tabs} tabs."));
        }
    }

    private void Split()
    {
        var line = _lines.Line;
        var at = 0;
        while (at <= line.Length)
        {
            if (at < line.Length && line[at] == '"')
            {
                if (Quoted(line, ref at) is not { } unquoted)
                    return;
                _fields.Add((0, 0, unquoted));
                continue;
            }

            var length = line[at..].IndexOf(_separator);
            length = length < 0 ? line.Length - at : length;
            _fields.Add((at, length, null));
            at += length + 1;
        }
    }

    /// <summary>Reads a quoted field and the separator behind it.</summary>
    private string? Quoted(ReadOnlySpan<char> line, ref int at)
    {
        var unquoted = new System.Text.StringBuilder();
        for (at++; ;)
        {
            var length = line[at..].IndexOf('"');
            if (length < 0)
                return Broken("A quoted field must end on its own line.");
            unquoted.Append(line.Slice(at, length));
            at += length + 1;
            if (at == line.Length || line[at] == _separator)
            {
                at++;
                return unquoted.ToString();
            }

            if (line[at] != '"')
                return Broken("Behind a closing quote stands the separator; a quote inside a quoted field is doubled.");
            unquoted.Append('"');
            at++;
        }
    }

    private string? Broken(string reason)
    {
        Fault = new(Line, Count + 1, null, reason);
        return null;
    }

    private InputFault? Unreadable()
    {
        // In UTF-16 every second byte of a Latin letter is zero; read as UTF-8, a single zero is a control character as any other.
        if (_lines.Line.Count('\0') > _lines.Line.Length / 3)
            return new(Line, 1, null, "Bytes here are not UTF-8 but UTF-16 without a byte order mark. Save the file as \"CSV UTF-8\".");
        if (!_lines.Line.Contains(Undecodable) && _lines.Line.IndexOfAnyInRange('\0', '\x08') < 0 && _lines.Line.IndexOfAnyInRange('\x0A', '\x1F') < 0)
            return null;
        for (var field = 0; field < Count; field++)
        {
            if (this[field].Contains(Undecodable))
                return new(Line, field + 1, null, "Bytes here are not UTF-8; the file is probably Windows-1252. Save it as \"CSV UTF-8\".");
            if (this[field].IndexOfAnyInRange('\0', '\x1F') >= 0)
                return new(Line, field + 1, null, "A control character stands here.");
        }

        return new(Line, 1, null, "A control character stands in the line.");
    }

    private static string Name(char separator) => separator switch
    {
        ',' => "commas",
        ';' => "semicolons",
        _ => "tabs",
    };
}
