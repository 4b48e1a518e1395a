namespace FirearmsRegistry.Cli.Figures;

/// <summary>A text of which the beginning can be looked at before it is read.</summary>
internal sealed class PeekedReader : TextReader
{
    private readonly TextReader _text;
    private readonly char[] _start;
    private readonly int _length;
    private int _at;

    /// <summary>Takes the beginning of a text into memory.</summary>
    public PeekedReader(TextReader text, int most)
    {
        (_text, _start) = (text, new char[most]);
        _length = text.ReadBlock(_start);
    }

    /// <summary>The beginning, to look at.</summary>
    public TextReader Peeked => new StringReader(new string(_start, 0, _length));

    public override int Peek() => _at < _length ? _start[_at] : _text.Peek();

    public override int Read() => _at < _length ? _start[_at++] : _text.Read();

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_at == _length)
            return _text.Read(buffer);
        var taken = Math.Min(buffer.Length, _length - _at);
        _start.AsSpan(_at, taken).CopyTo(buffer);
        _at += taken;
        return taken;
    }
}
