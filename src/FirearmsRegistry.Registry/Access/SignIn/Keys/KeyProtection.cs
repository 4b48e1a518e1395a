using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FirearmsRegistry.Registry.Access.SignIn.Keys;

/// <summary>
/// The data-protection key ring: in the database, so that restarts and several servers share it, and under a certificate that is not
/// there, so that whoever reads the database reads no personal data and makes no token.
/// </summary>
public static class KeyProtection
{
    /// <summary>The setting with the path of the certificate.</summary>
    public const string Setting = Section + ":Certificate";

    private const string Section = "Registry:KeyProtection";

    /// <summary>Whether a certificate is configured.</summary>
    public static bool IsConfigured(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return !string.IsNullOrWhiteSpace(configuration[Setting]);
    }

    internal static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var ring = services.AddDataProtection().SetApplicationName("FirearmsRegistry");
        services.AddSingleton<IXmlRepository, DatabaseXmlRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));
        services.AddSingleton<KeyRingCheck>();
        if (!IsConfigured(configuration))
            return;
        var settings = configuration.GetSection(Section).Get<Settings>()!;
        X509Certificate2[] older = [.. settings.Older.Select(file => file.Load())];
        ring.ProtectKeysWithCertificate(settings.Load());
        if (older.Length > 0)
            ring.UnprotectKeysWithAnyCertificate(older);
    }

    /// <summary>The section: the certificate in use, and those from before whose keys are still in the ring.</summary>
    private sealed class Settings : CertificateFile
    {
        public List<CertificateFile> Older { get; init; } = [];
    }
}
