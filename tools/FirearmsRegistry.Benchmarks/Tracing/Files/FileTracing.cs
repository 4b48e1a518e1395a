using System.Diagnostics;
using System.Text.Json;
using FirearmsRegistry.Benchmarks.Measuring;
using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.MarksAsRead;
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

    private const int WarmUps = 50;
    private static readonly CatalogueNames Names = new(CatalogueLookUp.Seeded);
    private static readonly string[] Columns = ["mark", "maker", "model", "calibre", "country", "year", "expected_id", "kind"];

    public static int Run(string registerFile, string queriesFile)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            var register = RegisterFile.Read(registerFile);
            Console.Error.WriteLine($"{register.Index.Arms} arms read in {watch.Elapsed.TotalSeconds:N1} s; {register.Index.Bytes / Math.Max(register.Index.Arms, 1)} bytes each.");
            var queries = CsvTable.Read(queriesFile, Columns).Select(row => Query.Of(register, queriesFile, row.Line, row.Fields)).ToArray();
            foreach (var query in queries.Where(query => query.Question is not null).Take(WarmUps))
                CandidateSearch.Find(register.Index, query.Question!, Names);
            foreach (var kind in queries.GroupBy(query => query.Kind))
                Print(kind.Key, [.. kind.Select(query => Search(register, query))]);
            return 0;
        }
        catch (UnreadableFileException e)
        {
            Console.Error.WriteLine(e.Message);
            return Unreadable;
        }
    }

    private static Searched Search(RegisterFile register, Query query)
    {
        if (query.Question is not { } question)
            return new Searched(null, null);
        var start = Stopwatch.GetTimestamp();
        var found = CandidateSearch.Find(register.Index, question, Names);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        for (var place = 0; place < found.Candidates.Count; place++)
        {
            if (found.Candidates[place].Arm == query.Expected)
                return new Searched(time, place + 1);
        }

        return new Searched(time, null);
    }

    private static void Print(string kind, IReadOnlyList<Searched> searched)
    {
        var times = searched.Select(one => one.Milliseconds).OfType<double>().DefaultIfEmpty(0).ToArray();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["kind"] = kind,
            ["queries"] = searched.Count,
            ["recall_at_1"] = Share(searched.Count(one => one.Place <= 1), searched.Count),
            ["recall_at_5"] = Share(searched.Count(one => one.Place <= 5), searched.Count),
            ["p50_ms"] = Math.Round(Statistics.Quantile(times, 0.5), 3),
            ["p95_ms"] = Math.Round(Statistics.Quantile(times, 0.95), 3),
        }));
    }

    private static double Share(int part, int whole) => Math.Round((double)part / whole, 5);

    private sealed record Searched(double? Milliseconds, int? Place);

    /// <summary>A row of the queries; without a question where the mark is none, which counts as not found.</summary>
    private sealed record Query(CandidateQuestion? Question, int Expected, string Kind)
    {
        private const int Candidates = 5;

        public static Query Of(RegisterFile register, string file, int line, string[] fields)
        {
            var expected = register.ArmOf(fields[6]) ?? throw new UnreadableFileException(file, line, 7, $"No arm of the register has the id \"{fields[6]}\".");
            var description = RegisterFile.Description(file, line, fields.AsSpan(1, 5), firstColumn: 2);
            if (MarkReading.Parse(fields[0]).TryGet(out var mark, out var fault))
                return new Query(new CandidateQuestion(mark, description, Candidates), expected, fields[7]);
            Console.Error.WriteLine($"{file}:{line}:1: not searched, counted as not found: {fault.Rule}{(fault.At is { } at ? $" (character {at + 1})" : "")}");
            return new Query(null, expected, fields[7]);
        }
    }
}
