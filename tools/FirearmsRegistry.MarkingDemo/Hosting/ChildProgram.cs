using System.Diagnostics;

namespace FirearmsRegistry.MarkingDemo.Hosting;

/// <summary>A program of this repository, beside this one, as a process of its own.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ChildProgram(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>How it ended.</summary>
    public int ExitCode => _process.ExitCode;

    public static ChildProgram Start(string assembly, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ChildProgram(Process.Start(start)!);
    }

    /// <summary>The next line that it prints; null at its end.</summary>
    public Task<string?> ReadLineAsync(CancellationToken token) => _process.StandardOutput.ReadLineAsync(token).AsTask();

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; with what it said.</exception>
    public static async Task<string> RunAsync(string assembly, IEnumerable<string> arguments, CancellationToken token)
    {
        await using var program = Start(assembly, arguments);
        var output = await program._process.StandardOutput.ReadToEndAsync(token);
        await program._process.WaitForExitAsync(token);
        return program.ExitCode == 0 ? output : throw new InvalidOperationException($"{assembly} ended with {program.ExitCode}: {output}{await program._errors}");
    }

    /// <summary>As a power cut ends it: none of its code runs.</summary>
    public async Task KillAsync(CancellationToken token)
    {
        _process.Kill();
        await _process.WaitForExitAsync(token);
    }

    /// <summary>Everything that it said of faults, once it has ended.</summary>
    public Task<string> ErrorsAsync() => _errors;

    /// <summary>Waits for its end.</summary>
    public Task EndAsync(CancellationToken token) => _process.WaitForExitAsync(token);

    /// <summary>Asks it to end, as Ctrl+C does, and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var ask = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
