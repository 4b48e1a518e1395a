using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.Server.Hosting;

/// <summary>Leaves the one-time link of the first administrator where only the owner of the server can read it.</summary>
internal static class FirstSignIn
{
    /// <summary>The directory for what only the owner of the server may read.</summary>
    public const string DirectorySetting = "Registry:PrivateDirectory";

    /// <summary>False where administrators come another way, as in an installation that restores its users.</summary>
    public const string WantedSetting = "Registry:FirstSignInLink";

    public static async Task PrepareAsync(WebApplication app, ServerCommand command)
    {
        // The demo's persons have tokens and nobody signs in.
        if (command.Demo || !app.Configuration.GetValue(WantedSetting, true))
            return;
        var directory = app.Configuration[DirectorySetting] ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "firearms-registry");
        if (await AccessModule.WriteFirstSignInLinkAsync(app.Services, directory, app.Lifetime.ApplicationStopping) is { } file)
            app.Logger.LogInformation("The first administrator signs in with the one-time link in {File}.", file);
    }
}
