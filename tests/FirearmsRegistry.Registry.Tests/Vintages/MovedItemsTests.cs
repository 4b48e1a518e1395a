using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Registry.Vintages.Comparing;

namespace FirearmsRegistry.Registry.Tests.Vintages;

public sealed class MovedItemsTests
{
    private static readonly Guid Item = new("0198c0de-0000-7000-8000-00000000000a");

    private static readonly ItemPosition Pending = At(OutcomeLine.Pending);

    [Fact]
    public void An_item_that_stands_elsewhere_is_told_with_both_places()
    {
        var moved = Assert.Single(Of(4, 5, Pending, At(OutcomeLine.ForeignRegistry)));

        Assert.Equal((OutcomeLine.Pending, OutcomeLine.ForeignRegistry), (moved.From!.Line, moved.To!.Line));
    }

    [Fact]
    public void An_item_of_which_something_else_was_recorded_did_not_move() => Assert.Empty(Of(4, 5, Pending, Pending));

    [Fact]
    public void An_item_that_is_left_out_is_nowhere_whatever_its_line()
    {
        var antique = At(OutcomeLine.Pending, antique: true);

        Assert.Empty(Of(4, 5, antique, At(OutcomeLine.ForeignRegistry, antique: true)));
        Assert.Equal(ExclusionReason.Antique, Assert.Single(Of(4, 5, Pending, antique)).To!.Excluded);
    }

    [Fact]
    public void A_new_item_came_from_nowhere_although_it_was_on_record_under_another_year() =>
        Assert.Null(Assert.Single(Of(null, 5, Pending, Pending)).From);

    private static ItemPosition At(OutcomeLine line, bool antique = false) =>
        ItemPosition.Of(2020, Intake.Seized, line, LegalBasis.Criminal, antique, duplicate: false, establishedElsewhere: false);

    private static IReadOnlyList<MovedItem> Of(long? before, long? after, ItemPosition then, ItemPosition now) => MovedItems.Of(
        [new ItemDifference(Item, 2020, before, after)], new Dictionary<Guid, ItemPosition> { [Item] = then }, new Dictionary<Guid, ItemPosition> { [Item] = now });
}
