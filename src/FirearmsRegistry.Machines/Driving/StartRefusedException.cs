namespace FirearmsRegistry.Machines.Driving;

/// <summary>The machine answered the start itself with a no: the one case in which it is certain that nothing was cut.</summary>
internal sealed class StartRefusedException(MachineRefusal refusal) : MachineRefusedException(refusal);
