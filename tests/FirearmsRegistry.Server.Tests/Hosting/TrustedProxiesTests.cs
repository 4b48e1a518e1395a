using FirearmsRegistry.Server.Hosting;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Server.Tests.Hosting;

public sealed class TrustedProxiesTests
{
    [Fact]
    public void Nobody_is_trusted_unless_named() => Assert.Empty(TrustedProxies.Read(Configured()));

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5/32")]
    [InlineData("10.0.0.0/24", "10.0.0.0/24")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    public void An_address_or_a_network_can_be_named(string entry, string network) =>
        Assert.Equal(network, Assert.Single(TrustedProxies.Read(Configured(entry))).ToString());

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.5/40")]
    [InlineData("")]
    public void Anything_else_stops_the_start(string entry) =>
        Assert.Contains("Registry:TrustedProxies", Assert.Throws<ServerStartException>(() => TrustedProxies.Read(Configured(entry))).Message, StringComparison.Ordinal);

    private static IConfigurationRoot Configured(params string[] entries) => new ConfigurationBuilder()
        .AddInMemoryCollection(entries.Select((entry, index) => KeyValuePair.Create($"Registry:TrustedProxies:{index}", (string?)entry)))
        .Build();
}
