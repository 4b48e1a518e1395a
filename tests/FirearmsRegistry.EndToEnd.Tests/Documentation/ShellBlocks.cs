using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Documentation;

/// <summary>The <c>bash</c> blocks of a page, run against a host as a reader pastes them.</summary>
internal static partial class ShellBlocks
{
    private const string Asleep = "asleep:";

    // The host's clock is moved on instead: the shell says how long it would sleep, and goes on when it is told to.
    private const string Sleep = $$"""sleep() { echo "{{Asleep}}$1" >&2; read -r _; }""";

    public static bool CanRun => new[] { "bash", "curl", "node" }.All(Exists);

    /// <summary>The blocks of a page in their order.</summary>
    public static IReadOnlyList<string> Of(string page)
    {
        var blocks = BashBlock().Matches(File.ReadAllText(RepositoryRoot.Below(page)));
        Assert.NotEmpty(blocks);
        return [.. blocks.Select(block => block.Groups["code"].Value)];
    }

    /// <summary>Runs them in one shell, with a token per role, and gives what they wrote.</summary>
    /// <param name="host">The server, on a port.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="token">Ends the shell.</param>
    /// <param name="movesClock">Whether a sleep of the script moves the host's clock on and takes no time.</param>
    /// <param name="variables">Variables of the shell.</param>
    public static async Task<string> RunAsync(
        RegistryHost host, IEnumerable<string> blocks, CancellationToken token, bool movesClock = false, params (string Name, string Value)[] variables)
    {
        var directory = Directory.CreateTempSubdirectory("blocks-");
        var tokens = Path.Combine(directory.FullName, "tokens.env");
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IDemoTokens>().WriteAsync(tokens, token);

        // A call that fails ends the run here, where a reader would see it and stop.
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { "-e", "-o", "pipefail", "-c", string.Join('\n', movesClock ? blocks.Prepend(Sleep) : blocks) },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["BASE"] = host.Address.ToString().TrimEnd('/'), ["TOKENS"] = tokens, ["TMPDIR"] = directory.FullName },
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var bash = Process.Start(start)!;
        try
        {
            var errors = ListenAsync(host, bash, token);
            var output = await bash.StandardOutput.ReadToEndAsync(token);
            await bash.WaitForExitAsync(token);
            Assert.True(bash.ExitCode == 0, $"The blocks stopped with {bash.ExitCode}: {await errors}\nafter:\n{output}");
            return output;
        }
        finally
        {
            if (!bash.HasExited)
                bash.Kill(entireProcessTree: true);
            directory.Delete(recursive: true);
        }
    }

    private static async Task<string> ListenAsync(RegistryHost host, Process bash, CancellationToken token)
    {
        var errors = new StringBuilder();
        while (await bash.StandardError.ReadLineAsync(token) is { } line)
        {
            if (line.StartsWith(Asleep, StringComparison.Ordinal))
            {
                host.Time.Advance(TimeSpan.FromSeconds(double.Parse(line[Asleep.Length..], CultureInfo.InvariantCulture)));
                await bash.StandardInput.WriteLineAsync(ReadOnlyMemory<char>.Empty, token);
                await bash.StandardInput.FlushAsync(token);
            }
            else
            {
                errors.AppendLine(line);
            }
        }

        return errors.ToString();
    }

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, program)));

    [GeneratedRegex("^```bash\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BashBlock();
}
