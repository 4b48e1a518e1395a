using System.Text.RegularExpressions;
using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Simulating;

namespace FirearmsRegistry.MachineSimulator.Protocols;

/// <summary>TL07 (lines) and UC500 (framed messages).</summary>
internal sealed partial class TechniforProtocol(SimulatedMachine machine, bool uc500) : ISimulatedProtocol
{
    private const int HeaderLength = 4;

    private bool _isMaster;

    public int Scan(ReadOnlySpan<byte> buffered)
    {
        if (!uc500)
            return Commands.EndedBy(buffered, "\r"u8);
        if (buffered.Length < HeaderLength)
            return 0;
        var length = HeaderLength + ((buffered[2] << 8) | buffered[3]) + 1;
        return buffered.Length < length ? 0 : length;
    }

    public Reaction React(ReadOnlySpan<byte> command)
    {
        if (uc500 && (!command.StartsWith(new byte[] { 0x1B, 0x00 }) || command[^1] != (byte)'\r'))
            return Say("ER 1 1");
        var text = Commands.Text(uc500 ? command[HeaderLength..^1] : command[..^1]);
        return text == "GO" ? Start() : Say(Answer(text));
    }

    public byte[] Spoil(byte[] answer) => Commands.Spoilt(answer, 0);

    private Reaction Start()
    {
        if (machine.TakeErrorAt(FaultMoment.Starting) is { } code)
            return Say($"ER {code}", FaultMoment.Starting);
        if (machine.Suffers(FaultKind.DoorOpen))
            return Say("ER 3 7", FaultMoment.Starting);
        if (machine.Layout is null || machine.IsMarking || machine.IsInFault)
            return Say($"ER 2 {State()}", FaultMoment.Starting);
        machine.Begin();
        return Say("GO M", FaultMoment.Starting) with
        {
            Ended = well =>
            {
                // One marking was ordered by the loading, so nothing is loaded now.
                machine.Unload();
                return Line(well ? "GO F" : "GO S");
            },
        };
    }

    private string Answer(string text)
    {
        if (text == "ST")
            return $"ST {State()} 0 0";
        if (machine.TakeErrorAt(FaultMoment.Preparing) is { } code)
            return $"ER {code}";
        if (text == "AD")
            return Acknowledge();
        if (text is "AM")
            return Abort();
        if (text.StartsWith("GP", StringComparison.Ordinal) || text.StartsWith("SP", StringComparison.Ordinal))
            return Master(text);
        if (machine.IsMarking || machine.IsInFault)
            return $"ER 2 {State()}";
        return Loading().Match(text) is { Success: true } load ? Load(load.Groups[1].Value)
            : Setting().Match(text) is { Success: true } set ? Set(set.Groups[1].Value, set.Groups[2].Value)
            : Getting().Match(text) is { Success: true } get ? machine.Texts.GetValueOrDefault(get.Groups[1].Value, "")
            : "ER 1 1";
    }

    private string Master(string text)
    {
        if (text.StartsWith("GP", StringComparison.Ordinal))
            return $"GP \"MASTER\":\"{(_isMaster ? 1 : 0)}\"";
        if (machine.Suffers(FaultKind.SlaveRejected))
            return "ER 4 1";
        _isMaster = true;
        return "SP 1";
    }

    private string Load(string file)
    {
        if (machine.Suffers(FaultKind.SlaveRejected))
            return "ER 4 1";
        if (machine.Suffers(FaultKind.FileMissing))
            return "ER 1 5";
        if (machine.Suffers(FaultKind.MemoryFull))
            return "ER 3 4";
        machine.Load(file);
        return "LD 1";
    }

    private string Set(string name, string value)
    {
        machine.SetText(name, value);
        return $"VS 1 {name}";
    }

    private string Abort()
    {
        machine.IsInFault = true;
        machine.FinishMarking();
        return "AM 1";
    }

    private string Acknowledge()
    {
        if (!machine.IsInFault)
            return "ER 3 5";
        machine.IsInFault = false;
        machine.Unload();
        return "AD 1";
    }

    private int State() => machine.IsInFault ? 32 : machine.IsMarking ? 8 : machine.Layout is null ? 2 : 4;

    private Reaction Say(string text, FaultMoment moment = FaultMoment.Preparing) => new(Line(text), moment);

    private byte[] Line(string text) => Commands.Bytes(text + (uc500 ? "\r" : "\r\n"));

    [GeneratedRegex("^LD \"([^\"]*)\" \\d+ N$")]
    private static partial Regex Loading();

    [GeneratedRegex("^VS (\\d) \"([^\"]*)\"$", RegexOptions.Singleline)]
    private static partial Regex Setting();

    [GeneratedRegex("^VG (\\d)$")]
    private static partial Regex Getting();
}
