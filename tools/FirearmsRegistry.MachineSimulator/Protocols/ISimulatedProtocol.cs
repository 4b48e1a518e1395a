namespace FirearmsRegistry.MachineSimulator.Protocols;

/// <summary>One protocol from the machine's side.</summary>
internal interface ISimulatedProtocol
{
    /// <summary>The length of the first whole command, or 0 while more bytes are needed.</summary>
    int Scan(ReadOnlySpan<byte> buffered);

    Reaction React(ReadOnlySpan<byte> command);

    /// <summary>An answer whose check characters are wrong.</summary>
    byte[] Spoil(byte[] answer);
}
