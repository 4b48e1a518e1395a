using System.Globalization;
using System.Text;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.EzCad;

/// <summary>Lines of the bridge: a space and CR LF end a command, a number and CR LF are the answer.</summary>
internal static class EzCadFrames
{
    public const int Longest = 64;

    private const int MostDigits = 3;

    public static IFrameFormat Answers { get; } = new TerminatedFrames(new[] { Control.Cr, Control.Lf }, Longest);

    public static byte[] Command(string command) => [.. Encoding.UTF8.GetBytes(command), (byte)' ', Control.Cr, Control.Lf];

    public static int Number(ReadOnlySpan<byte> frame)
    {
        var text = Encoding.ASCII.GetString(frame[..^2]).TrimEnd(' ');
        return text.Length <= MostDigits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refusals.Garbled.Thrown();
    }
}
