using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Outcomes;

namespace FirearmsRegistry.Indicators.Tests.Counts;

public sealed class OutcomeCountsTests
{
    [Fact]
    public void Zero_and_not_reported_stay_apart_when_tables_are_added()
    {
        var sum = new OutcomeCounts { Pending = 0, NotIdentified = 3 } + new OutcomeCounts { NotIdentified = 4 };

        Assert.Equal(new OutcomeCounts { Pending = 0, NotIdentified = 7 }, sum);
    }

    [Fact]
    public void The_detail_stands_in_where_only_one_table_reports_its_total()
    {
        var sum = new OutcomeCounts { UniquelyIdentifiable = 10, NotUniquelyIdentifiable = 3 }
            + new OutcomeCounts { Pending = 1, NotInitiated = 2, ErasedOrAltered = 4 };

        Assert.Equal((13, 7), (sum.UniquelyIdentifiable, sum.NotUniquelyIdentifiable));
    }

    [Fact]
    public void Totals_that_no_table_reports_stay_not_reported()
    {
        var sum = new OutcomeCounts { Pending = 1 } + new OutcomeCounts { Pending = 2 };

        Assert.Equal((null, 3), (sum.UniquelyIdentifiable, sum.EffectiveUniquelyIdentifiable));
    }

    [Fact]
    public void A_reported_total_goes_before_the_sum_of_its_detail()
    {
        var spain = PublicFigures.Seized("ESP", 2016);

        Assert.Equal((8155, 9745), (spain.EffectiveUniquelyIdentifiable, spain.Sum(OutcomeLines.All.Where(line => line.IsUniquelyIdentifiable()))));
    }

    [Fact]
    public void Adding_is_free_of_order_and_grouping_on_all_reported_tables()
    {
        var tables = PublicFigures.Tables.Select(table => table.Counts).ToArray();
        var forwards = tables.Aggregate(OutcomeCounts.NotReported, (sum, table) => sum + table);
        var backwards = tables.Reverse().Aggregate(OutcomeCounts.NotReported, (sum, table) => table + sum);
        var halves = tables.Take(20).Aggregate((left, right) => left + right) + tables.Skip(20).Aggregate((left, right) => left + right);

        Assert.Equal(forwards, backwards);
        Assert.Equal(forwards, halves);
        Assert.Equal(tables.Sum(table => table.Total), forwards.Total);
    }

    [Fact]
    public void Counting_lines_reports_every_line_and_both_totals()
    {
        var counts = OutcomeCounts.FromLines([OutcomeLine.Pending, OutcomeLine.ErasedOrAltered, OutcomeLine.Pending, OutcomeLine.MarkingUnknown]);

        Assert.Equal((2, 2, 1, 1, 0), (counts.Pending, counts.UniquelyIdentifiable, counts.NotUniquelyIdentifiable, counts.MarkingUnknown, counts.NotInitiated));
        Assert.All(OutcomeLines.All, line => Assert.NotNull(counts[line]));
        Assert.Equal(4, counts.Total);
    }

    [Fact]
    public void Counting_keeps_each_line_in_its_own_place()
    {
        foreach (var line in OutcomeLines.All)
        {
            var counts = OutcomeCounts.FromLines([line]);

            Assert.Equal(line, Assert.Single(OutcomeLines.All, other => counts[other] == 1));
            Assert.Equal(2, (counts + counts)[line]);
        }
    }

    [Fact]
    public void A_negative_count_cannot_be_stated() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutcomeCounts { Pending = -1 });
}
