using System.Globalization;
using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.Panasonic;

/// <summary>
/// Panasonic LP-GS, LP-RC, LP-RF and LP-V laser markers in their LP-400/V compatible command mode. The layout is a file number, the variables are
/// string numbers of the file's reference list; the end of a mark is told by the automatic MST message.
/// </summary>
internal sealed class PanasonicDriver(MachineParts parts, PanasonicFrames frames) : MachineDriver(parts, frames.Answers)
{
    private const int LongestText = 30;
    private const string ReceptionOn = "0";
    private const string ReceptionOff = "1";
    private const string PumpingOff = "0";
    private const string EndMessageOn = "1";

    public PanasonicDriver(MachineParts parts, PanasonicOptions options)
        : this(parts, new PanasonicFrames(options))
    {
    }

    protected override ReadOnlyMemory<byte> StartFrame => frames.Set("MRK");

    // The protocol has no stop; the manual says that a mark breaks off with an error when the pumping is switched off.
    protected override ReadOnlyMemory<byte>? StopFrame => frames.Set("LSR", PumpingOff);

    protected override void Check(MarkingOrder order)
    {
        if (!IsNumber(order.Layout, 0, 9_999))
            throw Refusals.NotSendable("A Panasonic layout is a file number from 0 to 9999.").Thrown();
        foreach (var (name, text) in order.Variables)
        {
            if (!IsNumber(name, 1, 60))
                throw Refusals.NotSendable("A Panasonic variable is a string number from 1 to 60.").Thrown();
            if (text.Length is 0 or > LongestText || text.AsSpan().ContainsAnyExceptInRange('\u0020', '\u007E') || text.Contains('%', StringComparison.Ordinal))
                throw Refusals.NotSendable($"String {name} must be 1 to {LongestText} ASCII characters without controls and without %.").Thrown();
        }
    }

    protected override Task<MachineState> GreetAsync(CancellationToken cancellation) => AskStateAsync(cancellation);

    protected override async Task<MachineState> AskStateAsync(CancellationToken cancellation) =>
        PanasonicStatus.Read(await ReadAsync("STS", "", cancellation));

    protected override async Task<ReadBack> LoadAsync(MarkingOrder order, CancellationToken cancellation)
    {
        await SetAsync("MKM", ReceptionOn, cancellation);
        await SetAsync("FNO", Padded(order.Layout, 4), cancellation);
        foreach (var (name, text) in order.Variables)
            await SetAsync("MCS", Padded(name, 2) + text, cancellation);
        foreach (var (name, text) in order.Variables)
            await CompareAsync(name, text, cancellation);
        await SetAsync("MST", EndMessageOn, cancellation);
        await SetAsync("MKM", ReceptionOff, cancellation);
        return ReadBack.Compared;
    }

    protected override async Task AwaitFinishAsync(Deadline first, Deadline whole, CancellationToken cancellation)
    {
        var (start, body) = frames.Take(await Line.ReceiveAsync(first));
        if (start == Control.Nak && PanasonicErrors.Of(body) is { Origin: RefusalOrigin.Machine } refusal)
            throw new StartRefusedException(refusal);
        if (start != Control.Ack || body != "00")
            throw Refusals.Unexpected.Thrown();
        (start, body) = frames.Take(await Line.ReceiveAsync(whole));
        if (start != Control.Stx || body is not ['M', 'S', 'T', 'A', .. { Length: 4 } end])
            throw Refusals.Unexpected.Thrown();
        if (end != "0000")
            throw (end[0] == 'E' && IsNumber(end[1..], 1, 999) ? Refusals.StoppedByFault with { MachineCode = end } : Refusals.Unexpected).Thrown();
    }

    protected override async Task<MachineState> StopIdleAsync(CancellationToken cancellation)
    {
        await SetAsync("LSR", PumpingOff, cancellation);
        return await AskStateAsync(cancellation);
    }

    protected override async Task<MachineState> AcknowledgeAsync(CancellationToken cancellation)
    {
        // The manual: sending MKM also recovers from the warning state.
        await SetAsync("MKM", ReceptionOn, cancellation);
        return await AskStateAsync(cancellation);
    }

    private async Task CompareAsync(string name, string text, CancellationToken cancellation)
    {
        var number = Padded(name, 2);
        var read = await ReadAsync("MCS", number, cancellation);
        if (!read.StartsWith(number, StringComparison.Ordinal))
            throw Refusals.Unexpected.Thrown();
        if (read[2..] != text)
            throw Refusals.VariableDiffers(name, text, read[2..]).Thrown();
    }

    private async Task SetAsync(string command, string data, CancellationToken cancellation)
    {
        var (start, body) = await AskAsync(frames.Set(command, data), cancellation);
        if (start != Control.Ack || body != "00")
            throw Refusals.Unexpected.Thrown();
    }

    private async Task<string> ReadAsync(string command, string data, CancellationToken cancellation)
    {
        var (start, body) = await AskAsync(frames.Read(command, data), cancellation);
        return start == Control.Stx && body.StartsWith(command + "A", StringComparison.Ordinal) ? body[4..] : throw Refusals.Unexpected.Thrown();
    }

    private async Task<(byte Start, string Body)> AskAsync(byte[] request, CancellationToken cancellation)
    {
        var (start, body) = frames.Take(await Line.AskAsync(request, Timing.Answer, cancellation));
        return start == Control.Nak ? throw PanasonicErrors.Of(body).Thrown() : (start, body);
    }

    private static string Padded(string number, int width) =>
        int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static bool IsNumber(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
}
