using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Shared.Outgoing;

/// <summary>Section <c>Registry:Outgoing</c>: an administrator's list of the servers that this one may send to, and its limits.</summary>
/// <param name="Servers">The servers, each as scheme, host and port.</param>
/// <param name="AllowLoopback">Whether a server may be on this machine; plain HTTP is for that alone.</param>
/// <param name="ConnectWithin">How long a server may take to accept a connection, TLS included.</param>
/// <param name="AnswerWithin">How long a whole exchange may take, from the look-up of the name to the last byte.</param>
/// <param name="MostAnswerBytes">How much of an answer's body is read.</param>
internal sealed record OutgoingSettings(
    IReadOnlyList<Uri> Servers, bool AllowLoopback, TimeSpan ConnectWithin, TimeSpan AnswerWithin, int MostAnswerBytes)
{
    private const string Section = "Registry:Outgoing";

    /// <summary>Reads the section.</summary>
    /// <exception cref="FormatException">A server is no address such as <c>https://registry.example:8443</c>.</exception>
    public static OutgoingSettings From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        var allowLoopback = section.GetValue("AllowLoopback", false);
        return new OutgoingSettings(
            [.. section.GetSection("Servers").GetChildren().Select(server => Server(server, allowLoopback))],
            allowLoopback,
            TimeSpan.FromSeconds(section.GetValue("ConnectSeconds", 5.0)),
            TimeSpan.FromSeconds(section.GetValue("AnswerSeconds", 20.0)),
            section.GetValue("MostAnswerBytes", 1_000_000));
    }

    /// <summary>Whether the list has the address's server. A user name in an address, or a fragment, makes it none.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri && address.UserInfo.Length == 0 && address.Fragment.Length == 0
            && Servers.Any(server => IsSameServer(server, address));
    }

    private static bool IsSameServer(Uri server, Uri address) =>
        string.Equals(server.Scheme, address.Scheme, StringComparison.Ordinal)
        && string.Equals(server.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase)
        && server.Port == address.Port;

    private static Uri Server(IConfigurationSection setting, bool allowLoopback)
    {
        if (Uri.TryCreate(setting.Value, UriKind.Absolute, out var server)
            && (server.Scheme == Uri.UriSchemeHttps || (allowLoopback && server.Scheme == Uri.UriSchemeHttp))
            && server is { UserInfo: "", PathAndQuery: "/", Fragment: "" })
        {
            return server;
        }

        throw new FormatException(string.Create(CultureInfo.InvariantCulture,
            $"{setting.Path} must be the address of a server, such as https://registry.example:8443, with no path; http only with {Section}:AllowLoopback."));
    }
}
