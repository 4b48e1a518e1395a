using System.Net;
using FirearmsRegistry.Registry.Labels.Printing;

namespace FirearmsRegistry.Registry.Tests.Labels;

public sealed class PrinterAddressTests
{
    [Theory]
    [InlineData("192.168.1.20", false, true)]
    [InlineData("10.0.0.9", false, true)]
    [InlineData("fd00::9", false, true)]
    [InlineData("127.0.0.1", false, false)]
    [InlineData("127.0.0.1", true, true)]
    [InlineData("::1", false, false)]
    [InlineData("::ffff:127.0.0.1", false, false)]
    [InlineData("::ffff:169.254.169.254", true, false)]
    [InlineData("169.254.169.254", true, false)]
    [InlineData("0.0.0.0", true, false)]
    [InlineData("224.0.0.1", true, false)]
    [InlineData("255.255.255.255", true, false)]
    [InlineData("fe80::1", true, false)]
    [InlineData("ff02::1", true, false)]
    [InlineData("::", true, false)]
    public void Only_addresses_that_a_printer_can_have_are_printed_to(string address, bool allowLoopback, bool may) =>
        Assert.Equal(may, PrinterAddresses.MayBePrintedTo(IPAddress.Parse(address), allowLoopback));

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
