using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Shared.Outgoing;

/// <summary>Adds <see cref="OutgoingHttp"/>.</summary>
internal static class OutgoingSetUp
{
    private const int MostHeaderKilobytes = 16;

    /// <summary>After what time a kept connection is opened anew, so that a name is looked up and judged again.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddOutgoing(this IServiceCollection services)
    {
        services.AddSingleton(provider => OutgoingSettings.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<OutgoingHttp>();
        services.AddHttpClient(OutgoingHttp.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<OutgoingSettings>()))
            // Addresses of webhooks may hold secrets of the other side.
            .RemoveAllLoggers();
        return services;
    }

    private static SocketsHttpHandler Handler(OutgoingSettings settings) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        // A proxy would connect to addresses that nobody judges here.
        UseProxy = false,
        ConnectTimeout = settings.ConnectWithin,
        MaxResponseHeadersLength = MostHeaderKilobytes,
        PooledConnectionLifetime = KeptFor,
        SslOptions = new SslClientAuthenticationOptions
        {
            // A certificate may name addresses to download others from: those are on nobody's list.
            CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
        },
        ConnectCallback = async (connection, token) =>
        {
            var isPlain = connection.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttp;
            var socket = await OutgoingConnection.ConnectAsync(connection.DnsEndPoint.Host, connection.DnsEndPoint.Port,
                address => OutgoingAddresses.MayBeConnectedTo(address, settings.AllowLoopback) && (!isPlain || IPAddress.IsLoopback(address)), token);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
