using FirearmsRegistry.Web.Figures;

namespace FirearmsRegistry.Web.Tests.Figures;

public sealed class YearAskedTests
{
    [Fact]
    public void A_view_stands_in_its_address_and_can_be_kept()
    {
        Assert.Equal("/figures/2020/checks", new YearAsked(2020, null).Address("/checks"));
        Assert.Equal("/figures/2020/cells/type/pistol?intake=seized&known=2021-01-01T00%3A00%3A00Z",
            new YearAsked(2020, "2021-01-01T00:00:00Z").Address("/cells/type/pistol", ("intake", "seized")));
    }

    [Fact]
    public void A_moment_is_taken_as_UTC_and_comes_back_as_it_was_typed()
    {
        var typed = new DateTime(2021, 3, 4, 5, 6, 7, DateTimeKind.Unspecified);

        var asked = new YearAsked(2020, YearAsked.Moment(typed));

        Assert.Equal("2021-03-04T05:06:07Z", asked.Known);
        Assert.Equal(typed, asked.KnownTime);
        Assert.Null(new YearAsked(2020, "yesterday").KnownTime);
    }

    [Fact]
    public void Every_read_of_the_year_gets_the_moment_as_it_stands_in_the_address_so_that_the_use_case_refuses_a_wrong_one()
    {
        var query = new YearAsked(2020, "yesterday").Query(("intake", "all"));

        Assert.Equal(("2020", "yesterday", "all"), (query["year"], query["asKnownAt"], query["intake"]));
    }
}
