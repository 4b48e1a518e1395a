using FirearmsRegistry.Web.Shared.Downloading;

namespace FirearmsRegistry.Web.Tests.Shared.Downloading;

public sealed class FailedFileTests
{
    [Theory]
    [InlineData("/notices", "/notices")]
    [InlineData("/figures/2020?known=2026-01-01T00:00:00Z", "/figures/2020?known=2026-01-01T00:00:00Z")]
    [InlineData("//elsewhere.example/", null)]
    [InlineData("/\\elsewhere.example/", null)]
    [InlineData("https://elsewhere.example/notices", null)]
    [InlineData("/no/such/page", null)]
    [InlineData("notices", null)]
    [InlineData(null, null)]
    public void It_leads_back_to_nothing_but_a_page_of_this_server(string? back, string? page) => Assert.Equal(page, FailedFile.LocalPage(back));

    [Fact]
    public void A_kept_file_has_its_name_and_the_way_back_in_its_address() => Assert.Equal(
        "/files/exportYearTables?year=2020&keptAs=iafq.xlsx&backTo=%2Ffigures%2F2020",
        FileEndpoint.Kept(FileEndpoint.Of("exportYearTables", ("year", "2020")), "iafq.xlsx", "/figures/2020"));
}
