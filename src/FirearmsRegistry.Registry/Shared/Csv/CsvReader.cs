using System.Text;

namespace FirearmsRegistry.Registry.Shared.Csv;

/// <summary>Takes text apart into lines of cells.</summary>
internal sealed class CsvReader
{
    private readonly string _text;
    private readonly char _separator;
    private readonly List<IReadOnlyList<CsvCell>> _rows = [];
    private List<CsvCell> _row = [];
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private CsvReader(string text) => (_text, _separator) = (text, SeparatorOf(text));

    private int Column => _at - _lineStart + 1;

    public static (IReadOnlyList<CsvCell>[] Rows, CsvFault? Fault) Read(string text)
    {
        var reader = new CsvReader(text);
        var fault = reader.ReadRows();
        return ([.. reader._rows], fault);
    }

    private static char SeparatorOf(string text)
    {
        var first = text.IndexOfAny([',', ';', '\t', '\r', '\n']);
        return first >= 0 && text[first] is ';' or '\t' ? text[first] : ',';
    }

    private CsvFault? ReadRows()
    {
        while (_at < _text.Length)
        {
            var (line, column) = (_line, Column);
            if (ReadCell(out var cell) is { } fault)
                return fault;
            _row.Add(new CsvCell(cell, line, column));
            if (_at < _text.Length && _text[_at] == _separator)
            {
                _at++;
                // A separator at the very end opens a last, empty cell.
                if (_at == _text.Length)
                    EndRow(new CsvCell("", _line, Column));
                continue;
            }

            EndRow();
            EndLine();
        }

        return null;
    }

    private CsvFault? ReadCell(out string cell)
    {
        if (_at < _text.Length && _text[_at] == '"')
            return ReadQuoted(out cell);
        var start = _at;
        while (_at < _text.Length && _text[_at] != _separator && _text[_at] is not ('\r' or '\n'))
        {
            if (_text[_at] == '"')
            {
                cell = "";
                return new CsvFault(_line, Column,
                    "A quotation mark inside a cell: the whole cell must be quoted, and quotation marks in it doubled.");
            }

            _at++;
        }

        cell = _text[start.._at].Trim();
        return null;
    }

    private CsvFault? ReadQuoted(out string cell)
    {
        var (line, column) = (_line, Column);
        var read = new StringBuilder();
        cell = "";
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] == '"')
            {
                if (_at + 1 < _text.Length && _text[_at + 1] == '"')
                {
                    read.Append('"');
                    _at++;
                    continue;
                }

                _at++;
                cell = read.ToString().Trim();
                return _at == _text.Length || _text[_at] == _separator || _text[_at] is '\r' or '\n'
                    ? null
                    : new CsvFault(_line, Column, "Characters after the closing quotation mark: quotation marks in a cell must be doubled.");
            }

            read.Append(_text[_at]);
            if (_text[_at] == '\n')
                NextLine(_at + 1);
        }

        return new CsvFault(line, column, "The quotation mark that opens this cell is never closed.");
    }

    private void EndRow(params ReadOnlySpan<CsvCell> last)
    {
        _row.AddRange(last);
        if (_row.Any(cell => cell.Text.Length > 0))
            _rows.Add(_row);
        _row = [];
    }

    private void EndLine()
    {
        if (_at < _text.Length && _text[_at] == '\r')
            _at++;
        if (_at < _text.Length && _text[_at] == '\n')
            _at++;
        NextLine(_at);
    }

    private void NextLine(int start)
    {
        _line++;
        _lineStart = start;
    }
}
