using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.Figures.Tabulating;

namespace FirearmsRegistry.Registry.Tests.Figures;

public sealed class IafqTablesTests
{
    private static readonly DateTimeOffset KnownAt = new(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Types_that_the_questionnaire_folds_are_added_up()
    {
        var table = Table(IafqDimension.Type, Kept(TallyKind.Type, "rifle", 2), Kept(TallyKind.Type, "carbine", 3, 1));

        Assert.Equal((5L, 1L), Cell(table, "rifle"));
        Assert.Equal((0L, 0L), Cell(table, "pistol"));
        Assert.True(table.AddsUp);
    }

    [Fact]
    public void Offences_do_not_add_up_to_the_arms() => Assert.False(Table(IafqDimension.SuspectedOffence).AddsUp);

    [Fact]
    public void An_arm_without_a_line_is_undecided() =>
        Assert.Equal((4L, 0L), Cell(Table(IafqDimension.OutcomeLine, Kept(TallyKind.Line, null, 4), Kept(TallyKind.Line, "1.2", 1)), "undecided"));

    [Fact]
    public void A_year_without_anything_on_record_has_no_counts_which_is_not_zero()
    {
        var tables = IafqTables.Of(2020, FigureIntake.Seized, [new ItemTally(TallyKind.Items, null, 0, 0)], KnownAt, KnownAt);

        Assert.Equal((TablesStatus.NotReported, new CountedAndApart(null, null), (long?)null), (tables.Status, tables.Arms, tables.HighestSequence));
        Assert.All(tables.Tables.SelectMany(table => table.Cells), cell => Assert.Null(cell.Count));
    }

    [Fact]
    public void A_category_that_the_register_cannot_have_written_is_a_fault_and_no_cell() =>
        Assert.Throws<InvalidOperationException>(() => Table(IafqDimension.Type, Kept(TallyKind.Type, "cannon", 1)));

    private static IafqTable Table(IafqDimension by, params ItemTally[] tallies) => IafqTables.Of(
        2020, FigureIntake.Seized, [new ItemTally(TallyKind.Items, null, 9, 0), .. tallies], KnownAt, KnownAt).Tables.Single(table => table.By == by);

    private static (long?, long?) Cell(IafqTable table, string category) =>
        table.Cells.Where(cell => cell.Category == category).Select(cell => (cell.Count, cell.Administrative)).Single();

    private static ItemTally Kept(TallyKind kind, string? category, long count, long administrative = 0) => new(kind, category, count, administrative);
}
