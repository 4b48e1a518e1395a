using FirearmsRegistry.Registry.Labels.Printing;

namespace FirearmsRegistry.Registry.Tests.Labels;

public sealed class PrinterAddressTests
{
    [Theory]
    [InlineData("printer.example:9100", "printer.example", 9100)]
    [InlineData("[fd00::9]:9100", "fd00::9", 9100)]
    public void An_address_is_a_host_and_a_port(string address, string host, int port) => Assert.Equal((host, port), PrinterSettings.Parse(address));

    [Theory]
    [InlineData("printer.example")]
    [InlineData("printer.example:0")]
    [InlineData("printer.example:65536")]
    [InlineData(":9100")]
    [InlineData("printer.example:-1")]
    public void What_is_no_address_is_none(string address) => Assert.Null(PrinterSettings.Parse(address));
}
