using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.MarksAsRead;

namespace FirearmsRegistry.Benchmarks.Tracing.Files;

/// <summary>A mark of a file that is searched. One that is no mark, or is expected on an arm that is not in the register, counts as not found.</summary>
/// <param name="Question">What is searched by; null where the mark is none.</param>
/// <param name="Expected">The number of the arm that carries it; null where the register has none of that id.</param>
/// <param name="Kind">What the file calls the damage.</param>
internal sealed record FileQuery(CandidateQuestion? Question, int? Expected, string Kind)
{
    private const int Candidates = 5;
    private const string NoKind = "unknown";

    private static readonly string[] Required = ["mark", "expected_id"];
    private static readonly string[] Optional = [.. RegisterFile.Describing, "kind"];

    /// <summary>Reads a file.</summary>
    public static IReadOnlyList<FileQuery> Read(string file, RegisterFile register, KnownDamage known, FileNotes notes) =>
        [.. CsvTable.Read(file, Required, Optional).Select(row => Of(row.Fields, file, row.Line, register, known, notes))];

    private static FileQuery Of(string[] fields, string file, int line, RegisterFile register, KnownDamage known, FileNotes notes)
    {
        var expected = register.ArmOf(fields[1]);
        if (expected is null)
            notes.Add("No arm of the register has the expected id: counted as not found.", file, line, $"\"{fields[1]}\"");
        var description = RegisterFile.Description(fields.AsSpan(Required.Length), file, line, notes);
        var kind = fields[^1].Trim() is { Length: > 0 } named ? named : NoKind;
        return new FileQuery(
            Reading(fields[0], file, line, notes) is { } mark ? new CandidateQuestion(mark, description, Candidates, known.IsKnown(kind)) : null, expected, kind);
    }

    private static MarkReading? Reading(string text, string file, int line, FileNotes notes)
    {
        const string sort = "Not searched, counted as not found:";
        if (!MarkReading.Parse(text.Trim()).TryGet(out var mark, out var fault))
            notes.Add(sort, file, line, fault.At is { } at ? $"{fault.Rule} (character {at + 1})" : fault.Rule);
        else if (!mark.IsComparable)
            notes.Add(sort, file, line, MarkReading.NothingComparable);
        else
            return mark;
        return null;
    }
}
