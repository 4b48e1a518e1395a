using System.Collections.Frozen;
using System.Globalization;
using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.Technifor;

/// <summary>The answers <c>ER type detail</c> as named refusals.</summary>
internal static class TechniforErrors
{
    private static readonly FrozenDictionary<(int Type, int Detail), (string Name, string Message)> Known = new Dictionary<(int, int), (string, string)>
    {
        [(1, 1)] = ("unknown-command", "The machine does not know the command."),
        [(1, 2)] = ("not-enough-parameters", "The command lacks a parameter."),
        [(1, 3)] = ("too-many-parameters", "The command has a parameter too many."),
        [(1, 4)] = ("wrong-parameter", "A parameter of the command is wrong."),
        [(1, 5)] = ("cannot-open-file", "The machine has no such marking file, or cannot open it."),
        [(1, 6)] = ("unknown-parameter", "The machine does not know a parameter of the command."),
        [(1, 7)] = ("wrong-value", "A value in the command is wrong."),
        [(1, 8)] = ("file-too-large", "The marking file is larger than the machine takes."),
        [(1, 9)] = ("not-a-string", "A parameter should have been a quoted text."),
        [(2, 1)] = ("not-while-initialising", "The machine is still initialising."),
        [(2, 2)] = ("not-while-alive", "The machine has nothing loaded."),
        [(2, 4)] = ("not-while-ready", "The machine does not do this while it is ready to mark."),
        [(2, 8)] = ("not-while-marking", "The machine is marking."),
        [(2, 16)] = ("not-while-paused", "The machine is paused."),
        [(2, 32)] = ("not-while-in-fault", "The machine is in fault; acknowledge the fault first."),
        [(3, 1)] = ("overloaded", "The machine is overloaded."),
        [(3, 2)] = ("internal-transmission-error", "The machine failed inside while sending."),
        [(3, 3)] = ("internal-reception-error", "The machine failed inside while receiving."),
        [(3, 4)] = ("memory-full", "The machine's memory is full."),
        [(3, 5)] = ("no-fault-to-acknowledge", "There is no fault to acknowledge."),
        [(3, 6)] = ("origin-required", "The fault cannot be acknowledged before the axes were homed."),
        [(3, 7)] = ("stop-input-open", "The stop input is open: a door or interlock."),
        [(3, 8)] = ("start-input-closed", "The start input was closed at power-on, or a position is out of range."),
        [(3, 9)] = ("acknowledgement-failed", "The fault could not be acknowledged."),
        [(4, 1)] = ("not-master", "Another connection is the machine's master."),
    }.ToFrozenDictionary();

    public static IEnumerable<(int Type, int Detail)> Codes => Known.Keys;

    /// <summary>The refusal in an answer; none where the answer is something else.</summary>
    public static MachineRefusal? Read(string answer)
    {
        if (!answer.StartsWith("ER ", StringComparison.Ordinal))
            return null;
        var parts = answer.Split(' ');
        if (parts.Length != 3 || !Number(parts[1], out var type) || !Number(parts[2], out var detail))
            return Refusals.Garbled;
        var (name, message) = Known.TryGetValue((type, detail), out var known)
            ? known
            : ("unlisted-error", "The machine gave an error that its manual does not list.");
        return Refusals.Machine(name, message, answer);
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
