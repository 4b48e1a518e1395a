namespace FirearmsRegistry.Server.Hosting;

/// <summary>Where the server listens: on loopback unless told otherwise, and the demo on loopback whatever it is told.</summary>
internal static class ListeningAddresses
{
    private const string Default = "http://127.0.0.1:5000";

    public static void Choose(WebApplicationBuilder builder, ServerCommand command)
    {
        var configuration = builder.Configuration;
        var elsewhere = configuration.GetSection("Kestrel:Endpoints").Exists()
            || configuration["http_ports"] is { Length: > 0 } || configuration["https_ports"] is { Length: > 0 };
        var urls = configuration[WebHostDefaults.ServerUrlsKey];
        if (command.Demo && (elsewhere || !(urls ?? Default).Split(';').All(IsLoopback)))
            throw new ServerStartException("--demo listens on loopback only: give --urls an address such as http://127.0.0.1:5071.");
        if (urls is null && !elsewhere)
            builder.WebHost.UseUrls(Default);
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;
}
