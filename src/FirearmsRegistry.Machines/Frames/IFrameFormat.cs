namespace FirearmsRegistry.Machines.Frames;

/// <summary>Where a protocol's frames end. Pure, so that any split of the bytes into reads gives the same frames.</summary>
internal interface IFrameFormat
{
    /// <summary>The length of the first whole frame, or 0 while more bytes are needed.</summary>
    /// <exception cref="Driving.MachineRefusedException">These bytes cannot become a frame (<c>garbled-answer</c>).</exception>
    int Scan(ReadOnlySpan<byte> buffered);
}
