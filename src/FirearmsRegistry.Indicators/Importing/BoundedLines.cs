namespace FirearmsRegistry.Indicators.Importing;

/// <summary>
/// Hands out the lines of a text from one buffer. A file of strangers may have no line end at all, so a line is bounded; and two million
/// lines are not two million strings.
/// </summary>
internal sealed class BoundedLines(TextReader text)
{
    /// <summary>The longest line taken, in characters.</summary>
    public const int Longest = 32_768;

    private readonly char[] _buffer = new char[2 * Longest];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The line read last; it is overwritten by the next.</summary>
    public ReadOnlySpan<char> Line => _buffer.AsSpan(LineStart, LineLength);

    public bool TooLong { get; private set; }

    private int LineStart { get; set; }

    private int LineLength { get; set; }

    /// <summary>Reads the next line without its end; false at the end of the text and behind a line that is too long.</summary>
    public bool Read()
    {
        if (TooLong)
            return false;
        for (; ; )
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf('\n');
            if (length >= 0 || (_ended && _start < _end))
                return Take(length < 0 ? _end - _start : length, length >= 0);
            if (_ended)
                return false;
            Fill();
        }
    }

    private bool Take(int length, bool hasEnd)
    {
        (LineStart, LineLength) = (_start, length);
        _start += length + (hasEnd ? 1 : 0);
        if (LineLength > 0 && _buffer[LineStart + LineLength - 1] == '\r')
            LineLength--;
        TooLong = LineLength > Longest;
        return !TooLong;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            (TooLong, _ended, _start) = (true, true, _end);
            return;
        }

        var read = text.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
    }
}
