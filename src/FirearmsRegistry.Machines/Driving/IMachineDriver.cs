namespace FirearmsRegistry.Machines.Driving;

/// <summary>
/// One marking machine, whatever its protocol: connect, prepare a mark, start it once. Not for several callers at a time, except that
/// <see cref="StopAsync"/> may be called while <see cref="StartAsync"/> waits.
/// </summary>
/// <remarks>Every method refuses by <see cref="MachineRefusedException"/> and by nothing else, unless the caller cancels.</remarks>
public interface IMachineDriver : IAsyncDisposable
{
    /// <summary>The state as it was last known here; asks nothing.</summary>
    MachineState State { get; }

    /// <summary>Connects, becomes master where the protocol has one, and asks for the state. May be called again after the line broke.</summary>
    Task ConnectAsync(CancellationToken cancellation);

    /// <summary>Asks the machine for its state.</summary>
    Task<MachineState> ReadStateAsync(CancellationToken cancellation);

    /// <summary>
    /// Loads the layout for one marking, sets every text, reads each back where the protocol can and compares it. Refuses
    /// (<c>variable-mismatch</c>, <c>text-not-sendable</c>, the machine's own errors) rather than change a text. Nothing is cut.
    /// </summary>
    Task<PreparedMark> PrepareAsync(MarkingOrder order, CancellationToken cancellation);

    /// <summary>
    /// Tells the machine to mark, once, and waits until it says how that went. The start is never sent a second time. From the moment it
    /// is sent no exception leaves this method, not even for a cancelled wait: silence, garbage, a double or late answer or a closed
    /// connection is <see cref="MarkResult.UnknownMarkState"/>.
    /// </summary>
    /// <exception cref="MachineRefusedException">Nothing was sent: the mark was started before, or the machine is not ready for it.</exception>
    Task<MarkOutcome> StartAsync(PreparedMark prepared, CancellationToken cancellation);

    /// <summary>Tells the machine to stop. While a start is waiting, the answer is that start's outcome.</summary>
    Task StopAsync(CancellationToken cancellation);

    /// <summary>Acknowledges a fault, so that the machine can be used again.</summary>
    Task AcknowledgeFaultAsync(CancellationToken cancellation);
}
