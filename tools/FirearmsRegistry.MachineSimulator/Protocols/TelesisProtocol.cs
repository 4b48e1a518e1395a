using System.Globalization;
using System.Text;
using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Simulating;

namespace FirearmsRegistry.MachineSimulator.Protocols;

/// <summary>A Telesis controller with the Extended Protocol; its answers mirror the request with ACK or NAK as the type.</summary>
internal sealed class TelesisProtocol(SimulatedMachine machine, bool bcc) : ISimulatedProtocol
{
    private const char Soh = '\u0001';
    private const char Stx = '\u0002';
    private const char Etx = '\u0003';
    private const char Ack = '\u0006';
    private const char Nak = '\u0015';

    public int Scan(ReadOnlySpan<byte> buffered) => Commands.EndedBy(buffered, "\r"u8);

    public Reaction React(ReadOnlySpan<byte> command)
    {
        var frame = Encoding.ASCII.GetString(command[..^1]);
        var check = bcc ? 3 : 0;
        if (frame.Length < 4 + check || frame[0] != Soh || frame[2] != Stx || frame[^(check + 1)] != Etx)
            return Answer(Nak, "");
        var (type, data) = (frame[1], frame[3..^(check + 1)]);
        if (bcc && frame[^3..] != Check(type, data))
            return Answer(Nak, "");
        if (type == 'G')
            return Start();
        if (type == 'I')
            return Answer(Ack, Signals()) with { Moment = machine.IsMarking || machine.IsDone || machine.IsInFault ? FaultMoment.Finishing : FaultMoment.Preparing };
        if (machine.TakeErrorAt(FaultMoment.Preparing) is not null)
            return Answer(Nak, "");
        return type switch
        {
            'O' => Reset(),
            'P' => Load(data),
            '1' or 'V' or 'Q' => Set(data),
            _ => Answer(Nak, ""),
        };
    }

    public byte[] Spoil(byte[] answer) => Commands.Spoilt(answer, bcc ? ^2 : 0);

    private Reaction Start()
    {
        if (machine.TakeErrorAt(FaultMoment.Starting) is not null || machine.Suffers(FaultKind.DoorOpen) || machine.Layout is null || machine.IsMarking)
            return Answer(Nak, "") with { Moment = FaultMoment.Starting };
        machine.Begin();
        return Answer(Ack, "") with { Moment = FaultMoment.Starting, Ended = _ => null };
    }

    private Reaction Reset()
    {
        machine.IsInFault = false;
        machine.Unload();
        return Answer(Ack, "");
    }

    private Reaction Load(string pattern)
    {
        if (machine.Suffers(FaultKind.FileMissing) || machine.Suffers(FaultKind.MemoryFull))
            return Answer(Nak, "");
        machine.Load(pattern);
        return Answer(Ack, pattern);
    }

    private Reaction Set(string data)
    {
        var name = data[..2].TrimStart('0');
        machine.SetText(name, data[2..]);
        return Answer(Ack, data[..2] + machine.Texts[name]);
    }

    private string Signals()
    {
        var outputs = (machine.IsMarking ? 0 : 0x01) | (machine.IsDone ? 0x02 : 0) | (machine.IsInFault ? 0 : 0x08);
        return outputs.ToString("X2", CultureInfo.InvariantCulture) + ";000";
    }

    private Reaction Answer(char type, string data) =>
        new(Encoding.ASCII.GetBytes($"{Soh}{type}{Stx}{data}{Etx}{(bcc ? Check(type, data) : "")}\r"));

    private static string Check(char type, string data) => ((type + data.Sum(one => one)) % 256).ToString("000", CultureInfo.InvariantCulture);
}
