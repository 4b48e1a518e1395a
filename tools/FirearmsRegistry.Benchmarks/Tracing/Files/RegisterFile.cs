using System.Globalization;
using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;

namespace FirearmsRegistry.Benchmarks.Tracing.Files;

/// <summary>A register from a file, ready to be searched.</summary>
internal sealed class RegisterFile
{
    private static readonly string[] Columns = ["id", "maker", "model", "calibre", "country", "year", "serial"];

    private readonly Dictionary<string, int> _arms = new(StringComparer.Ordinal);

    private RegisterFile()
    {
    }

    public CandidateIndex Index { get; } = new();

    /// <summary>Reads a file; rows with the same id are further marks of one arm.</summary>
    public static RegisterFile Read(string file)
    {
        var register = new RegisterFile();
        foreach (var (line, fields) in CsvTable.Read(file, Columns))
        {
            if (fields[0].Length == 0)
                throw new UnreadableFileException(file, line, 1, "The id is missing.");
            if (!register._arms.TryGetValue(fields[0], out var arm))
            {
                arm = register.Index.AddArm(Description(file, line, fields.AsSpan(1, 5), firstColumn: 2));
                register._arms.Add(fields[0], arm);
            }

            register.Index.AddMark(arm, fields[6], MarkRole.Serial);
        }

        return register;
    }

    /// <summary>The number of an arm; null where it is not in the register.</summary>
    public int? ArmOf(string id) => _arms.TryGetValue(id, out var arm) ? arm : null;

    /// <summary>A description from the columns maker, model, calibre, country, year.</summary>
    public static ArmDescription Description(string file, int line, ReadOnlySpan<string> fields, int firstColumn) => new(
        Text(fields[0]), Text(fields[1]), Text(fields[2]), Text(fields[3]), Year(file, line, fields[4], firstColumn + 4));

    private static string? Text(string field) => string.IsNullOrWhiteSpace(field) ? null : field.Trim();

    private static int? Year(string file, int line, string field, int column)
    {
        if (string.IsNullOrWhiteSpace(field))
            return null;
        return int.TryParse(field.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999
            ? year
            : throw new UnreadableFileException(file, line, column, "The year is a number from 1 to 9999, or empty.");
    }
}
