using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Machines.Driving;

/// <summary>What a marking machine is doing; every protocol's own states are mapped onto these.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum MachineState
{
    /// <summary>No connection, or one that can no longer be trusted.</summary>
    Offline,

    /// <summary>Connected; the machine is still starting up or warming.</summary>
    Initialising,

    /// <summary>Connected and answering, with nothing loaded that could be marked.</summary>
    Alive,

    /// <summary>Loaded; it would mark when told to.</summary>
    Ready,

    /// <summary>It was told to mark and has not said that it finished.</summary>
    Marking,

    /// <summary>Stopped in the middle of a mark and able to go on.</summary>
    Paused,

    /// <summary>A fault that somebody must acknowledge.</summary>
    Fault,
}
