using System.Globalization;
using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.Choosing;

/// <summary>Reads a machine's options, and refuses those that nobody asked for, since a misspelt option is a setting that silently does nothing.</summary>
internal sealed class OptionReader(IReadOnlyDictionary<string, string> options)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public string Text(string name, string byDefault)
    {
        _asked.Add(name);
        return options.TryGetValue(name, out var given) ? given : byDefault;
    }

    public string OneOf(string name, string byDefault, params ReadOnlySpan<string> allowed)
    {
        var given = Text(name, byDefault);
        return allowed.Contains(given) ? given : throw Bad(name, $"must be one of: {string.Join(", ", allowed)}");
    }

    public bool Flag(string name, bool byDefault) => OneOf(name, byDefault ? "on" : "off", "on", "off") == "on";

    public int Number(string name, int byDefault, int least, int most)
    {
        var given = Text(name, byDefault.ToString(CultureInfo.InvariantCulture));
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Bad(name, $"must be a number from {least} to {most}");
    }

    public decimal Decimal(string name, decimal byDefault, decimal least, decimal most)
    {
        var given = Text(name, byDefault.ToString(CultureInfo.InvariantCulture));
        return decimal.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Bad(name, string.Create(CultureInfo.InvariantCulture, $"must be a number from {least} to {most}"));
    }

    public TimeSpan Milliseconds(string name, int byDefault) => TimeSpan.FromMilliseconds(Number(name, byDefault, 0, 3_600_000));

    public void RefuseOthers()
    {
        if (options.Keys.FirstOrDefault(name => !_asked.Contains(name)) is { } unknown)
            throw Bad(unknown, "is no option of this driver");
    }

    private static MachineRefusedException Bad(string name, string rule) => Refusals.BadSetting($"Option {name} {rule}.").Thrown();
}
