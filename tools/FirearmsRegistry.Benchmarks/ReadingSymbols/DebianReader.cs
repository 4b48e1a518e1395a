using System.ComponentModel;
using System.Diagnostics;

namespace FirearmsRegistry.Benchmarks.ReadingSymbols;

/// <summary>The program of Debian's package zxing-cpp-tools.</summary>
internal static class DebianReader
{
    /// <summary>Reads many files in one call; the call's start counts.</summary>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public static async Task<Tally> ReadAsync(IReadOnlyList<(string File, string Number)> pictures, CancellationToken token)
    {
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("ZXingReader", ["-1", .. pictures.Select(picture => picture.File)]) { RedirectStandardOutput = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("ZXingReader is the baseline: install Debian's package zxing-cpp-tools.", e);
        }

        using (process)
        {
            var output = await process.StandardOutput.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return new Tally(pictures.Count(picture => output.Contains(picture.Number, StringComparison.Ordinal)), watch.Elapsed);
        }
    }
}
