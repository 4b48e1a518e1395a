using System.Diagnostics.CodeAnalysis;

namespace FirearmsRegistry.Machines.Frames;

/// <summary>Collects what reads bring and gives whole frames.</summary>
internal sealed class FrameBuffer(IFrameFormat format)
{
    private byte[] _bytes = [];

    public ReadOnlyMemory<byte> Rest => _bytes;

    public void Append(ReadOnlySpan<byte> read) => _bytes = [.. _bytes, .. read];

    public bool TryTake([NotNullWhen(true)] out byte[]? frame)
    {
        frame = null;
        if (_bytes.Length == 0)
            return false;
        var length = format.Scan(_bytes);
        if (length == 0)
            return false;
        frame = _bytes[..length];
        _bytes = _bytes[length..];
        return true;
    }

    public void Clear() => _bytes = [];
}
