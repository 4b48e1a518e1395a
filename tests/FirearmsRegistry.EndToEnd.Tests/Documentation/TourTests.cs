using System.Diagnostics;
using System.Text.RegularExpressions;
using FirearmsRegistry.EndToEnd.Tests.Contracts;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Documentation;

/// <summary>A server that the tour's <c>curl</c> can reach, with workers that search its trace.</summary>
public sealed class TourHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override int Workers => 2;

    protected override bool OnPort => true;
}

/// <summary>The tour in <c>README.md</c>, run as a reader pastes it.</summary>
public sealed partial class TourTests(TourHost host) : IClassFixture<TourHost>
{
    [Fact(Timeout = 300_000)]
    public async Task The_tour_of_the_readme_runs_as_it_stands_and_a_second_time()
    {
        var token = TestContext.Current.CancellationToken;
        Assert.SkipUnless(CanRun("bash") && CanRun("curl") && CanRun("node"), "The tour needs bash, curl and node.");
        var directory = Directory.CreateTempSubdirectory("tour-");
        try
        {
            var tokens = Path.Combine(directory.FullName, "tokens.env");
            await using (var scope = host.Services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<IDemoTokens>().WriteAsync(tokens, token);

            var first = await RunAsync(Tour(), tokens, token);
            var second = await RunAsync(Tour(), tokens, token);

            Assert.All([first, second], run =>
            {
                // What the text promises of the tour's own arm; the figures of 2020 need the demo's records.
                Assert.Contains("\ntraced_to_holder, 1.2, last_legal_record_here, theft\n", run, StringComparison.Ordinal);
                Assert.Contains("\"matchedBy\":\"folded_key\"", run, StringComparison.Ordinal);
                Assert.Contains("\n2021: 1 / 1: 100.00 %\n", run, StringComparison.Ordinal);
                Assert.Contains("\"id\":\"sdg-16-4-2/ESP/2020/seized/potentially_traceable\"", run, StringComparison.Ordinal);
            });
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Tour()
    {
        var blocks = BashBlock().Matches(File.ReadAllText(Path.Combine(Golden.Root, "README.md")));
        Assert.NotEmpty(blocks);
        return string.Join('\n', blocks.Select(block => block.Groups["code"].Value));
    }

    private async Task<string> RunAsync(string script, string tokens, CancellationToken token)
    {
        // A call that fails ends the run here, where a reader would see it and stop.
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { "-e", "-o", "pipefail", "-c", script },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["BASE"] = host.Address.ToString().TrimEnd('/'), ["TOKENS"] = tokens },
        };
        using var bash = Process.Start(start)!;
        try
        {
            var errors = bash.StandardError.ReadToEndAsync(token);
            var output = await bash.StandardOutput.ReadToEndAsync(token);
            await bash.WaitForExitAsync(token);
            Assert.True(bash.ExitCode == 0, $"The tour stopped with {bash.ExitCode}: {await errors}\nafter:\n{output}");
            return output;
        }
        finally
        {
            if (!bash.HasExited)
                bash.Kill(entireProcessTree: true);
        }
    }

    private static bool CanRun(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, program)));

    [GeneratedRegex("^```bash\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BashBlock();
}
