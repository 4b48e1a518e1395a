using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Suppressing;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Indicators.Vintages;

namespace FirearmsRegistry.Indicators.Tests.Suppressing;

public sealed class SuppressedFiguresTests
{
    private const int Threshold = 5;

    [Fact]
    public void Spain_2020_is_told_whole_although_a_line_of_it_could_be_small() =>
        Assert.Empty(SuppressedFigures.In(Year(Lines(4817, 818, 2, 0, 103, 849, 0, 1083, 110, 0, 0), Lines(), Lines()), Threshold));

    [Fact]
    public void A_small_numerator_takes_every_figure_of_its_intake_and_those_of_all_intakes_with_it()
    {
        var suppressed = SuppressedFigures.In(Year(Lines(0, 40, 0, 0, 60, 0, 0, 0, 0, 0, 0), Lines(0, 3, 0, 0, 60, 0, 0, 0, 0, 0, 0), Lines()), Threshold);

        Assert.Equal(
            [.. Enum.GetValues<IndicatorVariant>().SelectMany(variant => new[] { (FigureIntake.Found, variant), (FigureIntake.All, variant) }).Order()],
            suppressed.Select(key => (key.Intake, key.Variant)).Order());
    }

    [Fact]
    public void A_small_difference_of_two_variants_takes_one_of_them_with_it_and_not_the_published_one()
    {
        // Two arms of a legitimate owner are all that potentially traceable leaves out.
        var suppressed = SuppressedFigures.In(Year(Lines(2, 400, 0, 0, 60, 0, 0, 0, 0, 0, 0), Lines(), Lines()), Threshold);

        Assert.Contains(new VintageKey(2020, FigureIntake.Seized, IndicatorVariant.MetadataLiteral), suppressed);
        Assert.DoesNotContain(new VintageKey(2020, FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable), suppressed);
    }

    [Fact]
    public void Where_all_but_a_few_were_traced_the_few_cannot_be_taken_from_the_share()
    {
        var suppressed = SuppressedFigures.In(Year(Lines(0, 100, 0, 0, 0, 3, 0, 50, 0, 0, 0), Lines(), Lines()), Threshold);

        Assert.Contains(new VintageKey(2020, FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable), suppressed);
    }

