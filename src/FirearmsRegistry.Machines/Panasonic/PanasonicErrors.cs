using System.Collections.Frozen;
using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.Panasonic;

/// <summary>The codes of negative answers as named refusals (Panasonic LP-GS serial communication command manual, 2-3-3).</summary>
internal static class PanasonicErrors
{
    private static readonly FrozenDictionary<string, (string Name, string Message)> Known = new Dictionary<string, (string, string)>
    {
        ["01"] = ("wrong-start-code", "The machine saw a wrong start code."),
        ["02"] = ("wrong-end-code", "The machine saw a wrong end code."),
        ["03"] = ("not-in-this-state", "The machine does not take the command now: shutter open, no reception permission, or guide laser on."),
        ["04"] = ("unknown-command", "The machine does not know the command."),
        ["05"] = ("checksum-refused", "The machine found the check characters of the command wrong."),
        ["06"] = ("wrong-length", "The machine found the length of the command wrong."),
        ["07"] = ("blocked-by-terminal-control", "The machine is controlled by its input terminals."),
        ["08"] = ("wrong-sub-command", "The machine does not know the sub command."),
        ["09"] = ("wrong-data", "The machine does not take the data of the command."),
        ["10"] = ("alarm-or-warning", "The machine has an alarm or a warning."),
        ["11"] = ("serial-input-not-accepted", "The machine does not take serial data input now."),
        ["12"] = ("memory-full", "The machine's memory is full."),
        ["13"] = ("refused-13", "The machine refused with code 13."),
        ["14"] = ("not-in-this-model-mode", "The machine does not know the command in its model mode."),
        ["15"] = ("value-not-in-this-model-mode", "The machine does not take the value in its model mode."),
        ["99"] = ("other-machine-error", "The machine refused for a reason that it does not name."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Codes => Known.Keys;

    public static MachineRefusal Of(string code) =>
        Known.TryGetValue(code, out var known)
            ? Refusals.Machine(known.Name, known.Message, code)
            : code is [>= '0' and <= '9', >= '0' and <= '9']
                ? Refusals.Machine("unlisted-error", "The machine gave an error that its manual does not list.", code)
                : Refusals.Garbled;
}
