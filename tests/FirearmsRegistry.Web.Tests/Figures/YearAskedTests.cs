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
    public void The_moment_of_an_address_is_taken_as_UTC_and_shown_as_it_would_be_typed()
    {
        var asked = new YearAsked(2020, "2021-03-04T05:06:07Z");

        Assert.Equal(new DateTimeOffset(2021, 3, 4, 5, 6, 7, TimeSpan.Zero), asked.KnownTime);
        Assert.Equal("2021-03-04 05:06:07", asked.KnownTyped);
        Assert.Equal("", new YearAsked(2020, null).KnownTyped);
        Assert.Null(new YearAsked(2020, "yesterday").KnownTime);
        Assert.Equal("yesterday", new YearAsked(2020, "yesterday").KnownTyped);
    }

    [Fact]
    public void Every_read_of_the_year_gets_the_moment_as_it_stands_in_the_address_so_that_the_use_case_refuses_a_wrong_one()
    {
        var query = new YearAsked(2020, "yesterday").Query(("intake", "all"));

        Assert.Equal(("2020", "yesterday", "all"), (query["year"], query["asKnownAt"], query["intake"]));
    }
}
