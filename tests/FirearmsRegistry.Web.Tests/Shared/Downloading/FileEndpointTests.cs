using FirearmsRegistry.Web.Shared.Downloading;

namespace FirearmsRegistry.Web.Tests.Shared.Downloading;

public sealed class FileEndpointTests
{
    [Fact]
    public void An_address_leaves_out_what_is_not_given() =>
        Assert.Equal("/files/exportYearTables?year=2020&format=csv", FileEndpoint.Of("exportYearTables", ("year", "2020"), ("asKnownAt", null), ("format", "csv")));
}
