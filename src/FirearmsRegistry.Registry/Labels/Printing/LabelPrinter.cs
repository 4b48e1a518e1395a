using System.Net.Sockets;
using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Labels.Printing;

/// <summary>Sends labels to a printer over TCP, usually port 9100. The printer says nothing back: what it took may or may not be printed.</summary>
internal sealed class LabelPrinter(PrinterSettings settings)
{
    /// <summary>Sends them.</summary>
    /// <param name="name">The printer's configured name.</param>
    /// <param name="labels">The commands.</param>
    /// <param name="token">Gives up.</param>
    /// <returns>Null where the printer took them all.</returns>
    public async Task<Refusal?> PrintAsync(string name, ReadOnlyMemory<byte> labels, CancellationToken token)
    {
        if (!settings.Addresses.TryGetValue(name, out var configured))
            return LabelErrors.NoPrinter(name, settings.Addresses.Keys);
        if (PrinterSettings.Parse(configured) is not { } place)
            return LabelErrors.AddressRefused;
        try
        {
            using var connecting = CancellationTokenSource.CreateLinkedTokenSource(token);
            connecting.CancelAfter(settings.ConnectWithin);
            using var socket = await OutgoingConnection.ConnectAsync(place.Host, place.Port,
                address => OutgoingAddresses.MayBeConnectedTo(address, settings.AllowLoopback), connecting.Token);

            using var writing = CancellationTokenSource.CreateLinkedTokenSource(token);
            writing.CancelAfter(settings.WriteWithin);
            for (var rest = labels; !rest.IsEmpty;)
                rest = rest[await socket.SendAsync(rest, writing.Token)..];
            socket.Shutdown(SocketShutdown.Send);
            return null;
        }
        catch (OutgoingAddressException)
        {
            return LabelErrors.AddressRefused;
        }
        catch (Exception fault) when (fault is SocketException || (fault is OperationCanceledException && !token.IsCancellationRequested))
        {
            return LabelErrors.Dead;
        }
    }
}
