using System.Net;
using System.Net.Sockets;

namespace FirearmsRegistry.Registry.Labels.Printing;

/// <summary>
/// Which addresses a name may stand for. It is asked of the very address that is then connected to, so that a name cannot change its
/// meaning in between.
/// </summary>
internal static class PrinterAddresses
{
    public static bool MayBePrintedTo(IPAddress address, bool allowLoopback)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
            return allowLoopback;
        return plain.AddressFamily == AddressFamily.InterNetwork ? MayBe(plain.GetAddressBytes()) : MayBe(plain);
    }

    // 0.0.0.0/8 is this machine, 169.254.0.0/16 link-local (the metadata of clouds among it), from 224.0.0.0 on multicast and broadcast.
    private static bool MayBe(byte[] address) => address is not ([0, ..] or [169, 254, ..] or [>= 224, ..]);

    private static bool MayBe(IPAddress address) =>
        !address.IsIPv6LinkLocal && !address.IsIPv6Multicast && !address.IsIPv6SiteLocal && !address.Equals(IPAddress.IPv6Any);
}
