using System.Net;
using FirearmsRegistry.Registry.Shared.Outgoing;

namespace FirearmsRegistry.Registry.Tests.Shared.Outgoing;

public sealed class OutgoingAddressesTests
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
    [InlineData("::127.0.0.1", false, false)]
    [InlineData("::169.254.169.254", true, false)]
    [InlineData("64:ff9b::169.254.169.254", true, false)]
    [InlineData("64:ff9b::127.0.0.1", false, false)]
    [InlineData("64:ff9b::192.0.2.1", false, true)]
    [InlineData("2002:a9fe:a9fe::1", true, false)]
    [InlineData("2002:c000:201::1", false, true)]
    [InlineData("2001:db8::1", false, true)]
    public void Only_addresses_of_other_machines_are_connected_to(string address, bool allowLoopback, bool may) =>
        Assert.Equal(may, OutgoingAddresses.MayBeConnectedTo(IPAddress.Parse(address), allowLoopback));
}
