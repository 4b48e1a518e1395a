using System.Globalization;
using System.Text;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.Panasonic;

/// <summary>
/// Requests <c>STX CMD SUB DATA [CS] end</c> and their answers (Panasonic LP-GS serial communication command manual, 2-3). The check characters
/// are the low byte of the sum from the start code to the last data byte, as two hexadecimal digits.
/// </summary>
internal sealed class PanasonicFrames(PanasonicOptions options)
{
    public const int Longest = 512;

    private readonly byte[] _end = options.EndsWithLf ? [Control.Cr, Control.Lf] : [Control.Cr];

    public IFrameFormat Answers => new TerminatedFrames(_end, Longest, new[] { Control.Stx, Control.Ack, Control.Nak });

    /// <summary>A request that sets or does something.</summary>
    public byte[] Set(string command, string data = "") => Frame(Control.Stx, $"{command}S{data}");

    /// <summary>A request that reads something.</summary>
    public byte[] Read(string command, string data = "") => Frame(Control.Stx, $"{command}R{data}");

    /// <summary>Any frame: the start code and what follows it.</summary>
    public byte[] Frame(byte start, string body)
    {
        byte[] bytes = [start, .. Encoding.ASCII.GetBytes(body)];
        return options.Checksum ? [.. bytes, .. CheckCharacters(bytes), .. _end] : [.. bytes, .. _end];
    }

    /// <summary>The start code and what follows it, without check characters and end code.</summary>
    public (byte Start, string Body) Take(ReadOnlySpan<byte> frame)
    {
        var bytes = frame[..^_end.Length];
        if (options.Checksum)
        {
            if (bytes.Length < 3)
                throw Refusals.Garbled.Thrown();
            var given = bytes[^2..];
            bytes = bytes[..^2];
            if (!given.SequenceEqual(CheckCharacters(bytes)))
                throw Refusals.BadChecksum.Thrown();
        }

        if (bytes.IsEmpty || bytes.ContainsAnyExceptInRange((byte)0x01, (byte)0x7E))
            throw Refusals.Garbled.Thrown();
        return (bytes[0], Encoding.ASCII.GetString(bytes[1..]));
    }

    private static byte[] CheckCharacters(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var one in bytes)
            sum += one;
        return Encoding.ASCII.GetBytes((sum & 0xFF).ToString("X2", CultureInfo.InvariantCulture));
    }
}
