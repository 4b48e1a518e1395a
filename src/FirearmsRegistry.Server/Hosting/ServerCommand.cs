using System.Diagnostics.CodeAnalysis;

namespace FirearmsRegistry.Server.Hosting;

/// <summary>What the command line asks for.</summary>
internal enum CommandKind
{
    /// <summary>Serve.</summary>
    Run,

    /// <summary>Bring the database schema up to date and stop.</summary>
    SchemaApply,

    /// <summary>Print the SQL that <see cref="SchemaApply"/> would run and stop.</summary>
    SchemaDiff,
}

/// <summary>The command line: <c>[schema apply | schema diff] [--demo] [--Name:Of:Setting=value …]</c>.</summary>
internal sealed record ServerCommand(CommandKind Kind, bool Demo, string[] ConfigurationArguments)
{
    /// <summary>
    /// A builder that finds its settings beside the program, wherever it is started from. The demo runs in an environment of its own
    /// unless one is named, because the default would be Production.
    /// </summary>
    public WebApplicationBuilder CreateBuilder()
    {
        var named = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
        return WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ConfigurationArguments,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Demo && named is null ? "Demo" : null,
        });
    }

    public static bool TryParse(string[] args, [NotNullWhen(true)] out ServerCommand? command, out string usage)
    {
        usage = "Usage: FirearmsRegistry.Server [schema apply | schema diff] [--demo] [--Name:Of:Setting=value …]";
        command = null;
        var words = args.TakeWhile(arg => !arg.StartsWith('-')).ToArray();
        CommandKind? kind = words switch
        {
            [] => CommandKind.Run,
            ["schema", "apply"] => CommandKind.SchemaApply,
            ["schema", "diff"] => CommandKind.SchemaDiff,
            _ => null,
        };
        if (kind is null)
            return false;
        var rest = args[words.Length..];
        command = new ServerCommand(kind.Value, rest.Contains("--demo", StringComparer.Ordinal), [.. rest.Where(arg => arg != "--demo")]);
        return true;
    }
}

/// <summary>What the process returns.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int CannotStart = 1;
    public const int Usage = 2;
    public const int SchemaOutdated = 3;
    public const int DemoDiffers = 4;
    public const int DatabaseEnded = 5;
}

/// <summary>The server cannot start for a reason that its operator can mend; the message says how.</summary>
internal sealed class ServerStartException(string message) : Exception(message);
