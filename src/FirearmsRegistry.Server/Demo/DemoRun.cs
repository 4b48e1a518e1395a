using System.Diagnostics;
using System.Globalization;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using Spectre.Console;

namespace FirearmsRegistry.Server.Demo;

/// <summary><c>--demo</c>: writes the people and their tokens, loads once with a progress bar, and prints the comparison.</summary>
internal static class DemoRun
{
    private const int LeastWidth = 120;

    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<DemoLoader>().AddScoped<DemoComparison>();

    /// <summary>Runs beside the started server; true where every row of the comparison is equal.</summary>
    public static async Task<bool> RunAsync(WebApplication app, CancellationToken token)
    {
        // Piped into a file there is no width to ask for.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, LeastWidth);
        await using var scope = app.Services.CreateAsyncScope();
        // First, because it refuses a database that is not the demo's before anything is written there.
        var stages = await app.Services.GetRequiredService<DemoLoader>().StagesAsync(token);
        var tokens = Path.GetFullPath(app.Configuration["Registry:DemoTokens"] ?? Path.Combine(WorkTree(), "artifacts", "demo", "tokens.env"));
        var people = Path.Combine(Path.GetDirectoryName(tokens)!, "people.txt");
        // Before the tokens: a new password ends those that were made under the old one.
        await scope.ServiceProvider.GetRequiredService<IDemoPeople>().WriteAsync(people, token);
        await scope.ServiceProvider.GetRequiredService<IDemoTokens>().WriteAsync(tokens, token);

        var watch = Stopwatch.StartNew();
        if (!app.Configuration.GetValue("Registry:DemoCases", true))
        {
            AnsiConsole.WriteLine($"Ready. Tokens: {tokens} People: {people}");
            return true;
        }

        if (stages.Count == 0)
            AnsiConsole.MarkupLine("The demo was loaded before.");
        else
            await LoadAsync(stages, token);

        var equal = await scope.ServiceProvider.GetRequiredService<DemoComparison>().PrintAsync(token);
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Ready after {watch.Elapsed.TotalSeconds:F0} s, {Environment.WorkingSet / 1024 / 1024} MB. Tokens: {tokens} People: {people}"));
        return equal;
    }

    /// <summary>The work tree that the program was built in, or the current directory where it runs from elsewhere.</summary>
    private static string WorkTree()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "FirearmsRegistry.sln")))
                return directory.FullName;
        }

        return Environment.CurrentDirectory;
    }

    private static Task LoadAsync(IReadOnlyList<DemoStage> stages, CancellationToken token) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var bars = stages.Select(stage => progress.AddTask(stage.Name, autoStart: false, maxValue: stage.Total)).ToList();
                foreach (var (stage, bar) in stages.Zip(bars))
                {
                    bar.StartTask();
                    await stage.RunAsync(finished => bar.Increment(finished), token);
                    bar.StopTask();
                }
            });
}
