using FirearmsRegistry.Web.Figures.Vintages;

namespace FirearmsRegistry.Web.Tests.Figures;

public sealed class VintageBodiesTests
{
    [Theory]
    [InlineData("2020", "[2020]")]
    [InlineData("2019, 2020", "[2019,2020]")]
    [InlineData("2019،2020", "[2019,2020]")]
    [InlineData("2019、 2020", "[2019,2020]")]
    [InlineData("", "[]")]
    [InlineData("last", "[\"last\"]")]
    public void Years_are_read_as_people_list_them_and_what_is_none_is_sent_as_it_is(string typed, string sent) =>
        Assert.Equal(sent, VintageBodies.Years(typed).ToJsonString());
}
