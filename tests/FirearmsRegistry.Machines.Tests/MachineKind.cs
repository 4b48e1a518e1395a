using System.Text;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.MachineSimulator.Simulating;

namespace FirearmsRegistry.Machines.Tests;

/// <summary>A protocol in one of its settings, with an order that it can carry.</summary>
public sealed record MachineKind(string Name, string Driver, SimulatorOptions Simulated, Dictionary<string, string> Options, MarkingOrder Order, byte[] Start)
{
    private static readonly Guid Job = Guid.Parse("01990000-0000-7000-8000-000000000001");

    public static readonly MachineKind[] All =
    [
        new("tl07", "technifor", new(SimulatedProtocol.Tl07), [], Texts("GUN.t2l", "1", "2"), "GO\r"u8.ToArray()),
        new("uc500", "technifor", new(SimulatedProtocol.Uc500) { OnSerialLine = true }, [], Texts("GUN.tml", "1", "2"), [0x1B, 0x00, 0x00, 0x02, 0x47, 0x4F, 0x0D]),
        new("panasonic", "panasonic-lp", new(SimulatedProtocol.PanasonicLp), [], Texts("7", "1", "2"), "\u0002MRKS"u8.ToArray()),
        new("panasonic-checked-serial", "panasonic-lp", new(SimulatedProtocol.PanasonicLp) { Checksum = true, OnSerialLine = true }, With("checksum", "on"), Texts("2047", "1", "2"), "\u0002MRKS"u8.ToArray()),
        new("telesis", "telesis-extended", new(SimulatedProtocol.TelesisExtended) { Checksum = true }, With("poll-ms", "5"), Texts("STATE01", "1", "2"), "\u0001G\u0002"u8.ToArray()),
        new("telesis-unchecked-serial", "telesis-extended", new(SimulatedProtocol.TelesisExtended) { OnSerialLine = true }, With("bcc", "off", "poll-ms", "5"), Texts("STATE01", "1", "2"), "\u0001G\u0002"u8.ToArray()),
        new("ezcad", "ezcad-bridge", new(SimulatedProtocol.EzcadBridge), [], Texts("C:\\MARKS\\GUN.ezd", "10", "3"), Encoding.ASCII.GetBytes("RUN ")),
    ];

    public static TheoryData<string> Names => [.. All.Select(kind => kind.Name)];

    public static MachineKind Of(string name) => All.Single(kind => kind.Name == name);

    private static MarkingOrder Texts(string layout, string first, string second) =>
        new(Job, layout, [new MarkVariable(first, "GH26A0000001TG"), new MarkVariable(second, "GH 26 A0000001 TG")]);

    private static Dictionary<string, string> With(params ReadOnlySpan<string> pairs)
    {
        var options = new Dictionary<string, string>();
        for (var i = 0; i < pairs.Length; i += 2)
            options[pairs[i]] = pairs[i + 1];
        return options;
    }
}
