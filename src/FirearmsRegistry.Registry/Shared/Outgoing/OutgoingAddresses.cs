using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace FirearmsRegistry.Registry.Shared.Outgoing;

/// <summary>
/// Which addresses the name of a partner, webhook, machine or printer may stand for. It is asked of the very address that is then connected
/// to, so that a name cannot change its meaning in between.
/// </summary>
internal static class OutgoingAddresses
{
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");

    /// <summary>Whether anything may be sent to the address.</summary>
    /// <param name="address">The address that is about to be connected to.</param>
    /// <param name="allowLoopback">Whether this machine itself may be meant.</param>
    public static bool MayBeConnectedTo(IPAddress address, bool allowLoopback)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Equals(IPAddress.IPv6Loopback))
            return allowLoopback;
        var plain = Plain(address);
        if (IPAddress.IsLoopback(plain))
            return allowLoopback;
        return plain.AddressFamily == AddressFamily.InterNetwork ? MayBe(plain.GetAddressBytes()) : MayBe(plain);
    }

    /// <summary>The IPv4 address inside an IPv6 one that only carries it: what is reached is the former.</summary>
    private static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.Equals(IPAddress.IPv6Any))
            return address;
        var bytes = address.GetAddressBytes();
        return Translated.Contains(address) || Compatible.Contains(address) ? Embedded(bytes, 12)
            : SixToFour.Contains(address) ? Embedded(bytes, 2)
            : address;
    }

    private static IPAddress Embedded(byte[] bytes, int at) =>
        new(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)));

    // 0.0.0.0/8 is this machine, 169.254.0.0/16 link-local (the metadata of clouds among it), from 224.0.0.0 on multicast and broadcast.
    private static bool MayBe(byte[] address) => address is not ([0, ..] or [169, 254, ..] or [>= 224, ..]);

    private static bool MayBe(IPAddress address) =>
        !address.IsIPv6LinkLocal && !address.IsIPv6Multicast && !address.IsIPv6SiteLocal && !address.Equals(IPAddress.IPv6Any);
}
