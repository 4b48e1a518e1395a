using System.CommandLine;
using FirearmsRegistry.Station;

namespace FirearmsRegistry.EndToEnd.Tests.Stations;

/// <summary>What people get wrong at the prompt: a sentence and an exit code, never a stack trace.</summary>
public sealed class StationCommandTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("station-command-");

    private string Folder => Path.Combine(_place.FullName, "station");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public async Task What_is_missing_or_spoilt_is_a_sentence_and_the_exit_code_2()
    {
        var file = Path.Combine(_place.FullName, "file");
        await File.WriteAllTextAsync(file, "no key, no token", Token);

        Assert.Equal(2, (await RunAsync("status")).Code);
        Assert.Equal(2, (await InitAsync(Path.Combine(file, "station"))).Code);
        Assert.Equal(0, (await InitAsync(Folder)).Code);
        var missing = await RunAsync("sign-in", "--token-file", Path.Combine(_place.FullName, "missing"));
        var wrong = await RunAsync("sign-in", "--token-file", file);
        await File.WriteAllTextAsync(Path.Combine(Folder, "tokens.json"), "{", Token);
        var spoilt = await RunAsync("jobs");
        await File.WriteAllTextAsync(Path.Combine(Folder, "station-key.pem"), "no key", Token);
        var key = await RunAsync("log", "verify");

        Assert.All([missing, wrong, spoilt, key], outcome => Assert.Equal((2, 1), (outcome.Code, outcome.Errors.Trim().Split('\n').Length)));
        Assert.Contains("missing", missing.Errors, StringComparison.Ordinal);
        Assert.Contains("no access token", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("sign-in", spoilt.Errors, StringComparison.Ordinal);
        Assert.Contains("is no key", key.Errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Errors)> InitAsync(string folder) => RunInAsync(folder,
        "init", "--registry", "http://127.0.0.1:9", "--station", Guid.CreateVersion7().ToString(), "--driver", "technifor",
        "--address", "tcp://127.0.0.1:9", "--text-place", "1", "--pictures", _place.FullName);

    private Task<(int Code, string Errors)> RunAsync(params string[] arguments) => RunInAsync(Folder, arguments);

    private static async Task<(int Code, string Errors)> RunInAsync(string folder, params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await StationCommand.Create().Parse([.. arguments, "--folder", folder])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = errors }, Token);
        return (code, errors.ToString());
    }
}
