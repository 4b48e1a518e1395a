using System.Text;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.Technifor;

/// <summary>
/// The two ways in which commands travel: a TL07 takes lines ended by CR and answers lines ended by CR LF; a UC500 takes
/// <c>1B 00 lenHi lenLo payload 0D</c> and answers lines ended by CR.
/// </summary>
internal static class TechniforFrames
{
    public const int LongestPayload = 4_096;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IFrameFormat Answers(bool endWithLf) =>
        new TerminatedFrames(endWithLf ? new[] { Control.Cr, Control.Lf } : new[] { Control.Cr }, LongestPayload);

    public static byte[] Line(string command) => [.. Bytes(command), Control.Cr];

    public static byte[] Uc500(string command)
    {
        var payload = Bytes(command);
        // The length counts the payload alone, in two bytes, high byte first.
        return [Control.Esc, 0x00, (byte)(payload.Length >> 8), (byte)payload.Length, .. payload, Control.Cr];
    }

    public static string Text(ReadOnlySpan<byte> frame)
    {
        try
        {
            return Utf8.GetString(frame.TrimEnd([Control.Cr, Control.Lf]));
        }
        catch (DecoderFallbackException e)
        {
            throw Refusals.Garbled.Thrown(e);
        }
    }

    private static byte[] Bytes(string command)
    {
        var payload = Utf8.GetBytes(command);
        return payload.Length <= LongestPayload ? payload : throw Refusals.NotSendable("The text is too long for one command.").Thrown();
    }
}
