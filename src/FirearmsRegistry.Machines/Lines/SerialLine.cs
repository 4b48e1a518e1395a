using System.IO.Ports;

namespace FirearmsRegistry.Machines.Lines;

/// <summary>A serial port. Modem lines are left alone: pseudo-terminals have none, and the machines here need none.</summary>
internal sealed class SerialLine(string device, SerialParameters parameters) : IMachineLine
{
    private SerialPort? _port;

    public async Task OpenAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await CloseAsync();
        var port = new SerialPort(device, parameters.BaudRate, parameters.Parity, parameters.DataBits, parameters.StopBits)
        {
            Handshake = Handshake.None,
        };
        try
        {
            port.Open();
            // What the machine said before is no answer to what is asked now: unlike TCP, the line keeps it for whoever comes next.
            port.DiscardInBuffer();
        }
        catch
        {
            port.Dispose();
            throw;
        }

        _port = port;
    }

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation) => Open.BaseStream.ReadAsync(buffer, cancellation);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => Open.BaseStream.WriteAsync(bytes, cancellation);

    public ValueTask CloseAsync()
    {
        _port?.Dispose();
        _port = null;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private SerialPort Open => _port ?? throw new IOException("The line is closed.");
}

/// <summary>How a serial port is set.</summary>
internal sealed record SerialParameters(int BaudRate, Parity Parity, int DataBits, StopBits StopBits);
