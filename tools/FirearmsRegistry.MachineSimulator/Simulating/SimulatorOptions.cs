namespace FirearmsRegistry.MachineSimulator.Simulating;

/// <summary>Which machine is simulated and how.</summary>
public sealed record SimulatorOptions(SimulatedProtocol Protocol)
{
    /// <summary>The TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether the machine is at the end of a serial line, that is a pseudo-terminal, instead of TCP.</summary>
    public bool OnSerialLine { get; init; }

    /// <summary>Whether frames carry check characters (Panasonic; Telesis BCC).</summary>
    public bool Checksum { get; init; }

    /// <summary>How long a mark takes; none by default.</summary>
    public TimeSpan MarkingTime { get; init; }

    /// <summary>The clock of the marking time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Seeds the garbage, so that a run can be repeated.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>The machines that can be simulated.</summary>
public enum SimulatedProtocol
{
    /// <summary>Gravotech TL07 laser: lines over TCP.</summary>
    Tl07,

    /// <summary>Technifor UC500 dot-peen unit: framed messages over a serial line.</summary>
    Uc500,

    /// <summary>Panasonic LP-GS laser marker.</summary>
    PanasonicLp,

    /// <summary>Telesis pin stamper, Extended Protocol.</summary>
    TelesisExtended,

    /// <summary>EzCad's TCP bridge.</summary>
    EzcadBridge,
}
