using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.Tests;

/// <summary>Keeps frames in memory.</summary>
public sealed class FrameList : IFrameLog
{
    private readonly List<RawFrame> _frames = [];

    public IReadOnlyList<RawFrame> Frames => _frames;

    public void Record(RawFrame frame) => _frames.Add(frame);
}
