using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using FirearmsRegistry.Benchmarks.Measuring;
using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Registry.Catalogues.LookingUp;
using FirearmsRegistry.Registry.Firearms.FindingCandidates;

namespace FirearmsRegistry.Benchmarks.Tracing.Files;

/// <summary>
/// Searches marks of a file among arms of a file, without a database, and prints what was found by kind: one JSON line each on standard
/// output, everything else on the error output.
/// </summary>
internal static class FileTracing
{
    public const int Unreadable = 2;

    private const int WarmUps = 150;
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly CatalogueNames Names = new(CatalogueLookUp.Seeded);

    /// <summary>Runs; 0 where the files could be read, whatever was found.</summary>
    public static int Run(string registerFile, string queriesFile, KnownDamage known, TextWriter output, TextWriter errors)
    {
        try
        {
            var notes = new FileNotes(errors);
            var watch = Stopwatch.StartNew();
            var register = RegisterFile.Read(registerFile, notes);
            errors.WriteLine($"{register.Index.Arms} arms read in {watch.Elapsed.TotalSeconds:N1} s; {register.Index.Bytes / Math.Max(register.Index.Arms, 1)} bytes each.");
            var queries = FileQuery.Read(queriesFile, register, known, notes);
            notes.Close();
            if (queries.Count == 0)
                errors.WriteLine($"{queriesFile}: there are no marks to search.");
            foreach (var query in queries.Where(query => query.Question is not null).Take(WarmUps))
                CandidateSearch.Find(register.Index, query.Question!, Names);
            foreach (var kind in queries.GroupBy(query => query.Kind))
                output.WriteLine(JsonSerializer.Serialize(Line(kind.Key, [.. kind], known.IsKnown(kind.Key), [.. kind.Select(query => Search(register, query))]), AsWritten));
            return 0;
        }
        catch (UnreadableFileException e)
        {
            errors.WriteLine(e.Message);
            return Unreadable;
        }
    }

    private static Searched Search(RegisterFile register, FileQuery query)
    {
        if (query.Question is not { } question)
            return new Searched(null, null, null);
        var start = Stopwatch.GetTimestamp();
        var found = CandidateSearch.Find(register.Index, question, Names);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var place = PlaceOf(query.Expected, found);
        return new Searched(time, place,
            question.KnownDamaged ? PlaceOf(query.Expected, CandidateSearch.Find(register.Index, question with { KnownDamaged = false }, Names)) : place);
    }

    private static int? PlaceOf(int? expected, CandidateList found)
    {
        for (var place = 0; place < found.Candidates.Count; place++)
        {
            if (found.Candidates[place].Arm == expected)
                return place + 1;
        }

        return null;
    }

    private static Dictionary<string, object> Line(string kind, IReadOnlyList<FileQuery> queries, bool knownDamaged, IReadOnlyList<Searched> searched)
    {
        var times = searched.Select(one => one.Milliseconds).OfType<double>().DefaultIfEmpty(0).ToArray();
        return new()
        {
            ["kind"] = kind,
            ["queries"] = queries.Count,
            ["recall_at_1"] = Share(searched.Count(one => one.Place <= 1), queries.Count),
            ["recall_at_5"] = Share(searched.Count(one => one.Place <= 5), queries.Count),
            ["p50_ms"] = Math.Round(Statistics.Quantile(times, 0.5), 3),
            ["p95_ms"] = Math.Round(Statistics.Quantile(times, 0.95), 3),
            ["known_damaged"] = knownDamaged,
            ["recall_at_1_untold"] = Share(searched.Count(one => one.Untold <= 1), queries.Count),
            ["recall_at_5_untold"] = Share(searched.Count(one => one.Untold <= 5), queries.Count),
            ["refused"] = queries.Count(query => query.Question is null),
            ["expected_unknown"] = queries.Count(query => query.Expected is null),
        };
    }

    private static double Share(int part, int whole) => Math.Round((double)part / whole, 5);

    /// <param name="Milliseconds">How long it took.</param>
    /// <param name="Place">The place of the right arm.</param>
    /// <param name="Untold">Its place where the search is not told that the mark is damaged.</param>
    private sealed record Searched(double? Milliseconds, int? Place, int? Untold);
}
