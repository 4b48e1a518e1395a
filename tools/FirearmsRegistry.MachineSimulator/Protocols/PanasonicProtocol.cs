using System.Globalization;
using System.Text;
using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Simulating;

namespace FirearmsRegistry.MachineSimulator.Protocols;

/// <summary>A Panasonic LP-GS laser marker in its compatible command mode.</summary>
internal sealed class PanasonicProtocol(SimulatedMachine machine, bool checksum) : ISimulatedProtocol
{
    private const char Stx = '\u0002';
    private const char Ack = '\u0006';
    private const char Nak = '\u0015';

    private bool _reception = true;
    private bool _endMessage;

    public int Scan(ReadOnlySpan<byte> buffered) => Commands.EndedBy(buffered, "\r"u8);

    public Reaction React(ReadOnlySpan<byte> command)
    {
        var body = Encoding.ASCII.GetString(command[..^1]);
        if (body is not [Stx, ..])
            return Refuse("01");
        if (checksum)
        {
            if (body.Length < 7 || body[^2..] != Check(body[..^2]))
                return Refuse("05");
            body = body[..^2];
        }

        if (body.Length < 5)
            return Refuse("06");
        var (name, sub, data) = (body[1..4], body[4], body[5..]);
        if (name == "MRK")
            return Start();
        if (name == "STS")
            return Read(name, Status());
        if (machine.TakeErrorAt(FaultMoment.Preparing) is { } code)
            return Refuse(code);
        return (name, sub) switch
        {
            ("MKM", 'S') => Permit(data),
            ("FNO", 'S') => Load(data),
            ("FNO", 'R') => Read(name, machine.Layout ?? "0000"),
            ("MCS", 'S') => Set(data),
            ("MCS", 'R') => Read(name, data + machine.Texts.GetValueOrDefault(Number(data), "")),
            ("MST", 'S') => Permitted(() => _endMessage = data == "1"),
            ("LSR", 'S') => StopPumping(),
            _ => Refuse("04"),
        };
    }

    public byte[] Spoil(byte[] answer) => Commands.Spoilt(answer, checksum ? ^2 : 0);

    private Reaction Start()
    {
        if (machine.TakeErrorAt(FaultMoment.Starting) is { } code)
            return Refuse(code) with { Moment = FaultMoment.Starting };
        if (machine.Suffers(FaultKind.DoorOpen) || _reception || machine.Layout is null || machine.IsMarking)
            return Refuse("03") with { Moment = FaultMoment.Starting };
        machine.Begin();
        return Accept() with
        {
            Moment = FaultMoment.Starting,
            Ended = well => _endMessage ? Frame($"{Stx}MSTA{(well ? "0000" : "E400")}") : null,
        };
    }

    private Reaction Permit(string data)
    {
        _reception = data == "0";
        if (_reception)
            machine.IsInFault = false;
        return Accept();
    }

    private Reaction Load(string file)
    {
        if (machine.Suffers(FaultKind.FileMissing))
            return Refuse("09");
        if (machine.Suffers(FaultKind.MemoryFull))
            return Refuse("12");
        return Permitted(() => machine.Load(file));
    }

    private Reaction Set(string data) => Permitted(() => machine.SetText(Number(data[..2]), data[2..]));

    private Reaction StopPumping()
    {
        machine.IsInFault |= machine.IsMarking;
        machine.FinishMarking();
        return Accept();
    }

    private Reaction Permitted(Action act)
    {
        if (machine.IsInFault)
            return Refuse("10");
        if (!_reception)
            return Refuse("03");
        act();
        return Accept();
    }

    private string Status() => machine.IsInFault ? "12100" : !_reception && machine.Layout is not null && !machine.IsMarking ? "02110" : "02000";

    private Reaction Accept() => new(Frame($"{Ack}00"));

    private Reaction Refuse(string code) => new(Frame($"{Nak}{code}"));

    private Reaction Read(string name, string data) => new(Frame($"{Stx}{name}A{data}"));

    private byte[] Frame(string body) => Encoding.ASCII.GetBytes(body + (checksum ? Check(body) : "") + "\r");

    private static string Check(string body) => (body.Sum(one => one) % 256).ToString("X2", CultureInfo.InvariantCulture);

    private static string Number(string padded) => padded.TrimStart('0');
}
