using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace FirearmsRegistry.EmbeddedPostgres.Tests;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        if (args is [ChildHost.Verb, var dataDirectory, var binariesDirectory])
            return ChildHost.RunAsync(dataDirectory, binariesDirectory);
        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : ConsoleRunner.Run(args);
    }
}
