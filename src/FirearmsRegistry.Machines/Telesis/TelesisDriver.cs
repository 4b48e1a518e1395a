using System.Globalization;
using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.Telesis;

/// <summary>
/// Telesis pin stampers by the Extended Protocol. The manual repeats a message that got no answer in three seconds, three times in all; here that
/// holds for every message but the start.
/// </summary>
internal sealed class TelesisDriver(MachineParts parts, TelesisOptions options) : MachineDriver(parts, TelesisFrames.Answers)
{
    private const int Tries = 3;
    private const int LongestText = 255;

    private static readonly MachineRefusal Nak = Refusals.Machine("refused-by-controller", "The controller refused the message.", "NAK");
    private static readonly MachineRefusal DoneBefore =
        Refusals.Machine("stale-done-signal", "The DONE signal is on before the start, so that it could not tell the end of this mark.");

    private readonly TelesisFrames _frames = new(options);
    private MachineState _loaded = MachineState.Alive;

    protected override ReadOnlyMemory<byte> StartFrame => _frames.Frame((byte)'G', "");

    protected override void Check(MarkingOrder order)
    {
        RefuseUnsendable(order.Layout, "The pattern's name");
        foreach (var (name, text) in order.Variables)
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 99)
                throw Refusals.NotSendable("A Telesis variable is a field number from 0 to 99.").Thrown();
            RefuseUnsendable(text, $"Field {name}");
        }
    }

    protected override async Task<MachineState> GreetAsync(CancellationToken cancellation)
    {
        _loaded = MachineState.Alive;
        return await AskStateAsync(cancellation);
    }

    protected override async Task<MachineState> AskStateAsync(CancellationToken cancellation)
    {
        var state = (await SignalsAsync(cancellation)).State;
        // READY means that the controller is online; whether a pattern is loaded only this side knows.
        return state == MachineState.Ready ? _loaded : state;
    }

    protected override async Task<ReadBack> LoadAsync(MarkingOrder order, CancellationToken cancellation)
    {
        _loaded = MachineState.Alive;
        // Online and reset, so that DONE can only come from the mark to be made.
        await TellAsync('O', "", cancellation);
        await TellAsync('P', order.Layout, cancellation);
        var echoed = true;
        foreach (var (name, text) in order.Variables)
            echoed &= await TellTextAsync(name, text, cancellation);
        if ((await SignalsAsync(cancellation)).Done)
            throw DoneBefore.Thrown();
        _loaded = MachineState.Ready;
        return echoed && order.Variables.Count > 0 ? ReadBack.Compared : ReadBack.NotPossible;
    }

    protected override async Task AwaitFinishAsync(Deadline first, Deadline whole, CancellationToken cancellation)
    {
        _loaded = MachineState.Alive;
        switch (_frames.Take(await Line.ReceiveAsync(first)))
        {
            case (Control.Ack, ""):
                break;
            case (Control.Nak, _):
                throw new StartRefusedException(Nak);
            default:
                throw Refusals.Unexpected.Thrown();
        }

        while (true)
        {
            var signals = await SignalsAsync(cancellation);
            if (!signals.NoFault)
                throw Refusals.StoppedByFault.Thrown();
            if (signals.Done)
                return;
            State = signals.Paused ? MachineState.Paused : MachineState.Marking;
            await WaitAsync(whole);
        }
    }

    protected override async Task<MachineState> AcknowledgeAsync(CancellationToken cancellation)
    {
        await TellAsync('O', "", cancellation);
        return await AskStateAsync(cancellation);
    }

    private async Task WaitAsync(Deadline whole)
    {
        try
        {
            await Task.Delay(options.PollInterval, Parts.Clock, whole.Token);
        }
        catch (OperationCanceledException) when (whole.HasPassed)
        {
            throw Refusals.NoAnswer.Thrown();
        }
    }

    private async Task<TelesisSignals> SignalsAsync(CancellationToken cancellation) =>
        TelesisSignals.Read(await AskAsync('I', "", cancellation));

    private async Task TellAsync(char type, string data, CancellationToken cancellation)
    {
        var echo = await AskAsync(type, data, cancellation);
        if (echo.Length > 0 && echo != data)
            throw Refusals.Unexpected.Thrown();
    }

    private async Task<bool> TellTextAsync(string name, string text, CancellationToken cancellation)
    {
        var field = name.PadLeft(2, '0');
        var echo = await AskAsync(options.TextType, field + text, cancellation);
        if (echo.Length == 0)
            return false;
        if (!echo.StartsWith(field, StringComparison.Ordinal))
            throw Refusals.Unexpected.Thrown();
        return echo[2..] == text ? true : throw Refusals.VariableDiffers(name, text, echo[2..]).Thrown();
    }

    private async Task<string> AskAsync(char type, string data, CancellationToken cancellation)
    {
        var request = _frames.Frame((byte)type, data);
        for (var tried = 1; ; tried++)
        {
            try
            {
                var (answer, echo) = _frames.Take(await Line.AskAsync(request, Timing.Answer, cancellation));
                return answer switch
                {
                    Control.Ack => echo,
                    Control.Nak => throw Nak.Thrown(),
                    _ => throw Refusals.Unexpected.Thrown(),
                };
            }
            catch (MachineRefusedException e) when (e.Refusal == Refusals.NoAnswer && tried < Tries)
            {
                // Nothing that is repeated here cuts metal.
            }
        }
    }

    private static void RefuseUnsendable(string text, string what)
    {
        if (text.Length is 0 or > LongestText || text.AsSpan().ContainsAnyExceptInRange('\u0020', '\u007E'))
            throw Refusals.NotSendable($"{what} must be 1 to {LongestText} ASCII characters without controls.").Thrown();
    }
}
