using FirearmsRegistry.Machines.Choosing;

namespace FirearmsRegistry.Machines.Panasonic;

/// <summary>How a Panasonic laser marker's serial interface is set on its console.</summary>
/// <param name="Checksum">Whether two check characters stand before the end code; off as delivered.</param>
/// <param name="EndsWithLf">Whether the end code is CR LF instead of CR; CR is fixed on Ethernet.</param>
internal sealed record PanasonicOptions(bool Checksum, bool EndsWithLf)
{
    public static PanasonicOptions Read(OptionReader options) =>
        new(options.Flag("checksum", false), options.OneOf("end-code", "cr", "cr", "cr_lf") == "cr_lf");
}
