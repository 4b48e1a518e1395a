using FirearmsRegistry.Machines.Choosing;

namespace FirearmsRegistry.Machines.Telesis;

/// <summary>How a Telesis controller's Extended Protocol is set.</summary>
/// <param name="Bcc">Whether three check characters stand before the CR.</param>
/// <param name="Station">The two-digit station of a multi-drop line; empty where there is one controller alone.</param>
/// <param name="TextType">The message that carries a text: 1 overwrites a field, V a variable text field, Q a query buffer.</param>
/// <param name="PollInterval">How often the signals are asked for while the machine marks.</param>
internal sealed record TelesisOptions(bool Bcc, string Station, char TextType, TimeSpan PollInterval)
{
    public static TelesisOptions Read(OptionReader options) => new(
        options.Flag("bcc", true),
        StationOf(options.Number("station", 0, 0, 99)),
        options.OneOf("text-type", "V", "1", "V", "Q")[0],
        options.Milliseconds("poll-ms", 100));

    // 00 is the broadcast station, which nobody answers.
    private static string StationOf(int number) => number == 0 ? "" : number.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
}
