using System.Globalization;
using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.Technifor;

/// <summary>The answer to <c>ST</c>: <c>ST state rearm mode</c>.</summary>
/// <param name="State">The machine's state bit, mapped.</param>
/// <param name="IsNormalMode">Whether a start would mark: not so in simulation, and without end in autonomous mode.</param>
internal sealed record TechniforStatus(MachineState State, bool IsNormalMode)
{
    public static TechniforStatus Read(string answer)
    {
        var parts = answer.Split(' ');
        if (parts is not ["ST", var state, var rearm, var mode] || !IsNumber(rearm) || mode is not ("0" or "1" or "2"))
            throw Refusals.Unexpected.Thrown();
        return new TechniforStatus(StateOf(state), mode == "0");
    }

    private static MachineState StateOf(string bit) => bit switch
    {
        "1" => MachineState.Initialising,
        "2" => MachineState.Alive,
        "4" => MachineState.Ready,
        "8" => MachineState.Marking,
        "16" => MachineState.Paused,
        "32" => MachineState.Fault,
        _ => throw Refusals.Unexpected.Thrown(),
    };

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
