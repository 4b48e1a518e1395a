using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.EzCad;

/// <summary>
/// The TCP bridge of EzCad installations on JCZ boards. It has no question for its state and none for a variable, and its answers do not say what
/// they answer; so a line that is not silent around a start is not trusted.
/// </summary>
internal sealed class EzCadDriver(MachineParts parts) : MachineDriver(parts, EzCadFrames.Answers)
{
    private const int Done = 0;

    private MachineState _known = MachineState.Offline;

    protected override ReadOnlyMemory<byte> StartFrame => EzCadFrames.Command("RUN");

    protected override ReadOnlyMemory<byte>? StopFrame => EzCadFrames.Command("STOP");

    protected override void Check(MarkingOrder order)
    {
        RefuseUnsendable(order.Layout, "The marking file's path");
        foreach (var (name, text) in order.Variables)
        {
            RefuseUnsendable(name, "A variable's name");
            if (name.Contains(' ', StringComparison.Ordinal))
                throw Refusals.NotSendable("An EzCad variable's name has no spaces.").Thrown();
            RefuseUnsendable(text, $"Variable {name}");
        }
    }

    protected override Task<MachineState> GreetAsync(CancellationToken cancellation) => Task.FromResult(_known = MachineState.Alive);

    protected override Task<MachineState> AskStateAsync(CancellationToken cancellation) => Task.FromResult(_known);

    protected override async Task<ReadBack> LoadAsync(MarkingOrder order, CancellationToken cancellation)
    {
        _known = MachineState.Alive;
        await TellAsync($"LOADFILE {order.Layout}", cancellation);
        foreach (var (name, text) in order.Variables)
            await TellAsync($"SETVAR {name} {text}", cancellation);
        _known = MachineState.Ready;
        return ReadBack.NotPossible;
    }

    protected override async Task AwaitFinishAsync(Deadline first, Deadline whole, CancellationToken cancellation)
    {
        _known = MachineState.Alive;
        // The one answer comes after the mark.
        var code = EzCadFrames.Number(await Line.ReceiveAsync(whole));
        if (code == Done)
            return;
        throw EzCadErrors.IsBeforeCutting(code) ? new StartRefusedException(EzCadErrors.Of(code)) : EzCadErrors.Of(code).Thrown();
    }

    protected override async Task<MachineState> StopIdleAsync(CancellationToken cancellation)
    {
        await TellAsync("STOP", cancellation);
        return _known = MachineState.Alive;
    }

    private async Task TellAsync(string command, CancellationToken cancellation)
    {
        var code = EzCadFrames.Number(await Line.AskAsync(EzCadFrames.Command(command), Timing.Answer, cancellation));
        if (code != Done)
            throw EzCadErrors.Of(code).Thrown();
    }

    private static void RefuseUnsendable(string text, string what)
    {
        if (text.Length == 0 || text.AsSpan().ContainsAny('\r', '\n', '\0') || text.Trim() != text)
            throw Refusals.NotSendable($"{what} must not be empty, hold a line end or NUL, or begin or end with a space.").Thrown();
    }
}
