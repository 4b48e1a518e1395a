using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Simulating;

namespace FirearmsRegistry.MachineSimulator.Protocols;

/// <summary>EzCad's TCP bridge: lines in, numbers out.</summary>
internal sealed class EzCadProtocol(SimulatedMachine machine) : ISimulatedProtocol
{
    private static readonly string[] DuplicateChecked = ["10", "11", "12", "13", "14"];

    public int Scan(ReadOnlySpan<byte> buffered) => Commands.EndedBy(buffered, "\r\n"u8);

    public Reaction React(ReadOnlySpan<byte> command)
    {
        var text = Commands.Text(command[..^2]).TrimEnd(' ');
        if (text == "RUN")
            return Start();
        if (machine.TakeErrorAt(FaultMoment.Preparing) is { } code)
            return new Reaction(Number(code));
        return text.Split(' ', 3) switch
        {
            ["LOADFILE", ..] => Load(text["LOADFILE ".Length..]),
            ["SETVAR", var name, var value] => Set(name, value),
            ["STOP"] => Stop(),
            _ => new Reaction(Number("32")),
        };
    }

    public byte[] Spoil(byte[] answer) => Commands.Spoilt(answer, ^1);

    private Reaction Start()
    {
        var refused = machine.TakeErrorAt(FaultMoment.Starting)
            ?? (machine.Suffers(FaultKind.DoorOpen) ? "7"
                : machine.Layout is null ? "19"
                : machine.WasMarkedBefore(DuplicateChecked) ? "31"
                : null);
        if (refused is not null)
            return new Reaction(Number(refused), FaultMoment.Starting);
        machine.Begin();
        return new Reaction(null, FaultMoment.Starting) { Ended = well => Number(well ? "0" : "7") };
    }

    private Reaction Load(string file)
    {
        if (machine.Suffers(FaultKind.FileMissing))
            return new Reaction(Number("12"));
        if (machine.Suffers(FaultKind.MemoryFull))
            return new Reaction(Number("9"));
        machine.IsInFault = false;
        machine.Load(file);
        return new Reaction(Number("0"));
    }

    private Reaction Set(string name, string value)
    {
        machine.SetText(name, value);
        return new Reaction(Number("0"));
    }

    private Reaction Stop()
    {
        machine.IsInFault |= machine.IsMarking;
        machine.FinishMarking();
        return new Reaction(Number("0"));
    }

    private static byte[] Number(string code) => Commands.Bytes(code + "\r\n");
}
