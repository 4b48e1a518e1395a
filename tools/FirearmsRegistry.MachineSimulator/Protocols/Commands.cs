using System.Text;

namespace FirearmsRegistry.MachineSimulator.Protocols;

/// <summary>What the protocols share in reading commands.</summary>
internal static class Commands
{
    public static int EndedBy(ReadOnlySpan<byte> buffered, ReadOnlySpan<byte> end)
    {
        var at = buffered.IndexOf(end);
        return at < 0 ? 0 : at + end.Length;
    }

    public static byte[] Spoilt(byte[] answer, Index at)
    {
        byte[] spoilt = [.. answer];
        // A digit stays a digit, so that nothing but the check itself is wrong.
        spoilt[at] ^= 1;
        return spoilt;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
