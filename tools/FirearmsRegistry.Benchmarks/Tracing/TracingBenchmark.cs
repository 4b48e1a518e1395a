using System.Diagnostics;
using FirearmsRegistry.Benchmarks.Tracing.Damaging;
using FirearmsRegistry.Benchmarks.Tracing.Generating;
using FirearmsRegistry.Benchmarks.Tracing.Ranking;
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

    public static void Run(int arms, int marks)
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
        var measuring = new Measuring(register, index);
        TracingReport.Print([.. Enum.GetValues<DamageKind>().SelectMany(kind => measuring.Measure(kind, marks))]);
    }

    private static void PrintRegister(IReadOnlyList<RegisterArm> register)
    {
        Console.WriteLine($"{register.Count} arms, seed {Seed}; {GeneratedRegister.ScatteredShare:P0} scattered over ranges of which the register has {GeneratedRegister.ScatteredDensity:P0}, the others in blocks of the density given.");
        foreach (var maker in register.GroupBy(arm => arm.Maker))
        {
            var plan = MakerPlan.All.First(one => one.Name == maker.Key);
            Console.WriteLine($"  {maker.Key,-20} {maker.Count(),7} arms: {string.Join("; ", plan.Formats.Select(format => $"{format.Pattern} density {format.Density:N2} in {format.Runs} blocks"))}");
        }

        Console.WriteLine($"{register.GroupBy(arm => arm.Serial).Count(arms => arms.Count() > 1)} serials stand on more than one arm. Damage: Tracing/Damaging/confusion.csv and scripts.csv.");
    }

    private sealed class Measuring
    {
        private readonly IReadOnlyList<RegisterArm> _register;
        private readonly CandidateIndex _index;
        private readonly string[] _letters;
        private readonly IdealRanker _ideal;
        private readonly MarkDamage _damaging;

        public Measuring(IReadOnlyList<RegisterArm> register, CandidateIndex index)
        {
            (_register, _index) = (register, index);
            _letters = [.. register.Select(arm => arm.Serial.Replace("-", "", StringComparison.Ordinal))];
            var tables = new DamageTables(ConfusionTable.Written);
            _ideal = new IdealRanker(tables, _letters, [.. register.Select(arm => arm.Maker!)]);
            _damaging = new MarkDamage(tables);
            for (var i = 0; i < WarmUps; i++)
                CandidateSearch.Find(index, new CandidateQuestion(MarkReading.Parse("AB1?23").GetOrThrow(), ArmDescription.Unknown));
        }

        public IEnumerable<KindResult> Measure(DamageKind kind, int count)
        {
            var random = new Random(Seed + (int)kind);
            var cases = new List<(int Arm, DamagedMark Mark)>(count);
            while (cases.Count < count)
            {
                var arm = random.Next(_register.Count);
                if (_damaging.Draw(kind, _letters[arm], random) is { } mark)
                    cases.Add((arm, mark));
            }

            foreach (var withMaker in new[] { false, true })
                yield return Measure(kind, withMaker, cases);
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
                    MarkReading.Parse(mark.Text).GetOrThrow(), withMaker ? new ArmDescription(_register[arm].Maker) : ArmDescription.Unknown, Candidates);
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
