using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.Panasonic;

/// <summary>The five characters of <c>STS</c>: error, pumping, reception, trigger ready, marking at regular intervals.</summary>
internal static class PanasonicStatus
{
    public static MachineState Read(string status) => status switch
    {
        [not ('0' or '1'), ..] or { Length: not 5 } => throw Refusals.Unexpected.Thrown(),
        ['1', ..] => MachineState.Fault,
        // Marking at regular intervals would cut more than one mark for one start.
        [_, _, _, _, '1'] => MachineState.Marking,
        ['0', '1', '0' or '1', '0' or '1', '0'] => MachineState.Initialising,
        ['0', '2', '0' or '1', '1', '0'] => MachineState.Ready,
        ['0', '0' or '2', '0' or '1', '0' or '1', '0'] => MachineState.Alive,
        _ => throw Refusals.Unexpected.Thrown(),
    };
}
