using FirearmsRegistry.MachineSimulator.Faults;

namespace FirearmsRegistry.MachineSimulator.Protocols;

/// <summary>What a machine does about a command.</summary>
/// <param name="Answer">The bytes that it answers at once; none where it answers later or never.</param>
/// <param name="Moment">Which faults this answer is open to.</param>
internal sealed record Reaction(byte[]? Answer, FaultMoment Moment = FaultMoment.Preparing)
{
    /// <summary>Set where the command starts a mark: what is said when it ended, well or not; no bytes where nothing is said.</summary>
    public Func<bool, byte[]?>? Ended { get; init; }
}
