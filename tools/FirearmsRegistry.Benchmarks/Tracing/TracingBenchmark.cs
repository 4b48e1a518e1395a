using System.Diagnostics;
using System.Text.Json;
using FirearmsRegistry.Benchmarks.Tracing.Damaging;
using FirearmsRegistry.Benchmarks.Tracing.Generating;
using FirearmsRegistry.Benchmarks.Tracing.Ranking;
using FirearmsRegistry.Benchmarks.Tracing.Serving;
using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.Candidates.Weighing;
using FirearmsRegistry.Marks.MarksAsRead;

namespace FirearmsRegistry.Benchmarks.Tracing;

/// <summary>
/// How often the right arm is among the first five for a damaged mark, against the best that any search could do on the same register and
/// the same marks, and how long a search takes.
/// </summary>
internal static class TracingBenchmark
{
    private const int Seed = 20_260_301;
    private const int Candidates = 10;
    private const int WarmUps = 100;
    private const int ForeignShare = 5;
    private const int Scanned = 36;

    public static async Task RunAsync(int arms, int marks, int served, ConfusionTable? foreign, CancellationToken token)
    {
        var register = GeneratedRegister.Make(arms, Seed);
        PrintRegister(register);
        var watch = Stopwatch.StartNew();
        var index = new CandidateIndex();
        foreach (var arm in register)
        {
            var number = index.AddArm(new ArmDescription(arm.Maker, arm.Model, arm.Calibre, arm.Country, arm.Year));
            index.AddMark(number, arm.Serial, MarkRole.Serial);
        }

        Console.WriteLine($"Index: {index.Arms} arms in {watch.Elapsed.TotalSeconds:N1} s, {index.Bytes / 1_000_000.0:N1} MB, {(double)index.Bytes / index.Arms:N0} bytes each, ids not counted.");
        Console.WriteLine(JsonSerializer.Serialize(new { benchmark = "tracing-memory", arms = index.Arms, bytes = index.Bytes, bytesPerArm = index.Bytes / index.Arms }));
        var measuring = new Measuring(register, index, ConfusionTable.Written);
        TracingReport.Print("the search's own table", [.. Enum.GetValues<DamageKind>().SelectMany(kind => measuring.Measure(kind, marks))]);
        var strange = new Measuring(register, index, foreign ?? DamageTables.ForeignConfusions());
        TracingReport.Print("a table that the search does not know",
            [.. new[] { DamageKind.OneWrong, DamageKind.TwoWrong }.SelectMany(kind => strange.Measure(kind, Math.Max(marks / ForeignShare, 1)))]);
        var cases = measuring.DrawInTurn(served);
        await ServerTracing.RunAsync(register, cases, [.. cases.Take(Scanned)], token);
    }

    private static void PrintRegister(IReadOnlyList<RegisterArm> register)
    {
        Console.WriteLine($"{register.Count} arms, seed {Seed}; {GeneratedRegister.ScatteredShare:P0} scattered over ranges of which the register has {GeneratedRegister.ScatteredDensity:P0}, the others in blocks of the density given.");
        foreach (var maker in register.GroupBy(arm => arm.Maker))
        {
            var plan = MakerPlan.All.First(one => one.Name == maker.Key);
            Console.WriteLine($"  {maker.Key,-20} {maker.Count(),7} arms: {string.Join("; ", plan.Formats.Select(format => $"{format.Pattern} density {format.Density:N2} in {format.Runs} blocks"))}");
        }

        Console.WriteLine($"{register.GroupBy(arm => arm.Serial).Count(arms => arms.Count() > 1)} serials stand on more than one arm. Damage: confusions.csv of the search, Tracing/Damaging/scripts.csv.");
    }

    private sealed class Measuring
    {
        private readonly IReadOnlyList<RegisterArm> _register;
        private readonly CandidateIndex _index;
        private readonly string[] _letters;
        private readonly IdealRanker _ideal;
        private readonly MarkDamage _damaging;

        public Measuring(IReadOnlyList<RegisterArm> register, CandidateIndex index, ConfusionTable confusions)
        {
            (_register, _index) = (register, index);
            _letters = [.. register.Select(arm => arm.Serial.Replace("-", "", StringComparison.Ordinal))];
            var tables = new DamageTables(confusions);
            _ideal = new IdealRanker(tables, _letters, [.. register.Select(arm => arm.Maker!)]);
            _damaging = new MarkDamage(tables);
            for (var i = 0; i < WarmUps; i++)
                CandidateSearch.Find(index, new CandidateQuestion(MarkReading.Parse("AB1?23").GetOrThrow(), ArmDescription.Unknown));
        }

        /// <summary>Damaged marks, each of the next kind.</summary>
        public IReadOnlyList<ServedCase> DrawInTurn(int count)
        {
            var kinds = Enum.GetValues<DamageKind>();
            var byKind = kinds.Select(kind => Draw(kind, count / kinds.Length + 1)).ToArray();
            return [.. Enumerable.Range(0, count).Select(i => (Kind: kinds[i % kinds.Length], Case: byKind[i % kinds.Length][i / kinds.Length]))
                .Select(one => new ServedCase(one.Kind, one.Case.Arm, one.Case.Mark))];
        }

        public IEnumerable<KindResult> Measure(DamageKind kind, int count)
        {
            var cases = Draw(kind, count);
            foreach (var withMaker in new[] { false, true })
                yield return Measure(kind, withMaker, cases);
        }

        private List<(int Arm, DamagedMark Mark)> Draw(DamageKind kind, int count)
        {
            var random = new Random(Seed + (int)kind);
            var cases = new List<(int Arm, DamagedMark Mark)>(count);
            while (cases.Count < count)
            {
                var arm = random.Next(_register.Count);
                if (_damaging.Draw(kind, _letters[arm], random) is { } mark)
                    cases.Add((arm, mark));
            }

            return cases;
        }

        private KindResult Measure(DamageKind kind, bool withMaker, List<(int Arm, DamagedMark Mark)> cases)
        {
            var told = new Standing[cases.Count];
            var untold = new Standing[cases.Count];
            Parallel.For(0, cases.Count, i =>
            {
                var (arm, mark) = cases[i];
                var maker = withMaker ? _register[arm].Maker : null;
                told[i] = _ideal.Rank(kind, mark, _letters[arm], maker);
                untold[i] = _ideal.RankUntold(kind, mark, _letters[arm], maker);
            });

            var times = new double[cases.Count];
            var found = new ArmStanding?[cases.Count];
            for (var i = 0; i < cases.Count; i++)
            {
                var (arm, mark) = cases[i];
                var question = new CandidateQuestion(
                    MarkReading.Parse(mark.Text).GetOrThrow(), withMaker ? new ArmDescription(_register[arm].Maker) : ArmDescription.Unknown, Candidates, KnownDamaged: true);
                var start = Stopwatch.GetTimestamp();
                var list = CandidateSearch.Find(_index, question, standingOf: arm);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                found[i] = list.Standing;
            }

            return new KindResult(kind, withMaker, Mean(told), Mean(untold), Mean([.. found.Select(Of)]),
                (double)found.Count(standing => standing is not null) / found.Length, times);
        }

        private static Standing Of(ArmStanding? standing) =>
            standing is { Better: { } better, AsGood: { } asGood } ? new Standing(better, asGood) : new Standing(int.MaxValue / 2, 0);

        private static (double One, double Five) Mean(IReadOnlyList<Standing> standings) =>
            (standings.Average(standing => standing.RecallAt(1)), standings.Average(standing => standing.RecallAt(5)));
    }
}
