using System.Collections.Frozen;
using System.Globalization;
using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.EzCad;

/// <summary>The bridge's numbers as named refusals, and which of them say that cutting cannot have begun.</summary>
internal static class EzCadErrors
{
    private static readonly FrozenDictionary<int, Entry> Known = new Dictionary<int, Entry>
    {
        [1] = new("ezcad-already-running", "EzCad runs already.", true),
        [2] = new("configuration-missing", "EZCAD.CFG is missing.", true),
        [3] = new("board-open-failed", "The laser board cannot be opened.", true),
        [4] = new("no-valid-board", "There is no valid laser board.", true),
        [5] = new("wrong-board-version", "The laser board has another version.", true),
        [6] = new("device-configuration-missing", "The device's configuration is missing.", true),
        [7] = new("alarm-signal", "The alarm signal is on: a door or interlock.", false),
        [8] = new("stopped-by-user", "Somebody stopped the machine.", false),
        [9] = new("other-machine-error", "The machine gave an unknown error.", false),
        [10] = new("machine-timeout", "The machine waited too long inside.", false),
        [11] = new("not-initialised", "The machine is not initialised.", true),
        [12] = new("cannot-open-file", "The machine has no such marking file, or cannot read it.", true),
        [13] = new("no-window", "EzCad has no window.", false),
        [14] = new("font-missing", "A font of the marking file is missing.", true),
        [15] = new("wrong-pen-number", "A pen number is wrong.", true),
        [16] = new("object-is-no-text", "The variable is no text object.", true),
        [17] = new("saving-failed", "The machine could not save the file.", false),
        [18] = new("unknown-parameter", "The marking file has no such variable.", true),
        [19] = new("not-in-this-state", "The machine does not take the command now.", true),
        [31] = new("duplicate-code", "The machine marked this code before.", true),
        [32] = new("bad-message", "The machine does not understand the message.", true),
    }.ToFrozenDictionary();

    public static IEnumerable<int> Codes => Known.Keys;

    public static MachineRefusal Of(int code)
    {
        var entry = Known.GetValueOrDefault(code, new Entry("unlisted-error", "The machine gave an error that is not listed.", false));
        return Refusals.Machine(entry.Name, entry.Message, code.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether an answer with this number to a start means that nothing was cut. An alarm or a stop may come in the middle of a mark.</summary>
    public static bool IsBeforeCutting(int code) => Known.TryGetValue(code, out var entry) && entry.BeforeCutting;

    private sealed record Entry(string Name, string Message, bool BeforeCutting);
}
