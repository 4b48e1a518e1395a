using System.CommandLine;
using System.Data.Common;
using FirearmsRegistry.Station.BorrowingNumbers;
using FirearmsRegistry.Station.Configuring;
using FirearmsRegistry.Station.Enrolling;
using FirearmsRegistry.Station.Logging;
using FirearmsRegistry.Station.Marking;
using FirearmsRegistry.Station.Merging;
using FirearmsRegistry.Station.Ordering;
using FirearmsRegistry.Station.ReadingBack;
using FirearmsRegistry.Station.ShowingStatus;
using FirearmsRegistry.Station.SigningIn;
using FirearmsRegistry.Station.Speaking;
using FirearmsRegistry.Station.TakingAlong;

namespace FirearmsRegistry.Station;

/// <summary>The command line.</summary>
internal static class StationCommand
{
    /// <summary>The exit code where something was refused; the reason is on the error output.</summary>
    public const int Refused = 2;

    /// <summary>The exit code where the registry could not be reached.</summary>
    public const int Unreachable = 3;

    /// <summary>The exit code where the person stopped the program.</summary>
    public const int Stopped = 130;

    /// <summary>The folder with everything that the station keeps.</summary>
    public static readonly Option<DirectoryInfo> Folder = new("--folder")
    {
        Description = "The station's folder.",
        HelpName = "DIRECTORY",
        Recursive = true,
        DefaultValueFactory = _ => new DirectoryInfo("registry-station"),
    };

    /// <summary>Where the PIN comes from.</summary>
    public static readonly Option<FileInfo?> PinFile = new("--pin-file")
    {
        Description = "A file with the PIN on its first line; asked for at the keyboard by default.",
        HelpName = "FILE",
        Recursive = true,
    };

    // Whoever stops the program while the machine marks waits for the machine, whose driver waits five minutes at the most by default.
    private static readonly TimeSpan LongestMark = TimeSpan.FromMinutes(6);

    public static Task<int> Main(string[] args) =>
        Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null })
            .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LongestMark });

    public static RootCommand Create() => new("The program of a marking workshop: takes the registry's marking jobs, drives the machine, reads marks back.")
    {
        Folder,
        PinFile,
        InitCommand.Create(),
        SignInCommand.Create(),
        EnrolCommand.Create(),
        JobsCommand.Create(),
        TakeCommand.Create(),
        BorrowCommand.Create(),
        OrderCommand.Create(),
        WorkCommand.Create(),
        ReadCommand.Create(),
        MergeCommand.Create(),
        StatusCommand.Create(),
        LogCommand.Create(),
    };

    /// <summary>Gives a command its work, and turns what keeps it from working into a sentence and an exit code.</summary>
    public static Command Doing(this Command command, Func<ParseResult, TextWriter, CancellationToken, Task<int>> work)
    {
        command.SetAction(async (parsed, token) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                return await work(parsed, output, token);
            }
            catch (StationException refused)
            {
                await errors.WriteLineAsync(refused.Message);
                return Refused;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbException)
            {
                // A file, a folder or the disk is not as it should be: what the system says of it is all that helps.
                await errors.WriteLineAsync(fault.Message);
                return Refused;
            }
            catch (UnreachableException fault)
            {
                await errors.WriteLineAsync(fault.Message);
                return Unreachable;
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                return Stopped;
            }
        });
        return command;
    }

    /// <summary>The session in the folder of the command line.</summary>
    public static StationSession Session(this ParseResult parsed, TextWriter output) => StationSession.Open(parsed.GetValue(Folder)!, output);

    /// <summary>The PIN, from the file or the keyboard.</summary>
    public static string Pin(this ParseResult parsed, TextWriter output)
    {
        if (parsed.GetValue(PinFile) is { } file)
            return (File.Exists(file.FullName) ? File.ReadLines(file.FullName).FirstOrDefault() : null) ?? throw new StationException($"{file} has no PIN.");
        output.Write("PIN: ");
        output.Flush();
        return Keyboard.ReadSecret(output);
    }
}
