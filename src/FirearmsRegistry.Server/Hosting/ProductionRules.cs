using FirearmsRegistry.Registry.Access.SignIn.Keys;

namespace FirearmsRegistry.Server.Hosting;

/// <summary>What the environment Production demands before anything is opened.</summary>
internal static class ProductionRules
{
    /// <exception cref="ServerStartException">A setting is missing.</exception>
    public static void Check(WebApplicationBuilder builder, ServerCommand command)
    {
        // The demo has a refusal of its own.
        if (!builder.Environment.IsProduction() || command.Demo || KeyProtection.IsConfigured(builder.Configuration))
            return;
        throw new ServerStartException(
            $"In the environment Production the key ring must be under a certificate: set {KeyProtection.Setting} to a PKCS #12 file with an RSA "
            + "key, and Registry:KeyProtection:CertificatePassword or :CertificatePasswordFile. To try the registry out, "
            + "set ASPNETCORE_ENVIRONMENT=Development.");
    }
}
