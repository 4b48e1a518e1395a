using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Labels.Printing;

/// <summary>Sections <c>Registry:Printers</c> and <c>Registry:Printing</c>: an administrator's list of where labels may be sent.</summary>
/// <param name="Addresses">By the printer's name: host and port as configured.</param>
/// <param name="AllowLoopback">Whether a printer may be on this machine.</param>
/// <param name="ConnectWithin">How long a printer may take to answer.</param>
/// <param name="WriteWithin">How long it may take for all labels of one request.</param>
internal sealed record PrinterSettings(
    IReadOnlyDictionary<string, string> Addresses, bool AllowLoopback, TimeSpan ConnectWithin, TimeSpan WriteWithin)
{
    public static PrinterSettings From(IConfiguration configuration)
    {
        var printing = configuration.GetSection("Registry:Printing");
        return new PrinterSettings(
            configuration.GetSection("Registry:Printers").GetChildren().ToDictionary(each => each.Key, each => each.Value ?? "", StringComparer.Ordinal),
            printing.GetValue("AllowLoopback", false),
            TimeSpan.FromSeconds(printing.GetValue("ConnectSeconds", 5)),
            TimeSpan.FromSeconds(printing.GetValue("WriteSeconds", 20)));
    }

    /// <summary>Takes a configured address apart; an IPv6 address stands in brackets.</summary>
    public static (string Host, int Port)? Parse(string address)
    {
        var colon = address.LastIndexOf(':');
        return colon > 0
            && int.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= 65_535
                ? (address[..colon].Trim('[', ']'), port)
                : null;
    }
}
