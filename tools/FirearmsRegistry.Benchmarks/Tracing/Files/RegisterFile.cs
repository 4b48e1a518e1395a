using System.Globalization;
using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;

namespace FirearmsRegistry.Benchmarks.Tracing.Files;

/// <summary>A register from a file, ready to be searched.</summary>
internal sealed class RegisterFile
{
    private const int FirstYear = 1;
    private const int LastYear = 9999;

    private static readonly string[] Required = ["id", "serial"];

    private readonly Dictionary<string, int> _arms = new(StringComparer.Ordinal);

    private RegisterFile()
    {
    }

    /// <summary>The columns that describe an arm, in the file of arms and in that of marks.</summary>
    public static IReadOnlyList<string> Describing { get; } = ["maker", "model", "calibre", "country", "year"];

    public CandidateIndex Index { get; } = new();

    /// <summary>Reads a file; rows with the same id are further marks of one arm.</summary>
    public static RegisterFile Read(string file, FileNotes notes)
    {
        var register = new RegisterFile();
        foreach (var (line, fields) in CsvTable.Read(file, Required, Describing))
        {
            var id = fields[0].Trim();
            if (id.Length == 0)
            {
                notes.Add("An arm without an id is left out.", file, line, "");
                continue;
            }

            if (!register._arms.TryGetValue(id, out var arm))
            {
                arm = register.Index.AddArm(Description(fields.AsSpan(Required.Length), file, line, notes));
                register._arms.Add(id, arm);
            }

            if (!register.Index.AddMark(arm, fields[1], MarkRole.Serial))
                notes.Add("A serial without letters and digits cannot be found.", file, line, $"\"{fields[1]}\"");
        }

        return register;
    }

    /// <summary>The number of an arm; null where it is not in the register.</summary>
    public int? ArmOf(string id) => _arms.TryGetValue(id.Trim(), out var arm) ? arm : null;

    /// <summary>A description from the columns of <see cref="Describing"/>; what is empty, or is no year, is unknown.</summary>
    public static ArmDescription Description(ReadOnlySpan<string> fields, string file, int line, FileNotes notes) =>
        new(Text(fields[0]), Text(fields[1]), Text(fields[2]), Text(fields[3]), Year(fields[4], file, line, notes));

    private static string? Text(string field) => string.IsNullOrWhiteSpace(field) ? null : field.Trim();

    private static int? Year(string field, string file, int line, FileNotes notes)
    {
        if (string.IsNullOrWhiteSpace(field))
            return null;
        if (int.TryParse(field.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear)
            return year;
        notes.Add("A year that is no number from 1 to 9999 is taken as unknown.", file, line, $"\"{field}\"");
        return null;
    }
}
