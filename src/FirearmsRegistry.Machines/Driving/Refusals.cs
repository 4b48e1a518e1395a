using System.Globalization;

namespace FirearmsRegistry.Machines.Driving;

/// <summary>The refusals that all protocols share.</summary>
internal static class Refusals
{
    public static readonly MachineRefusal NoAnswer = Line("no-answer", "The machine did not answer in time.");
    public static readonly MachineRefusal ConnectionFailed = Line("connection-failed", "The machine cannot be reached.");
    public static readonly MachineRefusal ConnectionClosed = Line("connection-closed", "The machine closed the connection.");
    public static readonly MachineRefusal ConnectionLost = Line("connection-lost", "The connection to the machine broke.");
    public static readonly MachineRefusal NotConnected = Line("not-connected", "There is no connection to the machine.");
    public static readonly MachineRefusal Garbled = Line("garbled-answer", "What came over the line is no answer of this protocol.");
    public static readonly MachineRefusal Unexpected = Line("unexpected-answer", "The machine answered something else than it was asked.");
    public static readonly MachineRefusal BadChecksum = Line("bad-checksum", "The check characters of the machine's answer are wrong.");

    public static readonly MachineRefusal AlreadyStarted = Order("already-started", "This mark was started before; a start is never repeated.");
    public static readonly MachineRefusal PreparedElsewhere = Order("prepared-elsewhere", "What was prepared last on this machine is another mark.");
    public static readonly MachineRefusal Abandoned = Order("abandoned", "The wait for the machine was given up.");
    public static readonly MachineRefusal DriverFailed = Order("driver-failed", "The driver failed while the machine was marking.");

    public static readonly MachineRefusal Stopped = Machine("stopped", "The machine was stopped while it was marking.");
    public static readonly MachineRefusal StoppedByFault = Machine("stopped-by-fault", "The machine stopped with a fault while it was marking.");
    public static readonly MachineRefusal FaultAfterFinish = Machine("fault-after-finish", "The machine said that it finished, and then that it is in fault.");

    public static MachineRefusal NotReady(MachineState state) =>
        Machine("not-ready", $"The machine is not ready to mark ({Marks.Codes.Codes.Of(state)}).");

    public static MachineRefusal NotSendable(string rule) => Order("text-not-sendable", rule);

    public static MachineRefusal BadSetting(string rule) => Order("bad-setting", rule);

    public static MachineRefusal NotSupported(string what) => Order("not-supported", $"This protocol knows no way to {what}.");

    public static MachineRefusal VariableDiffers(string name, string sent, string read)
    {
        var at = 0;
        while (at < sent.Length && at < read.Length && sent[at] == read[at])
            at++;
        return Machine("variable-mismatch", string.Create(CultureInfo.InvariantCulture,
            $"Variable {name} was read back differently from character {at + 1} on ({sent.Length} characters sent, {read.Length} read)."));
    }

    public static MachineRefusal Machine(string name, string message, string? code = null) => new(name, RefusalOrigin.Machine, message, code);

    public static MachineRefusal Order(string name, string message) => new(name, RefusalOrigin.Order, message);

    public static MachineRefusedException Thrown(this MachineRefusal refusal, Exception? cause = null) => new(refusal, cause);

    private static MachineRefusal Line(string name, string message) => new(name, RefusalOrigin.Line, message);
}
