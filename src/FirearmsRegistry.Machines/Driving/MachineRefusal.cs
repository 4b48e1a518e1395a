using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Machines.Driving;

/// <summary>A named "no" of a machine, of the line to it, or of the driver.</summary>
/// <param name="Name">Kebab-case name, stable for ever.</param>
/// <param name="Origin">Who said no.</param>
/// <param name="Message">What happened, for the operator; never the text of a mark.</param>
/// <param name="MachineCode">The machine's own code, as its manual prints it; none where the machine gave none.</param>
public sealed record MachineRefusal(string Name, RefusalOrigin Origin, string Message, string? MachineCode = null);

/// <summary>Who refused.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum RefusalOrigin
{
    /// <summary>The driver: the order or the settings ask for what this protocol cannot do.</summary>
    Order,

    /// <summary>The machine, in so many words.</summary>
    Machine,

    /// <summary>The line: silence, garbage, an answer that nobody asked for, a closed connection. The driver then hangs up.</summary>
    Line,
}

/// <summary>The only exception that drivers throw, apart from <see cref="OperationCanceledException"/> when the caller cancels.</summary>
public class MachineRefusedException : Exception
{
    /// <summary>Carries a refusal to the caller.</summary>
    public MachineRefusedException(MachineRefusal refusal, Exception? cause = null)
        : base(refusal?.Message, cause)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Refusal = refusal;
    }

    /// <summary>What was refused and by whom.</summary>
    public MachineRefusal Refusal { get; }
}
