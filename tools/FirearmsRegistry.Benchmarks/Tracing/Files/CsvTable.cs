using System.Globalization;
using System.Text;

namespace FirearmsRegistry.Benchmarks.Tracing.Files;

/// <summary>A file that cannot be read, with the place of the fault.</summary>
internal sealed class UnreadableFileException(string file, int line, int column, string reason)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}: {reason}"));

/// <summary>Reads CSV files with a header (RFC 4180; UTF-8, with or without byte order mark), row by row.</summary>
internal sealed class CsvTable
{
    private const char Quote = '"';
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _file;
    private readonly StreamReader _reader;
    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private int _line = 1;
    private int _column = 1;
    private bool _closed;

    private CsvTable(string file, StreamReader reader) => (_file, _reader) = (file, reader);

    /// <summary>
    /// The rows after the header, each with the line on which it begins and its fields in the order in which the columns are asked for. Columns
    /// stand in any order, others are passed over, and what a file has no column for is empty. Empty lines are passed over.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may.</param>
    /// <exception cref="UnreadableFileException">The file is not there, is no UTF-8, lacks a column, or a row is broken.</exception>
    public static IEnumerable<(int Line, string[] Fields)> Read(string file, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        using var reader = Open(file);
        var table = new CsvTable(file, reader);
        var header = table.NextRow() ?? throw new UnreadableFileException(file, 1, 1, $"The file is empty; its first line names the columns {string.Join(',', required)}.");
        var places = PlacesOf(file, header, required, optional);
        var line = table._line;
        for (var fields = table.NextRow(); fields is not null; fields = table.NextRow())
        {
            if (fields is not [""])
            {
                if (fields.Length != header.Length)
                    throw new UnreadableFileException(file, line, Math.Min(fields.Length, header.Length) + 1, $"{header.Length} columns are expected, {fields.Length} were found.");
                yield return (line, [.. places.Select(place => place < 0 ? "" : fields[place])]);
            }

            line = table._line;
        }
    }

    private static int[] PlacesOf(string file, string[] header, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var names = Array.ConvertAll(header, name => name.Trim().ToLowerInvariant());
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length > 0 && Array.IndexOf(names, names[i]) < i)
                throw new UnreadableFileException(file, 1, i + 1, $"There are two columns \"{names[i]}\".");
        }

        if (required.FirstOrDefault(name => !names.Contains(name)) is { } missing)
            throw new UnreadableFileException(file, 1, 1, $"There is no column \"{missing}\"; the first line names the columns {string.Join(',', required)}, and may name {string.Join(',', optional)}.");
        return [.. required.Concat(optional).Select(name => Array.IndexOf(names, name))];
    }

    private static StreamReader Open(string file)
    {
        try
        {
            return new StreamReader(file, StrictUtf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnreadableFileException(file, 0, 0, "The file cannot be opened.");
        }
    }

    /// <summary>The next row; null at the end.</summary>
    private string[]? NextRow()
    {
        if (Peek() < 0)
            return null;
        _fields.Clear();
        _column = 1;
        while (!ReadField())
            _column++;
        return [.. _fields];
    }

    /// <summary>Reads one field, and tells whether it was the row's last.</summary>
    private bool ReadField()
    {
        _field.Clear();
        if (Peek() == Quote)
            ReadQuoted();
        while (true)
        {
            switch (Take())
            {
                case < 0 or '\n':
                    return Finish(last: true);
                case '\r' when Peek() is '\n' or < 0:
                    Take();
                    return Finish(last: true);
                case ',':
                    return Finish(last: false);
                case var other:
                    // A quote inside a field that does not begin with one is an inch mark and nothing else.
                    if (_closed)
                        throw Fault("Something stands behind the closing quote of a field.");
                    _field.Append((char)other);
                    break;
            }
        }
    }

    private bool Finish(bool last)
    {
        _fields.Add(_field.ToString());
        _closed = false;
        return last;
    }

    private void ReadQuoted()
    {
        var opened = _line;
        Take();
        while (true)
        {
            var next = Take();
            if (next < 0)
                throw new UnreadableFileException(_file, opened, _column, "A quote is not closed.");
            if (next != Quote)
            {
                _field.Append((char)next);
                continue;
            }

            if (Peek() != Quote)
                break;
            _field.Append((char)Take());
        }

        _closed = true;
    }

    private int Take()
    {
        try
        {
            var next = _reader.Read();
            if (next == '\n')
                _line++;
            return next;
        }
        catch (DecoderFallbackException)
        {
            throw Fault("The bytes are not UTF-8.");
        }
    }

    private int Peek()
    {
        try
        {
            return _reader.Peek();
        }
        catch (DecoderFallbackException)
        {
            throw Fault("The bytes are not UTF-8.");
        }
    }

    private UnreadableFileException Fault(string reason) => new(_file, _line, _column, reason);
}
