namespace FirearmsRegistry.Machines.Lines;

/// <summary>Bytes to and from a machine, over whatever carries them. Can be opened again after it was closed.</summary>
public interface IMachineLine : IAsyncDisposable
{
    /// <summary>Opens the line; closes an older one first.</summary>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Reads what is there, at least one byte; 0 when the other side closed.</summary>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation);

    /// <summary>Writes all bytes.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>Closes the line; a closed one may be closed again.</summary>
    ValueTask CloseAsync();
}
