using FirearmsRegistry.Web.Shared.Layout;

namespace FirearmsRegistry.Web.Tests.Shared.Layout;

public sealed class MenuPlaceTests
{
    private const string Id = "0199a1b2-0000-7000-8000-000000000001";

    [Theory]
    [InlineData("/parties", "/parties")]
    [InlineData("/parties/register", "/parties/register")]
    [InlineData($"/parties/{Id}", "/parties")]
    [InlineData($"/parties/{Id}/correction", "/parties")]
    [InlineData("/stations", "/stations")]
    [InlineData($"/stations/{Id}/log-conflicts/2", "/log-conflicts")]
    [InlineData($"/stations/{Id}/number-blocks/{Id}", "/number-series")]
    [InlineData($"/marking-jobs/{Id}", "/marking")]
    [InlineData("/marking-batches/order", "/marking-batches")]
    [InlineData("/administering/catalogues/models/glock_17", "/administering/catalogues/makers")]
    [InlineData("/watches", "/notices")]
    [InlineData("/figures/2020/counts", "/figures")]
    [InlineData($"/imported-counts/{Id}", "/figures")]
    public void A_page_belongs_to_the_entry_that_leads_to_it_most_closely(string path, string address) =>
        Assert.Equal(address, MenuPlace.Of(PagesModules.Links, path)?.Address);

    [Theory]
    [InlineData("/")]
    [InlineData("/partiesx")]
    [InlineData("/account")]
    public void A_page_to_which_no_entry_leads_belongs_to_none(string path) => Assert.Null(MenuPlace.Of(PagesModules.Links, path));

    [Fact]
    public void Who_does_not_see_the_closest_entry_is_shown_the_next_one()
    {
        var seen = PagesModules.Links.Where(link => link.Address != "/log-conflicts");

        Assert.Equal("/stations", MenuPlace.Of(seen, $"/stations/{Id}/log-conflicts/2")?.Address);
    }
}
