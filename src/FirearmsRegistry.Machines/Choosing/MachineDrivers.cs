using System.Collections.Frozen;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Engraving;
using FirearmsRegistry.Machines.EzCad;
using FirearmsRegistry.Machines.Frames;
using FirearmsRegistry.Machines.Panasonic;
using FirearmsRegistry.Machines.Technifor;
using FirearmsRegistry.Machines.Telesis;

namespace FirearmsRegistry.Machines.Choosing;

/// <summary>The drivers by name. A new driver is one class and one line here.</summary>
public static class MachineDrivers
{
    private static readonly FrozenDictionary<string, Maker> Makers = new Dictionary<string, Maker>(StringComparer.Ordinal)
    {
        ["technifor"] = OverALine(new SerialDefaults(115_200), (parts, options) => new TechniforDriver(parts, TechniforOptions.Read(options, parts.IsSerial))),
        ["panasonic-lp"] = OverALine(new SerialDefaults(9_600), (parts, options) => new PanasonicDriver(parts, PanasonicOptions.Read(options))),
        ["telesis-extended"] = OverALine(new SerialDefaults(9_600), (parts, options) => new TelesisDriver(parts, TelesisOptions.Read(options)), answerMs: 3_000),
        ["ezcad-bridge"] = OverALine(new SerialDefaults(115_200), (parts, _) => new EzCadDriver(parts), quietMs: 20),
        ["engraving-file"] = (settings, options, clock, log) => EngravingFileDriver.Create(MachineAddress.FolderOf(settings.Address), options, clock, log),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private delegate IMachineDriver Maker(MachineSettings settings, OptionReader options, TimeProvider clock, IFrameLog log);

    /// <summary>The names that <see cref="MachineSettings.Driver"/> may have.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Makers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Makes the driver that the settings name; nothing is connected yet.</summary>
    /// <param name="settings">Which driver, where the machine is, and the driver's options.</param>
    /// <param name="clock">The clock behind all timeouts and the times of frames.</param>
    /// <param name="log">Where every frame is kept.</param>
    /// <exception cref="MachineRefusedException">A setting is wrong (<c>bad-setting</c>).</exception>
    public static IMachineDriver Create(MachineSettings settings, TimeProvider clock, IFrameLog log)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!Makers.TryGetValue(settings.Driver, out var make))
            throw Refusals.BadSetting($"A machine's driver must be one of: {string.Join(", ", Names)}.").Thrown();
        var options = new OptionReader(settings.Options);
        var driver = make(settings, options, clock, log);
        options.RefuseOthers();
        return driver;
    }

    private static Maker OverALine(
        SerialDefaults defaults, Func<MachineParts, OptionReader, IMachineDriver> make, int answerMs = 10_000, int quietMs = 0) =>
        (settings, options, clock, log) =>
        {
            var timing = new MachineTiming(
                options.Milliseconds("connect-timeout-ms", 5_000),
                options.Milliseconds("answer-timeout-ms", answerMs),
                options.Milliseconds("marking-timeout-ms", 300_000),
                options.Milliseconds("quiet-ms", quietMs));
            var line = MachineAddress.Line(settings.Address, defaults, options);
            return make(new MachineParts(line, MachineAddress.IsSerial(settings.Address), timing, clock, log), options);
        };
}
