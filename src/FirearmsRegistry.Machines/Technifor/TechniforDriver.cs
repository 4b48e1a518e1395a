using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;

namespace FirearmsRegistry.Machines.Technifor;

/// <summary>
/// Gravotech/Technifor TL07 lasers and UC500 dot-peen units. The order LD, VS, GO is kept: a file loaded after the texts would empty them.
/// </summary>
internal sealed class TechniforDriver(MachineParts parts, TechniforOptions options) : MachineDriver(parts, TechniforFrames.Answers(options.AnswersEndWithLf))
{
    private static readonly MachineRefusal WrongMode =
        Refusals.Machine("wrong-mode", "The machine is in simulation or autonomous mode, where a start marks nothing or without end.");

    protected override ReadOnlyMemory<byte> StartFrame => Frame("GO");

    protected override ReadOnlyMemory<byte>? StopFrame => Frame("AM");

    protected override void Check(MarkingOrder order)
    {
        RefuseUnquotable(order.Layout, "The marking file's name");
        foreach (var variable in order.Variables)
        {
            if (variable.Name is not [>= '0' and <= '9'])
                throw Refusals.NotSendable("A Technifor variable is one of 0 to 9.").Thrown();
            RefuseUnquotable(variable.Text, $"Variable {variable.Name}");
        }
    }

    protected override async Task<MachineState> GreetAsync(CancellationToken cancellation)
    {
        var state = await AskStateAsync(cancellation);
        // Who is master can only be asked and changed in these two states; in others a slave learns it from "ER 4 1".
        if (options.BecomeMaster && state is MachineState.Alive or MachineState.Fault)
            await BecomeMasterAsync(cancellation);
        return state;
    }

    protected override async Task<MachineState> AskStateAsync(CancellationToken cancellation)
    {
        var status = TechniforStatus.Read(await AskAsync("ST", cancellation));
        return status.State == MachineState.Ready && !status.IsNormalMode ? throw WrongMode.Thrown() : status.State;
    }

    protected override async Task<ReadBack> LoadAsync(MarkingOrder order, CancellationToken cancellation)
    {
        // One marking for one loading: a second GO finds nothing left to mark.
        Expect(await AskAsync($"LD \"{order.Layout}\" 1 N", cancellation), "LD 1");
        foreach (var (name, text) in order.Variables)
            Expect(await AskAsync($"VS {name} \"{text}\"", cancellation), "VS 1", $"VS 1 {name}");
        foreach (var (name, text) in order.Variables)
        {
            var read = await AskAsync($"VG {name}", cancellation);
            if (read != text)
                throw Refusals.VariableDiffers(name, text, read).Thrown();
        }

        return ReadBack.Compared;
    }

    protected override async Task AwaitFinishAsync(Deadline first, Deadline whole, CancellationToken cancellation)
    {
        // The machine says at once that it marks; only the end may take long.
        var answer = TechniforFrames.Text(await Line.ReceiveAsync(first));
        if (TechniforErrors.Read(answer) is { Origin: RefusalOrigin.Machine } refusal)
            throw new StartRefusedException(refusal);
        Expect(answer, "GO M");
        while (true)
        {
            switch (TechniforFrames.Text(await Line.ReceiveAsync(whole)))
            {
                case "GO F":
                    return;
                case "GO P":
                    State = MachineState.Paused;
                    break;
                case "GO M" when State == MachineState.Paused:
                    State = MachineState.Marking;
                    break;
                case "GO S":
                    throw Refusals.StoppedByFault.Thrown();
                case "AM 1":
                    throw Refusals.Stopped.Thrown();
                case var other:
                    throw (TechniforErrors.Read(other) ?? Refusals.Unexpected).Thrown();
            }
        }
    }

    protected override async Task<MachineState> StopIdleAsync(CancellationToken cancellation)
    {
        Expect(await AskAsync("AM", cancellation), "AM 1");
        return MachineState.Fault;
    }

    protected override async Task<MachineState> AcknowledgeAsync(CancellationToken cancellation)
    {
        Expect(await AskAsync("AD", cancellation), "AD 1");
        return await AskStateAsync(cancellation);
    }

    private async Task BecomeMasterAsync(CancellationToken cancellation)
    {
        if (await AskAsync("GP \"MASTER\"", cancellation) == "GP \"MASTER\":\"1\"")
            return;
        Expect(await AskAsync("SP \"MASTER\":\"1\"", cancellation), "SP 1");
    }

    private async Task<string> AskAsync(string command, CancellationToken cancellation)
    {
        var answer = TechniforFrames.Text(await Line.AskAsync(Frame(command), Timing.Answer, cancellation));
        return TechniforErrors.Read(answer) is { } refusal ? throw refusal.Thrown() : answer;
    }

    private byte[] Frame(string command) => options.Uc500 ? TechniforFrames.Uc500(command) : TechniforFrames.Line(command);

    private static void Expect(string answer, params ReadOnlySpan<string> expected)
    {
        if (!expected.Contains(answer))
            throw Refusals.Unexpected.Thrown();
    }

    private static void RefuseUnquotable(string text, string what)
    {
        if (text.AsSpan().ContainsAny("\"\r\n\0\u001b"))
            throw Refusals.NotSendable($"{what} holds a quotation mark, a line end, NUL or ESC, which this protocol cannot carry.").Thrown();
    }
}