    /// <summary>
    /// Tries to solve for every small count with all that is told, the figures of all intakes among it: by elimination, and by looking for
    /// another year of which the same would be told. Neither shares anything with the code.
    /// </summary>
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(40)]
    [InlineData(2000)]
    public void No_small_count_can_be_computed_from_what_is_told(int most)
    {
        var (told, random) = (0, new Random(most));
        for (var trial = 0; trial < 150; trial++)
        {
            var figures = Year(Any(random, most), Any(random, most), Any(random, most));
            var suppressed = SuppressedFigures.In(figures, Threshold);

            told += figures.Count - suppressed.Count;
            AssertNothingSmallFollows(figures, suppressed, $"trial {trial}");
        }

        Assert.True(most < 40 || told > 0);
    }

    /// <summary>The same for imported counts, whose lines 1 and 2 are taken as reported: beside their detail or without, more than it or less.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(40)]
    [InlineData(2000)]
    public void No_small_count_can_be_computed_where_totals_were_reported_beside_their_detail_or_without(int most)
    {
        var (told, random) = (0, new Random(most + 1));
        for (var trial = 0; trial < 150; trial++)
        {
            var figures = Year(Reported(random, most), Reported(random, most), Reported(random, most));
            var suppressed = SuppressedFigures.In(figures, Threshold);
            told += figures.Count - suppressed.Count;
            AssertNothingSmallFollows(figures, suppressed, $"trial {trial}");
        }

        Assert.True(most < 40 || told > 0);
    }

    [Fact]
    public void A_small_total_that_was_reported_without_its_detail_is_not_told()
    {
        var figures = Year(new OutcomeCounts { UniquelyIdentifiable = 3 }, Lines(), Lines());

        var suppressed = SuppressedFigures.In(figures, Threshold);

        Assert.Equal(3, figures.Single(figure => figure.Key == new VintageKey(2020, FigureIntake.Seized, IndicatorVariant.UniquelyIdentifiable)).Denominator);
        Assert.Equal(
            [IndicatorVariant.MetadataLiteral, IndicatorVariant.UniquelyIdentifiable],
            suppressed.Where(key => key.Intake is FigureIntake.Seized).Select(key => key.Variant).Order());
    }

    [Fact]
    public void Of_two_reported_totals_that_differ_by_a_few_arms_one_is_not_told()
    {
        var figures = Year(new OutcomeCounts { UniquelyIdentifiable = 60, NotUniquelyIdentifiable = 2, IllegitimateOwner = 20 }, Lines(), Lines());

        var suppressed = SuppressedFigures.In(figures, Threshold);

        Assert.DoesNotContain(new VintageKey(2020, FigureIntake.Seized, IndicatorVariant.MetadataLiteral), suppressed);
        Assert.Contains(new VintageKey(2020, FigureIntake.Seized, IndicatorVariant.UniquelyIdentifiable), suppressed);
    }

    [Theory]
    [InlineData("MDA", 2017, 5)]
    [InlineData("AZE", 2016, 5)]
    [InlineData("ESP", 2016, 5)]
    [InlineData("ESP", 2016, 1600)]
    public void No_small_count_of_a_published_table_can_be_computed(string country, int year, int threshold)
    {
        var tables = PublicFigures.Tables.Where(table => table.Country == country && table.Year == year)
            .ToDictionary(table => table.Intake, table => table.Counts);
        OutcomeCounts Of(Intake intake) => tables.GetValueOrDefault(intake, OutcomeCounts.NotReported);
        var figures = Year(Of(Intake.Seized), Of(Intake.Found), Of(Intake.Surrendered));

        AssertNothingSmallFollows(figures, SuppressedFigures.In(figures, threshold), $"{country} {year}", threshold);
    }

    [Fact]
    public void The_solver_of_these_tests_finds_what_is_not_protected()
    {
        var figures = Year(Lines(2, 400, 0, 0, 60, 0, 0, 0, 0, 0, 0), Lines(), Lines());
        var reader = new FigureSolver(figures, new HashSet<VintageKey>());

        var found = reader.SmallCounts(Threshold).ToList();

        Assert.True(reader.IsDetermined(found.Single(small => small.Name == "Seized: MetadataLiteral-PotentiallyTraceable")));
        Assert.False(reader.CanDiffer(found.Single(small => small.Name == "Seized: 1.1")));
    }

    private static void AssertNothingSmallFollows(
        IReadOnlyList<VintageFigure> figures, IReadOnlySet<VintageKey> suppressed, string where, int threshold = Threshold)
    {
        var reader = new FigureSolver(figures, suppressed);
        Assert.All(reader.SmallCounts(threshold), small =>
        {
            Assert.False(reader.IsDetermined(small), $"{where}: {small.Name} follows from what is told");
            Assert.True(reader.CanDiffer(small), $"{where}: {small.Name} can be nothing else");
        });
    }

    /// <summary>A table as States report them: totals that agree with their detail, are more or less than it, stand without it, or are missing.</summary>
    private static OutcomeCounts Reported(Random random, int most)
    {
        var counts = random.Next(4) == 0 ? OutcomeCounts.NotReported : Any(random, most);
        return counts with
        {
            UniquelyIdentifiable = Total(counts.UniquelyIdentifiable),
            NotUniquelyIdentifiable = Total(counts.NotUniquelyIdentifiable),
        };

        long? Total(long? detail) => random.Next(5) switch
        {
            0 => null,
            1 => detail,
            2 => random.Next(most + 1),
            _ => Math.Max(0, (detail ?? 0) + random.Next(-Threshold, Threshold + 1)),
        };
    }

    private static OutcomeCounts Any(Random random, int most) => Lines([.. OutcomeLines.All.Select(_ => random.Next(3) == 0 ? 0L : random.Next(most + 1))]);

    private static OutcomeCounts Lines(params long[] counts) =>
        OutcomeCounts.FromTallies(OutcomeLines.All.Zip(counts, KeyValuePair.Create));

    private static List<VintageFigure> Year(OutcomeCounts seized, OutcomeCounts found, OutcomeCounts surrendered) =>
    [
        .. new[] { (FigureIntake.Seized, seized), (FigureIntake.Found, found), (FigureIntake.Surrendered, surrendered), (FigureIntake.All, seized + found + surrendered) }
            .SelectMany(intake => Enum.GetValues<IndicatorVariant>()
                .Select(variant => VintageFigure.Of(2020, intake.Item1, IndicatorFigure.Compute(variant, intake.Item2), Exclusions.None))),
    ];
}
