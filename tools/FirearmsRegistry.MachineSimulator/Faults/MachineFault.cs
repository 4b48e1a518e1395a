namespace FirearmsRegistry.MachineSimulator.Faults;

/// <summary>Something that goes wrong on demand. It happens once, except <see cref="FaultKind.Silent"/>, which stays.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Moment">At which answer, for the faults of answers and for <see cref="FaultKind.ErrorCode"/>.</param>
/// <param name="Code">The error for <see cref="FaultKind.ErrorCode"/> as the protocol writes it: <c>3 4</c>, <c>07</c>, <c>31</c>; a Telesis NAK needs none.</param>
public sealed record MachineFault(FaultKind Kind, FaultMoment Moment = FaultMoment.Preparing, string Code = "");

/// <summary>When an answer goes wrong.</summary>
public enum FaultMoment
{
    /// <summary>Any command before the start.</summary>
    Preparing,

    /// <summary>The answer to the start.</summary>
    Starting,

    /// <summary>The word that the mark is finished.</summary>
    Finishing,
}

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>A door or interlock is open: the start is refused in the protocol's own way.</summary>
    DoorOpen,

    /// <summary>The machine stops with a fault in the middle of the mark.</summary>
    FaultWhileMarking,

    /// <summary>Another connection is master.</summary>
    SlaveRejected,

    /// <summary>The layout does not exist.</summary>
    FileMissing,

    /// <summary>There is no room to load the layout.</summary>
    MemoryFull,

    /// <summary>The machine keeps only the first characters of a text.</summary>
    VariableTruncated,

    /// <summary>The mark goes on until <see cref="Simulating.Simulator.FinishMarking"/>.</summary>
    SlowMarking,

    /// <summary>The command is refused with a code.</summary>
    ErrorCode,

    /// <summary>The connection closes instead of an answer; a serial line falls silent.</summary>
    ConnectionDropped,

    /// <summary>The answer never arrives.</summary>
    AnswerLost,

    /// <summary>This answer and all later ones never arrive.</summary>
    Silent,

    /// <summary>The answer is held back until <see cref="Simulating.Simulator.ReleaseLateAnswers"/>.</summary>
    LateAnswer,

    /// <summary>The answer arrives twice.</summary>
    DoubleAnswer,

    /// <summary>Random bytes arrive instead of the answer.</summary>
    Garbage,

    /// <summary>An answer of another protocol arrives.</summary>
    OtherProtocol,

    /// <summary>The check characters are wrong; where the protocol has none, the first byte is.</summary>
    BadChecksum,
}
