using System.Globalization;

namespace FirearmsRegistry.Marks.Candidates.Weighing;

/// <summary>
/// A written table of confusions: how probably a character that is not read as what was marked is read as each other one. The search
/// derives its costs from <see cref="Written"/>, the file <c>confusions.csv</c> beside this one; who calibrates it changes that file.
/// </summary>
public sealed class ConfusionTable
{
    /// <summary>The characters that it speaks of.</summary>
    public const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private const string Rest = "rest";
    private const double Whole = 100;

    private readonly double[,] _probabilities = new double[Alphabet.Length, Alphabet.Length];

    private ConfusionTable()
    {
    }

    /// <summary>The table of which the search derives its costs.</summary>
    public static ConfusionTable Written { get; } = OfSearch();

    /// <summary>
    /// Reads a table: comments behind <c>#</c>, the header <c>marked,seen</c>, then a line for each character of the alphabet such as
    /// <c>0,O:38 D:16 rest:46</c>, whose numbers add up to 100.
    /// </summary>
    /// <exception cref="FormatException">A line is broken, or a character has none; the message says which.</exception>
    public static ConfusionTable Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var table = new ConfusionTable();
        var left = new HashSet<char>(Alphabet);
        for (var (line, number) = (reader.ReadLine(), 1); line is not null; line = reader.ReadLine(), number++)
        {
            if (line.Length == 0 || line[0] == '#' || line == "marked,seen")
                continue;
            if (line.Length < 3 || line[1] != ',' || !left.Remove(line[0]))
                throw new FormatException($"Line {number}: one line is expected for each digit and capital, such as \"0,O:38 rest:62\".");
            table.Fill(line[0], line[2..], number);
        }

        return left.Count == 0 ? table : throw new FormatException($"There is no line for {string.Join(' ', left.Order())}.");
    }

    /// <summary>How probably a misread character is read as another, both by their place in <see cref="Alphabet"/>; zero for itself.</summary>
    public double Probability(int marked, int seen) => _probabilities[marked, seen];

    private static ConfusionTable OfSearch()
    {
        using var stream = typeof(ConfusionTable).Assembly.GetManifestResourceStream("candidates/confusions.csv")
            ?? throw new InvalidOperationException("confusions.csv is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    private void Fill(char marked, string entries, int line)
    {
        var row = Alphabet.IndexOf(marked, StringComparison.Ordinal);
        var (sum, rest) = (0.0, 0.0);
        foreach (var entry in entries.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split(':');
            if (parts.Length != 2 || !double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share))
                throw new FormatException($"Line {line}: \"{entry}\" is no character with a number.");
            sum += share;
            if (parts[0] == Rest)
                rest = share;
            else if (parts[0].Length == 1 && parts[0][0] != marked && Alphabet.Contains(parts[0][0], StringComparison.Ordinal))
                _probabilities[row, Alphabet.IndexOf(parts[0][0], StringComparison.Ordinal)] = share / Whole;
            else
                throw new FormatException($"Line {line}: \"{parts[0]}\" is no other digit or capital.");
        }

        if (Math.Abs(sum - Whole) > 1e-6)
            throw new FormatException($"Line {line}: the numbers add up to {sum.ToString(CultureInfo.InvariantCulture)} and not to 100.");
        var others = Enumerable.Range(0, Alphabet.Length).Where(seen => seen != row && _probabilities[row, seen] == 0).ToArray();
        foreach (var seen in others)
            _probabilities[row, seen] = rest / Whole / others.Length;
    }
}
