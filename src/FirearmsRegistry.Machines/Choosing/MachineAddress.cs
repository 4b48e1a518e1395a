using System.Globalization;
using System.IO.Ports;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Lines;

namespace FirearmsRegistry.Machines.Choosing;

/// <summary>Where a machine is, taken apart.</summary>
internal static class MachineAddress
{
    private const string Tcp = "tcp://";
    private const string Serial = "serial:";
    private const string Folder = "file:";

    public static bool IsSerial(string address) => address.StartsWith(Serial, StringComparison.Ordinal);

    public static IMachineLine Line(string address, SerialDefaults defaults, OptionReader options) =>
        IsSerial(address) ? new SerialLine(address[Serial.Length..], SerialParameters(defaults, options))
        : address.StartsWith(Tcp, StringComparison.Ordinal) ? TcpLine(address[Tcp.Length..])
        : throw Bad();

    public static string FolderOf(string address) =>
        address.StartsWith(Folder, StringComparison.Ordinal) && address.Length > Folder.Length
            ? address[Folder.Length..]
            : throw Refusals.BadSetting("The address of an engraver that takes files is file:/folder.").Thrown();

    private static TcpLine TcpLine(string hostAndPort)
    {
        var colon = hostAndPort.LastIndexOf(':');
        return colon > 0
            && int.TryParse(hostAndPort.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= 65_535
            ? new TcpLine(hostAndPort[..colon].Trim('[', ']'), port)
            : throw Bad();
    }

    private static SerialParameters SerialParameters(SerialDefaults defaults, OptionReader options) => new(
        options.Number("baud-rate", defaults.BaudRate, 300, 4_000_000),
        options.OneOf("parity", "none", "none", "even", "odd") switch { "even" => Parity.Even, "odd" => Parity.Odd, _ => Parity.None },
        options.Number("data-bits", 8, 7, 8),
        options.Number("stop-bits", 1, 1, 2) == 2 ? StopBits.Two : StopBits.One);

    private static MachineRefusedException Bad() => Refusals.BadSetting("A machine's address is tcp://host:port or serial:device.").Thrown();
}

/// <summary>What a protocol's manual gives for a serial port.</summary>
internal sealed record SerialDefaults(int BaudRate);
