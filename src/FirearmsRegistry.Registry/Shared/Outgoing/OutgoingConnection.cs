using System.Net;
using System.Net.Sockets;

namespace FirearmsRegistry.Registry.Shared.Outgoing;

/// <summary>Opens every connection that leaves this server for an address of an administrator's list.</summary>
internal static class OutgoingConnection
{
    /// <summary>Resolves the name once and connects to one of the addresses that were judged, and to no other.</summary>
    /// <param name="host">A name or an address.</param>
    /// <param name="port">The port.</param>
    /// <param name="mayBeConnectedTo">Judges an address; one that fails condemns the name, whatever else it stands for.</param>
    /// <param name="token">Gives up.</param>
    /// <exception cref="OutgoingAddressException">The name stands for nothing, or for an address that is never connected to.</exception>
    /// <exception cref="SocketException">Nobody answers.</exception>
    public static async Task<Socket> ConnectAsync(string host, int port, Func<IPAddress, bool> mayBeConnectedTo, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(mayBeConnectedTo);
        // An address is taken as it is: some of those that are never connected to cannot even be looked up.
        var addresses = IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host, token);
        if (addresses.Length == 0 || !addresses.All(mayBeConnectedTo))
            throw new OutgoingAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The address is not one that anything is sent to. Says not which: that is the administrator's to see.</summary>
internal sealed class OutgoingAddressException() : Exception("The address is not one that anything may be sent to.");
