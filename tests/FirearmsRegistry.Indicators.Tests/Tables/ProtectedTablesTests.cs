using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Suppressing;
using FirearmsRegistry.Indicators.Tables;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Tests.Tables;

public sealed class ProtectedTablesTests
{
    private const int Threshold = 5;
    private const string Compilation = "UNODC (0a1b2c3d)";

    private static readonly string[] Types = ["pistol", "rifle", "shotgun", "other"];

    private static readonly string[] Markings = ["uniquely_marked", "altered_marking", "no_marking"];

    private static readonly string[] NumeratorLines = ["1.2", "1.3", "1.4"];

    private static readonly Dictionary<IndicatorVariant, string[]> Denominators = new()
    {
        [IndicatorVariant.PotentiallyTraceable] = ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "3"],
        [IndicatorVariant.UniquelyIdentifiable] = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"],
        [IndicatorVariant.MetadataLiteral] = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.a", "2.b", "2.c", "3"],
    };

    /// <summary>
    /// Tries to solve for every small count with all that anybody can have at once: the tables of the register, those of a compilation of the same arms,
    /// the figures of today and those of vintages that were published before some lines changed. It shares nothing with the code.
    /// </summary>
    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(400)]
    public void No_small_count_can_be_computed_from_tables_other_sources_and_figures_together(int arms)
    {
        var random = new Random(arms);
        var shown = 0;
        for (var trial = 0; trial < 20; trial++)
        {
            var world = World.Any(random, arms);
            var handedOut = ProtectedTables.Of(world.Tables, Threshold, world.Knowledge);

            var reader = world.ReaderOf(handedOut);
            shown += handedOut.Sum(one => one.Tables.Sum(table => table.Cells.Count(cell => cell.Count > 0)));
            Assert.All(world.Small(Threshold), small =>
            {
                Assert.False(reader.IsDetermined(small), $"trial {trial}: {small} follows from what is handed out");
                Assert.True(reader.Width(small) is not < Threshold - 1, $"trial {trial}: {small} is narrowed down to {reader.Width(small) + 1} counts");
            });
        }

        Assert.True(arms < 400 || shown > 0);
    }

    [Fact]
    public void The_reader_of_these_tests_finds_what_sources_protected_one_by_one_would_tell()
    {
        var random = new Random(7);
        Assert.Contains(Enumerable.Range(0, 60).Select(_ => World.Any(random, 60)), world =>
        {
            var oneByOne = world.Tables.SelectMany(one => ProtectedTables.Of([one], Threshold)).ToList();
            var reader = world.ReaderOf(oneByOne);
            return world.Small(Threshold).Any(reader.IsDetermined);
        });
    }

    [Fact]
    public void What_one_source_hides_another_one_that_says_the_same_does_not_show()
    {
        QuestionnaireTables Of(string source, string total, string by, params (string Category, long Count)[] cells) => new(
            CountryCode.Parse("ESP").GetOrThrow(), 2020, FigureIntake.Seized, TableCell.Of("total", cells.Sum(cell => cell.Count)),
            [new(by, true, [.. cells.Select(cell => TableCell.Of(cell.Category, cell.Count))])], source, total);

        // The compilation has no shotguns apart: alone it would cover its pistols with the rest, and show the rifles.
        var both = ProtectedTables.Of(
            [
                Of(QuestionnaireTables.Register, "total", "type", ("pistol", 3), ("rifle", 40), ("shotgun", 20), ("other", 30)),
                Of(Compilation, "arms_seized", "arms_seized_by_type", ("pistol", 3), ("rifle", 40), ("other", 50)),
            ], Threshold);

        string[] Left(int source) => [.. both[source].Tables[0].Cells.Where(cell => cell.Count is null).Select(cell => cell.Category)];
        Assert.Contains("pistol", Left(0));
        Assert.Contains("pistol", Left(1));
        Assert.Equal(Left(0).Contains("rifle"), Left(1).Contains("rifle"));
    }

    [Fact]
    public void An_integer_that_was_published_of_other_counts_says_nothing_of_these_and_one_that_still_holds_does()
    {
        var now = OutcomeCounts.FromTallies([new(OutcomeLine.IllegitimateOwner, 2), new(OutcomeLine.Pending, 60), new(OutcomeLine.NotInitiated, 3)]);
        FigureKnowledge Known(params ToldFigure[] published) => FigureKnowledge.Of(FigureIntake.Seized, QuestionnaireTables.Register, now, Threshold, published);

        Assert.False(Known().NumeratorTold);
        Assert.False(Known(new ToldFigure(IndicatorVariant.PotentiallyTraceable, 9, 66)).NumeratorTold);
        Assert.Empty(Known(new ToldFigure(IndicatorVariant.PotentiallyTraceable, 9, 66)).DenominatorsTold);
        Assert.True(Known(new ToldFigure(IndicatorVariant.PotentiallyTraceable, 2, 66)).NumeratorTold);
        Assert.Equal([IndicatorVariant.PotentiallyTraceable], Known(new ToldFigure(IndicatorVariant.PotentiallyTraceable, 9, 65)).DenominatorsTold);
    }

    [Fact]
    public void A_denominator_that_was_published_of_a_reported_total_is_known_beside_the_tables()
    {
        // Spain 2016 as UNODC publishes it: line 1 says less than its detail.
        var counts = new OutcomeCounts
        {
            UniquelyIdentifiable = 8155,
            LegitimateOwner = 7966,
            IllegitimateOwner = 189,
            ForeignRegistry = 0,
            OtherwiseIdentified = 737,
            Pending = 836,
            NotIdentified = 17,
            NotInitiated = 0,
            NotUniquelyIdentifiable = 848,
            ErasedOrAltered = 848,
            IllicitlyManufactured = 0,
            NoFurtherInformation = 0,
            MarkingUnknown = 0,
        };
        IReadOnlySet<IndicatorVariant> Told(IndicatorVariant variant, long denominator) => FigureKnowledge.Of(
            FigureIntake.Seized, Compilation, counts, 10_000, new ToldFigure(variant, 926, denominator)).DenominatorsTold;

        Assert.Contains(IndicatorVariant.UniquelyIdentifiable, Told(IndicatorVariant.UniquelyIdentifiable, 8155));
        Assert.Contains(IndicatorVariant.MetadataLiteral, Told(IndicatorVariant.MetadataLiteral, 9003));
        Assert.Empty(Told(IndicatorVariant.UniquelyIdentifiable, 9745));
    }

    [Theory]
    [InlineData(52)]
    [InlineData(48)]
    public void A_line_that_a_published_total_would_tell_with_the_others_is_not_told_by_them(long reported)
    {
        var counts = new OutcomeCounts { UniquelyIdentifiable = reported, IllegitimateOwner = 20, Pending = 30, MarkingUnknown = 40 };
        var tables = new QuestionnaireTables(CountryCode.Parse("ESP").GetOrThrow(), 2020, FigureIntake.Seized, null,
            [new("arms_seized_by_tracing", false, [.. new[] { OutcomeLine.IllegitimateOwner, OutcomeLine.Pending, OutcomeLine.MarkingUnknown }
                .Select(line => TableCell.Of(Codes.Of(line), counts[line]))])], Compilation, "arms_seized");
        var known = FigureKnowledge.Of(FigureIntake.Seized, Compilation, counts, Threshold, new ToldFigure(IndicatorVariant.UniquelyIdentifiable, 20, reported));

        var alone = Assert.Single(ProtectedTables.Of([tables], Threshold)).Tables[0].Cells;
        var beside = Assert.Single(ProtectedTables.Of([tables], Threshold, known)).Tables[0].Cells;

        // Two arms more, or less, than the detail: with line 1.5 they would be known.
        Assert.DoesNotContain(alone, cell => cell.Status is TableCellStatus.Suppressed);
        Assert.Contains(beside, cell => cell.Status is TableCellStatus.Suppressed);
    }

    [Fact]
    public void All_arms_less_a_published_total_without_detail_tell_no_small_rest()
    {
        var counts = new OutcomeCounts { UniquelyIdentifiable = 97, ErasedOrAltered = 3 };
        var tables = new QuestionnaireTables(CountryCode.Parse("ESP").GetOrThrow(), 2020, FigureIntake.Seized, TableCell.Of("total", 100),
            [new("arms_seized_by_tracing", false, [TableCell.Of(Codes.Of(OutcomeLine.ErasedOrAltered), 3)])], Compilation, "arms_seized");

        var known = FigureKnowledge.Of(FigureIntake.Seized, Compilation, counts, Threshold, new ToldFigure(IndicatorVariant.UniquelyIdentifiable, 0, 97));

        Assert.Equal(TableCellStatus.Suppressed, Assert.Single(ProtectedTables.Of([tables], Threshold, known)).Arms!.Status);
    }

    /// <summary>The arms of a year, and what is handed out of them.</summary>
    private sealed class World
    {
        private readonly Dictionary<string, long> _secrets = new(StringComparer.Ordinal);
        private readonly List<(string Total, string[] Parts)> _sums = [];
        private readonly List<(long Total, string[] Parts)> _figures = [];

        public required QuestionnaireTables[] Tables { get; init; }

        public required FigureKnowledge Knowledge { get; init; }

        public static World Any(Random random, int most)
        {
            var arms = Enumerable.Range(0, random.Next(most / 2, most)).Select(_ => (Type: Types[Math.Min(random.Next(4), random.Next(4))],
                Marking: Markings[random.Next(3)], Line: OutcomeLines.All[random.Next(random.Next(2) == 0 ? 4 : 11)], Apart: random.Next(12) == 0)).ToList();
            long Count(Func<(string Type, string Marking, OutcomeLine Line, bool Apart), bool> which) => arms.Count(which);
            var counted = OutcomeCounts.FromTallies(OutcomeLines.All.Select(line => KeyValuePair.Create(line, Count(arm => arm.Line == line && !arm.Apart))));
            var register = Set(QuestionnaireTables.Register, "total", arms.Count,
            [
                new("type", true, [.. Types.Select(type => TableCell.Of(type, Count(arm => arm.Type == type)))]),
                new("marking", true, [.. Markings.Select(marking => TableCell.Of(marking, Count(arm => arm.Marking == marking)))]),
                new("outcome_line", true, [.. OutcomeLines.All.Select(line => TableCell.Of(line.Code(), Count(arm => arm.Line == line)))]),
            ]);
            var moved = random.Next(2) == 0 || !arms.Exists(arm => arm.Type == "pistol") ? 0 : 1;
            var compiled = Set(Compilation, "arms_seized", arms.Count,
            [
                new("arms_seized_by_type", true, [.. Types.Select(type =>
                    TableCell.Of(type, Count(arm => arm.Type == type) + (type == "pistol" ? -moved : type == "other" ? moved : 0)))]),
                new("arms_seized_by_tracing", true, [.. OutcomeLines.All.Select(line => TableCell.Of(Codes.Of(line), Count(arm => arm.Line == line)))]),
            ]);
            ToldFigure[] published = [.. Enumerable.Range(0, 2).SelectMany(_ => Told(Before(random, counted)))];
            var world = new World
            {
                Tables = random.Next(3) == 0 ? [register] : [register, compiled],
                Knowledge = FigureKnowledge.Of(FigureIntake.Seized, QuestionnaireTables.Register, counted, Threshold, published),
            };
            world.Know(counted, arms.Count(arm => arm.Apart), [.. published, .. Told(counted)]);
            return world;
        }

        public IEnumerable<string> Small(int threshold) => _secrets.Where(secret => secret.Value > 0 && secret.Value < threshold).Select(secret => secret.Key);

        public TogetherReader ReaderOf(IReadOnlyList<QuestionnaireTables> handedOut)
        {
            var reader = new TogetherReader();
            foreach (var (one, shown) in Tables.Zip(handedOut))
            {
                if (shown.Arms!.Count is { } all)
                    reader.Sees(Name("total", one.Arms!.Count!.Value), all);
                foreach (var (table, seen) in one.Tables.Zip(shown.Tables))
                {
                    foreach (var (cell, here) in table.Cells.Zip(seen.Cells))
                    {
                        if (here.Count is { } count)
                            reader.Sees(Name(Subject(table, cell), cell.Count!.Value), count);
                    }
                }
            }

            foreach (var (total, parts) in _sums)
                reader.KnowsSum(total, parts);
            foreach (var (total, parts) in _figures)
                reader.KnowsSum(total, parts);
            return reader;
        }

        private void Know(OutcomeCounts counted, long apart, IReadOnlyList<ToldFigure> told)
        {
            foreach (var one in Tables)
            {
                foreach (var table in one.Tables)
                {
                    _sums.Add((Name("total", one.Arms!.Count!.Value), [.. table.Cells.Select(cell => Name(Subject(table, cell), cell.Count!.Value))]));
                    foreach (var cell in table.Cells)
                        _secrets[Name(Subject(table, cell), cell.Count!.Value)] = cell.Count!.Value;
                }
            }

            foreach (var cell in Tables[0].Tables[2].Cells)
            {
                var line = OutcomeLines.Parse(cell.Category);
                _sums.Add((Name($"outcome_line/{cell.Category}", cell.Count!.Value), [$"counted/{cell.Category}", $"apart/{cell.Category}"]));
                (_secrets[$"counted/{cell.Category}"], _secrets[$"apart/{cell.Category}"]) = (counted[line] ?? 0, cell.Count!.Value - (counted[line] ?? 0));
            }

            _sums.Add(("apart", [.. OutcomeLines.All.Select(line => $"apart/{line.Code()}")]));
            _secrets["apart"] = apart;
            foreach (var figure in told)
            {
                if (figure.Numerator == Sum(counted, NumeratorLines))
                    _figures.Add((figure.Numerator!.Value, [.. NumeratorLines.Select(line => $"counted/{line}")]));
                if (figure.Denominator == Sum(counted, Denominators[figure.Variant]))
                    _figures.Add((figure.Denominator!.Value, [.. Denominators[figure.Variant].Select(line => $"counted/{line}")]));
            }
        }

        private static OutcomeCounts Before(Random random, OutcomeCounts now)
        {
            var lines = OutcomeLines.All.ToDictionary(line => line, line => now[line] ?? 0);
            for (var move = random.Next(3); move > 0; move--)
            {
                var (from, to) = (OutcomeLines.All[random.Next(11)], OutcomeLines.All[random.Next(11)]);
                if (lines[from] > 0)
                    (lines[from], lines[to]) = (lines[from] - 1, lines[to] + 1);
            }

            return OutcomeCounts.FromTallies(lines);
        }

        private static IEnumerable<ToldFigure> Told(OutcomeCounts counts) => SuppressedFigures.Told(counts, Enum.GetValues<IndicatorVariant>(), Threshold)
            .Select(variant => new ToldFigure(variant, Sum(counts, NumeratorLines), Sum(counts, Denominators[variant])));

        private static long Sum(OutcomeCounts counts, IEnumerable<string> lines) => lines.Sum(line => counts[OutcomeLines.Parse(line)] ?? 0);

        private static string Subject(QuestionnaireTable table, TableCell cell) => table.By == "arms_seized_by_tracing"
            ? $"outcome_line/{OutcomeLines.All.Single(line => Codes.Of(line) == cell.Category).Code()}"
            : $"{table.By.Replace("arms_seized_by_", "", StringComparison.Ordinal)}/{cell.Category}";

        private static string Name(string subject, long count) => FormattableString.Invariant($"{subject} of {count}");

        private static QuestionnaireTables Set(string source, string total, long arms, IReadOnlyList<QuestionnaireTable> tables) =>
            new(CountryCode.Parse("ESP").GetOrThrow(), 2020, FigureIntake.Seized, TableCell.Of("total", arms), tables, source, total);
    }
}
