namespace FirearmsRegistry.Machines.Choosing;

/// <summary>A machine as configuration describes it.</summary>
public sealed class MachineSettings
{
    /// <summary>The driver's name, one of <see cref="MachineDrivers.Names"/>.</summary>
    public string Driver { get; init; } = "";

    /// <summary>
    /// Where the machine is: <c>tcp://host:port</c>, <c>serial:/dev/ttyUSB0</c> or, for engravers that take files, <c>file:/folder</c>.
    /// </summary>
    public string Address { get; init; } = "";

    /// <summary>
    /// The driver's options by name. All drivers with a line take <c>connect-timeout-ms</c>, <c>answer-timeout-ms</c>, <c>marking-timeout-ms</c>
    /// and <c>quiet-ms</c>; serial ones <c>baud-rate</c>, <c>parity</c> (none, even, odd), <c>data-bits</c> and <c>stop-bits</c> too.
    /// An option that the driver does not know is refused.
    /// </summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
}
