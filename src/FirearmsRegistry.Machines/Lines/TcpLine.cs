using System.Net.Sockets;

namespace FirearmsRegistry.Machines.Lines;

/// <summary>A TCP connection to a machine.</summary>
internal sealed class TcpLine(string host, int port) : IMachineLine
{
    private Socket? _socket;

    public async Task OpenAsync(CancellationToken cancellation)
    {
        await CloseAsync();
        // A start must leave at once, not when more bytes have gathered.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancellation);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        _socket = socket;
    }

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation) => Open.ReceiveAsync(buffer, cancellation);

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await Open.SendAsync(bytes, cancellation)..];
    }

    public ValueTask CloseAsync()
    {
        _socket?.Dispose();
        _socket = null;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private Socket Open => _socket ?? throw new IOException("The line is closed.");
}
