using System.CommandLine;
using FirearmsRegistry.Benchmarks.Indicating;
using FirearmsRegistry.Benchmarks.LookingUp;
using FirearmsRegistry.Benchmarks.Marking;
using FirearmsRegistry.Benchmarks.Paging;
using FirearmsRegistry.Benchmarks.ReadingSymbols;
using FirearmsRegistry.Benchmarks.Registering;
using FirearmsRegistry.Benchmarks.Tracing;
using FirearmsRegistry.Benchmarks.Tracing.Files;
using FirearmsRegistry.Marks.Candidates.Weighing;

namespace FirearmsRegistry.Benchmarks;

/// <summary>
/// The command line. A benchmark prints a baseline, the registry's own figure and their ratio, all of one run on one machine; it is no
/// test, and a target that is missed is no error.
/// </summary>
internal static class BenchmarkCommands
{
    public static Task<int> Main(string[] args) =>
        new RootCommand("Ratios of the registry against bare baselines, measured in the same run.") { Register(), Lookup(), Symbols(), Marking(), Tracing(), Indicator(), Pages() }
            .Parse(args).InvokeAsync();

    private static Command Register()
    {
        var seconds = Number("--seconds", "Seconds of each measurement.", 4);
        var rounds = Number("--rounds", "Rounds, each of which measures everything once.", 5);
        var clients = Number("--clients", "Clients, or tasks, at a time.", 16);
        var command = new Command("register", "Firearms registered over HTTP, against the same Marten session without HTTP.") { seconds, rounds, clients };
        command.SetAction(async (parsed, token) =>
        {
            await RegisterBenchmark.RunAsync(
                parsed.GetValue(clients), parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)), token);
            return 0;
        });
        return command;
    }

    private static Command Lookup()
    {
        var arms = Number("--arms", "Registered arms to look among.", 200_000);
        var lookups = Number("--lookups", "Look-ups of each kind.", 4_000);
        var rounds = Number("--rounds", "Rounds, each of which measures everything once.", 8);
        var command = new Command("lookup", "Exact look-up of a mark over HTTP, against the bare query and its log entry.") { arms, lookups, rounds };
        command.SetAction(async (parsed, token) =>
        {
            await LookupBenchmark.RunAsync(parsed.GetValue(arms), parsed.GetValue(lookups), parsed.GetValue(rounds), token);
            return 0;
        });
        return command;
    }

    private static Command Pages()
    {
        var arms = Number("--arms", "Registered arms to search among.", 1_000_000);
        var questions = Number("--questions", "Questions that each page asks, one a second.", 30);
        var command = new Command("pages", "Searching in ten pages of Chromium while others search over REST, and the memory of idle pages.") { arms, questions };
        command.SetAction(async (parsed, token) =>
        {
            await PagesBenchmark.RunAsync(parsed.GetValue(arms), parsed.GetValue(questions), token);
            return 0;
        });
        return command;
    }

    private static Command Symbols()
    {
        var pictures = Number("--pictures", "Pictures of each kind.", 200);
        var directory = new Option<DirectoryInfo?>("--keep") { Description = "A directory to keep the pictures in.", HelpName = "DIRECTORY" };
        var command = new Command("symbols", "Symbols read in camera pictures and in pictures of dot-peened metal, against Debian's ZXingReader.") { pictures, directory };
        command.SetAction((parsed, token) => SymbolsBenchmark.RunAsync(parsed.GetValue(pictures), parsed.GetValue(directory), token));
        return command;
    }

    private static Command Marking()
    {
        var jobs = Number("--jobs", "Marking jobs.", 1_000);
        var command = new Command("marking", "Marking jobs through station, simulated machine, camera and server, against the same calls without a station.") { jobs };
        command.SetAction((parsed, token) => MarkingBenchmark.RunAsync(parsed.GetValue(jobs), token));
        return command;
    }

    private static Command Tracing()
    {
        var arms = Number("--arms", "Generated arms to search among.", 1_000_000);
        var marks = Number("--marks", "Damaged marks of each kind.", 2_000);
        var served = Number("--served", "Damaged marks searched in the server.", 300);
        var confusions = new Option<FileInfo>("--confusions") { Description = "A table of confusions that the search does not know, to draw damage from besides.", HelpName = "FILE" };
        confusions.AcceptExistingOnly();
        var register = new Option<string?>("--register") { Description = "Arms to search among instead, as CSV with the columns id,maker,model,calibre,country,year,serial; empty is unknown.", HelpName = "ARMS.csv" };
        var queries = new Option<string?>("--queries") { Description = "Marks to search among them, as CSV with the columns mark,maker,model,calibre,country,year,expected_id,kind; empty is unknown.", HelpName = "MARKS.csv" };
        var known = new Option<KnownDamage>("--known-damaged") { Description = "Whether the search is told that the marks are damaged: byKind (where the kind names a damage), yes or no.", DefaultValueFactory = _ => KnownDamage.ByKind };
        var command = new Command("tracing", "Damaged marks among a million arms, against the ideal ranker; or marks of a file among arms of a file.") { arms, marks, served, confusions, register, queries, known };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(register) is null) != (result.GetValue(queries) is null))
                result.AddError("--register and --queries go together.");
        });
        command.SetAction(async (parsed, token) =>
        {
            if (parsed.GetValue(register) is { } registerFile)
                return FileTracing.Run(registerFile, parsed.GetValue(queries)!, parsed.GetValue(known), Console.Out, Console.Error);
            ConfusionTable? table = null;
            if (parsed.GetValue(confusions) is { } file && !TryReadConfusions(file, out table))
                return FileTracing.Unreadable;
            await TracingBenchmark.RunAsync(parsed.GetValue(arms), parsed.GetValue(marks), parsed.GetValue(served), table, token);
            return 0;
        });
        return command;
    }

    private static Command Indicator()
    {
        var items = Number("--items", "Seized items of ten years.", 1_000_000);
        var rounds = Number("--rounds", "Rounds, each of which measures everything once.", 9);
        var explain = new Option<bool>("--explain") { Description = "Print where PostgreSQL spends the time of the bare statement." };
        var command = new Command("indicator", "All tables and variants of a year, against the bare SQL aggregate over the same rows; the update after a late trace.") { items, rounds, explain };
        command.SetAction(async (parsed, token) =>
        {
            await IndicatorBenchmark.RunAsync(parsed.GetValue(items), parsed.GetValue(rounds), parsed.GetValue(explain), token);
            return 0;
        });
        return command;
    }

    private static bool TryReadConfusions(FileInfo file, out ConfusionTable? table)
    {
        try
        {
            using var reader = file.OpenText();
            table = ConfusionTable.Read(reader);
            return true;
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"{file}: {e.Message}");
            table = null;
            return false;
        }
    }

    private static Option<int> Number(string name, string description, int byDefault)
    {
        var option = new Option<int>(name) { Description = $"{description} {byDefault} by default.", DefaultValueFactory = _ => byDefault };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError($"{name} must be at least 1.");
        });
        return option;
    }
}
