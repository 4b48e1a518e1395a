using System.Text.Json.Nodes;
using FirearmsRegistry.MarkingDemo.Running;
using Spectre.Console;

namespace FirearmsRegistry.MarkingDemo.Showing;

/// <summary>The orders as the registry has them at the end, beside what is on the metal and in the pictures.</summary>
internal static class ResultTable
{
    private const int Width = 150;

    /// <summary>Prints it; true where every order ended as it should: verified with one whole cut, or in quarantine.</summary>
    public static async Task<bool> PrintAsync(
        DemoRegister register, DemoWorkshop workshop, IReadOnlyList<Guid> jobs, TextWriter output, CancellationToken token)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        console.Profile.Width = Width;
        var table = new Table { Border = TableBorder.Simple }
            .AddColumns("order", "mark", "at the registry", "frames kept", "on the metal", "picture").Title("Orders");
        var right = true;
        foreach (var (index, id) in jobs.Index())
        {
            var job = await register.JobAsync(id, token);
            var text = job["mark"]!["text"]!.GetValue<string>();
            var cuts = workshop.Machine.Cuts.Index().Where(cut => cut.Item.Texts.Values.Contains(text)).ToList();
            var state = job["state"]!.GetValue<string>();
            right &= state == "unknown_mark_state" ? cuts.Count <= 1 : state == "verified" && cuts is [{ Item.IsWhole: true }];
            table.AddRow($"{index + 1}", text, state, job["frames"]!.ToString(),
                cuts.Count == 0 ? "nothing" : string.Join(", ", cuts.Select(cut => cut.Item.IsWhole ? "the whole mark" : "a part of it")),
                string.Join(", ", cuts.Select(cut => $"{cut.Index:0000}.png")));
        }

        console.Write(table);
        console.WriteLine($"Pictures: {workshop.Pictures}");
        PrintQuarantine(console, await register.QuarantineAsync(token));
        return right;
    }

    private static void PrintQuarantine(IAnsiConsole console, JsonArray quarantine)
    {
        var list = new Table { Border = TableBorder.Simple }.AddColumns("firearm", "mark", "why").Title("Quarantine: a person must look at these arms");
        foreach (var job in quarantine)
            list.AddRow(job!["firearmId"]!.ToString(), job["mark"]!["text"]!.ToString(), job["explanation"]?.ToString() ?? "");
        if (quarantine.Count == 0)
            console.WriteLine("No arm is in quarantine.");
        else
            console.Write(list);
    }
}
