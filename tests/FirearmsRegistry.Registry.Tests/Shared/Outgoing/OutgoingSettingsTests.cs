using FirearmsRegistry.Registry.Shared.Outgoing;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Tests.Shared.Outgoing;

public sealed class OutgoingSettingsTests
{
    [Theory]
    [InlineData("https://registry.example/exchange", true)]
    [InlineData("https://REGISTRY.example:443/exchange?a=b", true)]
    [InlineData("https://partner.example:8443/", true)]
    [InlineData("https://registry.example:8443/", false)]
    [InlineData("https://partner.example/", false)]
    [InlineData("http://registry.example/", false)]
    [InlineData("https://registry.example.evil.example/", false)]
    [InlineData("https://evil.example/registry.example", false)]
    [InlineData("https://registry.example@evil.example/", false)]
    [InlineData("https://somebody@registry.example/", false)]
    [InlineData("https://registry.example/#part", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_the_servers_on_the_list_are_sent_to(string address, bool allowed) => Assert.Equal(allowed,
        From("https://registry.example", "https://partner.example:8443").Allows(new Uri(address)));

    [Fact]
    public void Without_a_list_nothing_is_sent_anywhere() => Assert.False(From().Allows(new Uri("https://registry.example/")));

    [Theory]
    [InlineData("http://registry.example")]
    [InlineData("https://registry.example/path")]
    [InlineData("https://user@registry.example")]
    [InlineData("registry.example")]
    [InlineData("file:///tmp")]
    [InlineData("")]
    public void A_setting_that_is_no_server_is_named(string server) =>
        Assert.Contains("Registry:Outgoing:Servers:0", Assert.Throws<FormatException>(() => From(server)).Message, StringComparison.Ordinal);

    private static OutgoingSettings From(params string[] servers) => OutgoingSettings.From(new ConfigurationBuilder()
        .AddInMemoryCollection(servers.Select((server, index) => KeyValuePair.Create($"Registry:Outgoing:Servers:{index}", (string?)server))).Build());
}
