using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.Frames;

/// <summary>Frames that end with a fixed terminator and, where the protocol has such, begin with one of a few bytes.</summary>
internal sealed class TerminatedFrames(ReadOnlyMemory<byte> terminator, int longest, ReadOnlyMemory<byte> starts = default) : IFrameFormat
{
    public int Scan(ReadOnlySpan<byte> buffered)
    {
        if (buffered.Length == 0)
            return 0;
        if (!starts.IsEmpty && !starts.Span.Contains(buffered[0]))
            throw Refusals.Garbled.Thrown();
        var end = buffered.IndexOf(terminator.Span);
        var length = end < 0 ? buffered.Length : end + terminator.Length;
        if (length > longest)
            throw Refusals.Garbled.Thrown();
        return end < 0 ? 0 : length;
    }
}
