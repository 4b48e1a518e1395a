using System.Globalization;
using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.Telesis;

/// <summary>The output signals in an answer to <c>I</c>, <c>OO;III</c> in hexadecimal (BenchMark 470 manual).</summary>
internal sealed record TelesisSignals(bool Ready, bool Done, bool Paused, bool NoFault)
{
    public MachineState State => this switch
    {
        { NoFault: false } => MachineState.Fault,
        { Paused: true } => MachineState.Paused,
        { Ready: true } => MachineState.Ready,
        _ => MachineState.Alive,
    };

    public static TelesisSignals Read(string data)
    {
        if (data is not [_, _, ';', _, _, _]
            || !int.TryParse(data.AsSpan(0, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var outputs)
            || !int.TryParse(data.AsSpan(3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _))
            throw Refusals.Unexpected.Thrown();
        return new TelesisSignals((outputs & 0x01) != 0, (outputs & 0x02) != 0, (outputs & 0x04) != 0, (outputs & 0x08) != 0);
    }
}
