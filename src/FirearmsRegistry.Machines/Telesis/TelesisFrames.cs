using System.Globalization;
using System.Text;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.Telesis;

/// <summary>
/// Frames of the Extended Protocol, <c>SOH TYPE [##] STX [DATA] ETX BCC CR</c> (Telesis TMP3200 data sheet). The check characters are the 8-bit sum of
/// type and data as three decimal digits.
/// </summary>
/// <remarks>
/// No manual at hand shows an answer. Taken here: it mirrors the request with the type replaced by ACK or NAK; an answer to <c>I</c> has the signals
/// as its data. To be confirmed on a machine before it is relied on.
/// </remarks>
internal sealed class TelesisFrames(TelesisOptions options)
{
    public const int Longest = 512;

    private const int CheckLength = 3;

    public static IFrameFormat Answers => new TerminatedFrames(new[] { Control.Cr }, Longest, new[] { Control.Soh });

    public byte[] Frame(byte type, string data)
    {
        var text = Encoding.ASCII.GetBytes(data);
        byte[] bytes = [Control.Soh, type, .. Encoding.ASCII.GetBytes(options.Station), Control.Stx, .. text, Control.Etx];
        return options.Bcc ? [.. bytes, .. CheckCharacters(type, text), Control.Cr] : [.. bytes, Control.Cr];
    }

    public (byte Type, string Data) Take(ReadOnlySpan<byte> frame)
    {
        var head = 2 + options.Station.Length;
        var tail = options.Bcc ? CheckLength + 1 : 1;
        if (frame.Length < head + 2 + tail || frame[head] != Control.Stx || frame[^(tail + 1)] != Control.Etx
            || Encoding.ASCII.GetString(frame[2..head]) != options.Station)
            throw Refusals.Garbled.Thrown();
        var data = frame[(head + 1)..^(tail + 1)];
        if (data.ContainsAnyExceptInRange((byte)0x20, (byte)0x7E))
            throw Refusals.Garbled.Thrown();
        if (options.Bcc && !frame[^tail..^1].SequenceEqual(CheckCharacters(frame[1], data)))
            throw Refusals.BadChecksum.Thrown();
        return (frame[1], Encoding.ASCII.GetString(data));
    }

    private static byte[] CheckCharacters(byte type, ReadOnlySpan<byte> data)
    {
        int sum = type;
        foreach (var one in data)
            sum += one;
        return Encoding.ASCII.GetBytes((sum & 0xFF).ToString("000", CultureInfo.InvariantCulture));
    }
}
