using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FirearmsRegistry.Cli.Tests;

/// <summary>Runs the built program as a person does at a prompt.</summary>
internal static class RegistryProgram
{
    public static async Task<Outcome> RunAsync(params string[] arguments)
    {
        var token = TestContext.Current.CancellationToken;
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "registry.exe" : "registry");
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(token);
        var errors = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return new Outcome(process.ExitCode, Lines(await output), Lines(await errors));
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What the program said.</summary>
internal sealed record Outcome(int Exit, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)
{
    public IReadOnlyList<JsonNode> Json => [.. Output.Select(line => JsonNode.Parse(line)!)];
}
