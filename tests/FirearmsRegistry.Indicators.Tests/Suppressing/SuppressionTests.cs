using FirearmsRegistry.Indicators.Suppressing;

namespace FirearmsRegistry.Indicators.Tests.Suppressing;

public sealed class SuppressionTests
{
    private const int Threshold = 5;

    [Fact]
    public void Small_cells_are_left_out_and_zeros_shown()
    {
        var published = Suppression.Protect(new CountTable([new("a", 0), new("b", 1), new("c", 4), new("d", 5)], []), Threshold);

        Assert.Equal([0, null, null, 5], published.Select(cell => cell.Count));
        Assert.Equal([CellStatus.Shown, CellStatus.Primary, CellStatus.Primary, CellStatus.Shown], published.Select(cell => cell.Status));
    }

    [Fact]
    public void One_small_cell_takes_the_smallest_other_with_it()
    {
        var published = Suppression.Protect(
            new CountTable(
                [new("pistol", 3), new("rifle", 900), new("shotgun", 40), new("other", 0), new("total", 943)],
                [new("total", ["pistol", "rifle", "shotgun", "other"])]),
            Threshold);

        Assert.Equal([null, 900, null, 0, 943], published.Select(cell => cell.Count));
    }

    [Fact]
    public void Small_cells_that_cover_each_other_take_no_more_with_them()
    {
        var published = Suppression.Protect(
            new CountTable([new("a", 3), new("b", 4), new("c", 50), new("total", 57)], [new("total", ["a", "b", "c"])]), Threshold);

        Assert.Equal([null, null, 50, 57], published.Select(cell => cell.Count));
    }

    [Fact]
    public void Two_ones_that_leave_only_zero_one_or_two_are_covered_by_more()
    {
        var published = Suppression.Protect(
            new CountTable([new("a", 1), new("b", 1), new("c", 50), new("total", 52)], [new("total", ["a", "b", "c"])]), Threshold);

        Assert.Equal([null, null, null, 52], published.Select(cell => cell.Count));
    }

    [Fact]
    public void A_total_that_two_tables_share_does_not_betray_a_cell()
    {
        var table = new CountTable(
            [new("pistol", 2), new("rifle", 98), new("marked", 3), new("unmarked", 97), new("total", 100)],
            [new("total", ["pistol", "rifle"]), new("total", ["marked", "unmarked"])]);

        Assert.Equal([null, null, null, null, 100], Suppression.Protect(table, Threshold).Select(cell => cell.Count));
    }

    [Fact]
    public void Where_nothing_is_small_everything_is_shown() =>
        Assert.All(Suppression.Protect(Random(7, 4, 4, 6, 90), Threshold), cell => Assert.Equal(CellStatus.Shown, cell.Status));

    /// <summary>
    /// Tries to solve for the cells left out, in two ways that share nothing with the code: by elimination, which finds what the sums determine, and by
    /// looking for another table of counts with the same shown cells, which must exist for each of them.
    /// </summary>
    [Theory]
    [InlineData(2, 2, 3)]
    [InlineData(3, 3, 9)]
    [InlineData(3, 4, 30)]
    [InlineData(4, 4, 12)]
    public void No_cell_left_out_can_be_computed(int rows, int columns, int most)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var table = Random(seed, rows, columns, 0, most);

            var published = Suppression.Protect(table, Threshold);

            var solver = new TableSolver(table, published);
            Assert.All(solver.Unknowns, cell => Assert.False(solver.IsDetermined(cell), $"seed {seed}: {table.Cells[cell].Id} follows from the sums"));
            Assert.All(solver.Unknowns, cell => Assert.True(solver.CanDiffer(cell), $"seed {seed}: {table.Cells[cell].Id} can be nothing else"));
            Assert.DoesNotContain(published, cell => cell.Count is > 0 and < Threshold);
        }
    }

    [Fact]
    public void The_solver_of_these_tests_finds_a_cell_that_is_not_protected()
    {
        var table = Random(3, 3, 3, 0, 9);
        PublishedCell[] naive = [.. table.Cells.Select((cell, place) => place == 0
            ? new PublishedCell(cell.Id, null, CellStatus.Primary)
            : new PublishedCell(cell.Id, cell.Count, CellStatus.Shown))];

        var solver = new TableSolver(table, naive);

        Assert.True(solver.IsDetermined(0));
        Assert.False(solver.CanDiffer(0));
    }

    [Fact]
    public void A_region_by_type_table_of_a_large_State_keeps_most_of_its_cells()
    {
        var table = Random(11, 20, 8, 0, 60);

        var published = Suppression.Protect(table, Threshold);

        Assert.InRange(published.Count(cell => cell.Status is CellStatus.Complementary), 0, published.Count(cell => cell.Status is CellStatus.Primary) + 20);
        Assert.NotNull(published[^1].Count);
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(2, 4)]
    public void A_table_that_does_not_add_up_is_refused(long part, long total) =>
        Assert.Throws<ArgumentException>(() => new CountTable([new("a", part), new("b", 1), new("total", total)], [new("total", ["a", "b"])]));

    private static CountTable Random(int seed, int rows, int columns, int least, int most)
    {
        var random = new Random(seed);
        var counts = Enumerable.Range(0, rows * columns).Select(_ => (long)random.Next(least, most + 1)).ToArray();
        string[] Names(int count) => [.. Enumerable.Range(0, count).Select(each => $"{each}")];
        return CountTable.Crossed(Names(rows), Names(columns), (row, column) => counts[(int.Parse(row, null) * columns) + int.Parse(column, null)]);
    }
}
