using System.Numerics;
using System.Runtime.Intrinsics;

using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.Candidates.Scanning;
using FirearmsRegistry.Marks.Candidates.Weighing;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>
/// Finds the arms that most probably carry a mark. Every mark of the index is weighed, so that none is lost to a filter; what is left out
/// are lengths of which even the best mark would cost more than those found already.
/// </summary>
public static class CandidateSearch
{
    private const int BlocksPerPart = 512;
    private const int MarksPerArm = 8;

    // Below this many marks a second thread costs more than it saves.
    private const int MarksWorthThreads = 100_000;

    /// <summary>Searches.</summary>
    /// <param name="index">The register.</param>
    /// <param name="question">What is sought.</param>
    /// <param name="names">Compares names; by their letters alone where none is given.</param>
    /// <param name="threads">How many threads may take part; all processors where none is given.</param>
    /// <param name="standingOf">An arm of which is told where it stands, wherever that is.</param>
    public static CandidateList Find(
        CandidateIndex index, CandidateQuestion question, IDescriptionNames? names = null, int? threads = null, int? standingOf = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(question);
        var weights = new ReadingWeights(ReadTokens.Of(question.Mark));
        if (!weights.Tokens.Any(token => token.Readable))
            return new CandidateList(0, []);
        var descriptions = new DescriptionCosts(question.Description, index.Tables, names ?? new SpelledNames());
        var parts = Parts(index, weights);
        var workers = index.Marks < MarksWorthThreads ? 1 : Math.Clamp(threads ?? Environment.ProcessorCount, 1, 16);
        var best = Enumerable.Range(0, workers).Select(_ => new BestMarks(question.Limit * MarksPerArm)).ToArray();
        var next = -1;
        void Work(int worker)
        {
            var scan = new BlockScan(weights);
            for (var part = Interlocked.Increment(ref next); part < parts.Count; part = Interlocked.Increment(ref next))
                Scan(index, parts[part], scan, descriptions, best[worker], question.CostOfEquality);
        }

        if (workers == 1)
            Work(0);
        else
            Parallel.For(0, workers, Work);
        foreach (var other in best.Skip(1))
            best[0].Merge(other);
        var ranked = new RankedMarks(best[0], mark => new Alignment(weights, index.SymbolsOf(index.MarkAt(mark))), mark => index.MarkAt(mark).Arm);
        return new CandidateList(index.Marks, Explained(index, question, descriptions, ranked),
            standingOf is { } arm ? Standing(index, arm, weights, descriptions, best[0], ranked, question.CostOfEquality) : null);
    }

    private static ArmStanding? Standing(
        CandidateIndex index, int arm, ReadingWeights weights, DescriptionCosts descriptions, BestMarks best, RankedMarks ranked, int equality)
    {
        var kept = ranked.Marks.Where(mark => index.MarkAt(mark.Mark).Arm == arm).Select(mark => (RankedMark?)mark).FirstOrDefault();
        if (kept is { } found)
            return new ArmStanding(found.Cost, ranked.AsGood(found), ranked.Better(found));
        var cost = index.MarksOf(arm)
            .Select(mark => (Differences: new Alignment(weights, index.SymbolsOf(mark)).Cost, mark.Role))
            .Select(mark => (mark.Differences == 0 ? equality : mark.Differences) + CostOf(mark.Role) + descriptions.Of(index.PackedOf(arm)))
            .DefaultIfEmpty(Costs.Limit).Min();
        return cost >= Costs.Limit ? null
            : cost > best.Threshold ? new ArmStanding(cost, null, null)
            : new ArmStanding(cost, best.CountOf(cost) - 1, best.CountBelow(cost));
    }

    private static List<Part> Parts(CandidateIndex index, ReadingWeights weights)
    {
        var parts = new List<Part>();
        foreach (var bucket in index.Buckets.OrderBy(bucket => weights.LeastOf(bucket.Length)).ThenBy(bucket => bucket.Length))
        {
            for (var from = 0; from < bucket.Blocks; from += BlocksPerPart)
                parts.Add(new Part(bucket, from, Math.Min(from + BlocksPerPart, bucket.Blocks), weights.LeastOf(bucket.Length)));
        }

        return parts;
    }

    private static void Scan(CandidateIndex index, Part part, BlockScan scan, DescriptionCosts descriptions, BestMarks best, int equality)
    {
        if (part.Least > best.Threshold)
            return;
        for (var block = part.From; block < part.To; block++)
        {
            var costs = scan.Score(part.Bucket.Symbols(block), part.Bucket.Length);
            var lanes = Vector256.LessThanOrEqual(costs, Vector256.Create((byte)best.Threshold)).ExtractMostSignificantBits();
            if (lanes == 0)
                continue;
            var marks = part.Bucket.Marks(block);
            for (; lanes != 0; lanes &= lanes - 1)
            {
                var lane = BitOperations.TrailingZeroCount(lanes);
                if (marks[lane] == LengthBucket.Empty)
                    continue;
                ref readonly var mark = ref index.MarkAt(marks[lane]);
                best.Offer((costs[lane] == 0 ? equality : costs[lane]) + CostOf(mark.Role) + descriptions.Of(index.PackedOf(mark.Arm)), marks[lane]);
            }
        }
    }

    /// <summary>The frame's number first among equals; import and State marks are not what is read as a serial.</summary>
    private static int CostOf(MarkRole role) => role switch
    {
        MarkRole.Serial => 0,
        MarkRole.NationalNumber => 1,
        MarkRole.ComponentSerial or MarkRole.WholeText => 2,
        MarkRole.ImportMark or MarkRole.StateMark => 4,
        _ => 6,
    };

    private static List<Candidate> Explained(CandidateIndex index, CandidateQuestion question, DescriptionCosts descriptions, RankedMarks ranked)
    {
        var candidates = new List<Candidate>(question.Limit);
        foreach (var one in ranked.Marks.Take(question.Limit))
        {
            ref readonly var mark = ref index.MarkAt(one.Mark);
            candidates.Add(new Candidate(mark.Arm, mark.Tag, mark.Role, one.Cost, RankedMarks.Of(one.FineCost) / ranked.Likelihood, ranked.AsGood(one), ranked.Better(one),
                one.Alignment.Compare(), descriptions.Explain(index.DescriptionOf(mark.Arm))));
        }

        return candidates;
    }

    private readonly record struct Part(LengthBucket Bucket, int From, int To, int Least);
}
