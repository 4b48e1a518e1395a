using System.Globalization;

namespace FirearmsRegistry.Benchmarks.Tracing.Files;

/// <summary>What is odd in files and does not end the run: the first few places of each sort are told, and how many there were.</summary>
internal sealed class FileNotes(TextWriter output)
{
    private const int Told = 5;

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Notes one.</summary>
    /// <param name="sort">What it is, as a sentence.</param>
    /// <param name="file">Where.</param>
    /// <param name="line">Its line.</param>
    /// <param name="seen">What stands there, or why.</param>
    public void Add(string sort, string file, int line, string seen)
    {
        var count = _counts[sort] = _counts.GetValueOrDefault(sort) + 1;
        if (count <= Told)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {sort} {seen}"));
    }

    /// <summary>Tells how many there were of those that were not all told.</summary>
    public void Close()
    {
        foreach (var (sort, count) in _counts.Where(one => one.Value > Told))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} in all: {sort}"));
    }
}
