using System.Diagnostics;
using System.Runtime.Versioning;
using FirearmsRegistry.Processes;
using FirearmsRegistry.Processes.Tests;
using FirearmsRegistry.Registry.Shared.Printing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace FirearmsRegistry.Registry.Tests.TraceRequests.Reporting;

/// <summary>Printing with the machine's Chromium where it has one, and with programs that misbehave.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PdfPrinterTests : IDisposable
{
    private const string NeedsChromium = "Chromium or pdftotext is not installed (Debian's chromium, fonts-noto-core, poppler-utils).";

    private static readonly PrintingSettings Installed = PrintingSettings.From(new ConfigurationBuilder().Build());

    private readonly string _directory = Directory.CreateTempSubdirectory("pdf-printer-tests-").FullName;

    public static bool HasChromium => Installed.Chromium is not null && LaunchCommand.FindProgram("pdftotext") is not null;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact(Skip = NeedsChromium, SkipUnless = nameof(HasChromium))]
    public async Task A_report_is_printed_with_its_pages_numbered()
    {
        var text = await TextAsync(await PrintAsync(ReportCase.Page(ReportCase.Facts())));

        Assert.All(["Firearm trace report", "AB12345", "Ana Ejemplo", "first sale on record", "366", "Page 1 of", ReportCase.Report.ToString("N")],
            fact => Assert.Contains(fact, text, StringComparison.Ordinal));
    }

    [Fact(Skip = NeedsChromium, SkipUnless = nameof(HasChromium))]
    public async Task A_hostile_mark_is_printed_as_text()
    {
        var mark = ("<script>document.body.textContent='OWNED'</script>\u202e" + new string('W', 100))[..100];

        var text = (await TextAsync(await PrintAsync(ReportCase.Page(ReportCase.Facts(mark))))).ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);

        Assert.Contains("<script>document.body.textContent='OWNED'</script>", text, StringComparison.Ordinal);
        Assert.Contains("U+202E", text, StringComparison.Ordinal);
        Assert.Contains("Firearmtracereport", text, StringComparison.Ordinal);
    }

    [Fact(Skip = NeedsChromium, SkipUnless = nameof(HasChromium))]
    public async Task A_page_that_would_run_a_script_or_read_a_file_is_printed_without()
    {
        var text = await TextAsync(await PrintAsync(
            "<!DOCTYPE html><p id=a>STILL</p><script>document.getElementById('a').textContent='RAN'</script><img src='http://127.0.0.1:1/x'>"));

        Assert.Contains("STILL", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RAN", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_program_it_says_so()
    {
        using var printer = Printer(Installed with { Chromium = null });

        Assert.True((await printer.PrintAsync("<p>", Token)).Refused(out var refusal, out _));
        Assert.Equal("pdf-printer-missing", refusal!.Name);
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended_with_its_children_and_leaves_nothing_behind()
    {
        var program = Program($"sleep 600 & echo $! >>{_directory}/out/pids\nsetsid sleep 600 & echo $! >>{_directory}/out/pids\necho $$ >>{_directory}/out/pids\nwait");

        Assert.Equal("pdf-printer-failed", await RefusalAsync(program, TimeSpan.FromSeconds(2)));

        var pids = await File.ReadAllLinesAsync(Path.Combine(_directory, "out", "pids"), Token);
        Assert.Equal(3, pids.Length);
        Assert.All(pids, pid => Assert.False(ProcessState.IsRunning(pid), pid));
        await AssertRemovedAsync();
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("exit 3")]
    [InlineData("echo no >$pdf; exit 0")]
    [InlineData("ln -s /etc/passwd $pdf; exit 0")]
    [InlineData("mkfifo $pdf; exit 0")]
    [InlineData("head -c 100000000 /dev/zero >$pdf; exit 0")]
    public async Task What_is_no_PDF_of_its_own_is_not_taken(string script)
    {
        Assert.Equal("pdf-printer-failed", await RefusalAsync(Program(script), TimeSpan.FromSeconds(20)));
        await AssertRemovedAsync();
    }

    [Fact]
    public async Task Only_so_many_are_printed_at_once()
    {
        using var printer = Printer(Settings(Program("sleep 600"), TimeSpan.FromSeconds(1)) with { AtOnce = 1 });

        var printed = await Task.WhenAll(printer.PrintAsync("<p>", Token), printer.PrintAsync("<p>", Token));

        Assert.Equal(["pdf-printer-busy", "pdf-printer-failed"],
            printed.Select(one => one.Refused(out var refusal, out _) ? refusal!.Name : "").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_program_runs_unprivileged_with_none_of_the_hosts_environment()
    {
        var program = Program($"id -u >{_directory}/out/id; env >{_directory}/out/env; exit 0");
        Environment.SetEnvironmentVariable("PDF_PRINTER_TEST_SECRET", "x");

        await RefusalAsync(program, TimeSpan.FromSeconds(20));

        Assert.NotEqual("0", (await File.ReadAllTextAsync(Path.Combine(_directory, "out", "id"), Token)).Trim());
        Assert.DoesNotContain("SECRET", await File.ReadAllTextAsync(Path.Combine(_directory, "out", "env"), Token), StringComparison.Ordinal);
    }

    /// <summary>A shell script in Chromium's place; it finds its directory in <c>$profile</c> and its target in <c>$pdf</c>.</summary>
    private string Program(string script)
    {
        File.SetUnixFileMode(_directory, (UnixFileMode)0b111_101_101);
        var writable = Directory.CreateDirectory(Path.Combine(_directory, "out"));
        writable.UnixFileMode = (UnixFileMode)0b111_111_111;
        var path = Path.Combine(_directory, "program");
        File.WriteAllText(path,
            $"""
            #!/bin/sh
            for argument in "$@"; do
              case $argument in
                --user-data-dir=*) profile=$(printf %s "$argument" | cut -d= -f2-);;
                --print-to-pdf=*) pdf=$(printf %s "$argument" | cut -d= -f2-);;
              esac
            done
            echo "$profile" >{_directory}/out/profile
            {script}

            """);
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        return path;
    }

    private static PrintingSettings Settings(string program, TimeSpan timeout) => Installed with { Chromium = program, Timeout = timeout };

    private static PdfPrinter Printer(PrintingSettings settings) => new(settings, TimeProvider.System, NullLogger<PdfPrinter>.Instance);

    private static async Task<string> RefusalAsync(string program, TimeSpan timeout)
    {
        using var printer = Printer(Settings(program, timeout));
        return (await printer.PrintAsync("<p>", Token)).Refused(out var refusal, out _) ? refusal!.Name : "printed";
    }

    private static async Task<byte[]> PrintAsync(string page)
    {
        using var printer = Printer(Installed);
        return (await printer.PrintAsync(page, Token)).Value;
    }

    private async Task AssertRemovedAsync()
    {
        var profile = (await File.ReadAllTextAsync(Path.Combine(_directory, "out", "profile"), Token)).Trim();
        Assert.StartsWith(Path.GetTempPath(), profile, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(profile)));
    }

    private async Task<string> TextAsync(byte[] pdf)
    {
        var file = Path.Combine(_directory, "report.pdf");
        await File.WriteAllBytesAsync(file, pdf, Token);
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return text;
    }
}
