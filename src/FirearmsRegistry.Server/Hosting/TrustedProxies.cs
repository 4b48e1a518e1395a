using System.Net;
using FirearmsRegistry.Registry.Access;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace FirearmsRegistry.Server.Hosting;

/// <summary>
/// Takes the caller's address, the scheme and the host from <c>X-Forwarded-*</c> of the proxies named in <c>Registry:TrustedProxies</c>, and
/// from nobody else: whoever could write them would choose his own address at each attempt to sign in.
/// </summary>
internal static class TrustedProxies
{
    private const string Setting = "Registry:TrustedProxies";

    /// <exception cref="ServerStartException">An entry is neither an address nor a network.</exception>
    public static void AddTrustedProxies(this WebApplicationBuilder builder)
    {
        var named = Read(builder.Configuration);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in named)
                options.KnownIPNetworks.Add(network);
            options.ForwardedHeaders = named.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix;
            // As many as are trusted, one behind the other; the first stranger is the caller.
            options.ForwardLimit = null;
        });
        // Only the issuer's own name is taken over from a proxy that passes on what it was sent.
        builder.Services.AddOptions<ForwardedHeadersOptions>()
            .Configure<AccessSettings>((options, access) => options.AllowedHosts = [access.Issuer.Host]);
    }

    /// <summary>The networks named; a single address is a network of one.</summary>
    public static IReadOnlyList<IPNetwork> Read(IConfiguration configuration) =>
        [.. (configuration.GetSection(Setting).Get<string[]>() ?? []).Select(Parse)];

    private static IPNetwork Parse(string entry) =>
        IPNetwork.TryParse(entry, out var network) ? network
        : IPAddress.TryParse(entry, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new ServerStartException($"{Setting}: \"{entry}\" is neither an address (10.0.0.5) nor a network (10.0.0.0/24).");
}
