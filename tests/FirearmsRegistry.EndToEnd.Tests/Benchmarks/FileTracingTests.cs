using System.Diagnostics;
using System.Text.Json.Nodes;
using FirearmsRegistry.Benchmarks.Tracing.Files;

namespace FirearmsRegistry.EndToEnd.Tests.Benchmarks;

/// <summary><c>Benchmarks tracing --register ARMS.csv --queries MARKS.csv</c>: strangers run it with files of their own.</summary>
public sealed class FileTracingTests : IDisposable
{
    private const string Arms =
        """
        id,maker,model,calibre,country,year,serial
        a1,Glock,17,9 mm Luger,AUT,1999,ABC123
        a2,"Smith & Wesson, Inc.",10,.38 Special,USA,,K123456
        a3,Beretta,92,9x19,ITA,ca. 1980,E12345Z
        a4,Izhmash,,7.62x39,SUN,1974,Ж-77412
        a4,,,,,,BARREL99
        a5,,,,,,GH556071
        a6,,,,,,***
        """;

    private const string Marks =
        """
        mark,maker,model,calibre,country,year,expected_id,kind
        AB[CG]1?3,Glock Ges.m.b.H.,,,,,a1,notation
        K12345*,S&W,,,,,a2,notation
        E12345Z,,,,,,a3,none
        ZH77412,,,,,,a4,script
        Ж٧٧٤١٢,,,,,,a4,script
        BARREL9g,,,,,,a4,one_wrong
        GH5560７１,,,,,nineteen,a5,script
        GH556071,,,,,,nobody,lost
        ?*?,,,,,,a5,bad
        ---,,,,,,a5,bad
        [12,,,,,,a5,bad
        LONG,,,,,,a5,bad
        GH556071,,,,,,a5,bad
        GH556071,,,,,,a5,
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tracing-");

    [Fact]
    public void Odd_marks_and_unknown_arms_count_as_not_found_and_end_nothing()
    {
        var (code, lines, errors) = Run(Arms, Marks.Replace("LONG", new string('A', 10_000), StringComparison.Ordinal));
        Assert.Equal(0, code);
        Assert.Equal(
            ["notation 2 1 0 0", "none 1 1 0 0", "script 3 1 0 0", "one_wrong 1 1 0 0", "lost 1 0 0 1", "bad 5 0.2 4 0", "unknown 1 1 0 0"],
            lines.Select(line => $"{line["kind"]} {line["queries"]} {line["recall_at_1"]} {line["refused"]} {line["expected_unknown"]}"));
        Assert.All(lines, line => Assert.Equal(line["recall_at_1"]!.ToString(), line["recall_at_5"]!.ToString()));
        Assert.All(lines, line => Assert.True(line["p50_ms"]!.GetValue<double>() <= line["p95_ms"]!.GetValue<double>()));
        Assert.Equal(["one_wrong", "lost"], lines.Where(line => line["known_damaged"]!.GetValue<bool>() && line["kind"]!.ToString() != "script").Select(line => line["kind"]!.ToString()));
        foreach (var told in new[] { "marks.csv:9: No arm of the register has the expected id", "marks.csv:10: Not searched", "arms.csv:4: A year", "arms.csv:8: A serial" })
            Assert.Contains(told, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_search_finds_that_is_not_told_of_the_damage_stands_beside_it()
    {
        // The reading equals five other arms: told that it is damaged, the search puts the arm before them from which it may have come.
        var arms = "id,serial\nright,AB12345\n" + string.Concat(Enumerable.Range(0, 5).Select(i => $"x{i},AB12346\n"));
        var line = Run(arms, "mark,expected_id,kind\nAB12346,right,one_wrong\n").Lines.Single();
        Assert.Equal("1 0", $"{line["recall_at_5"]} {line["recall_at_5_untold"]}");
    }

    [Theory]
    [InlineData("one_wrong", true)]
    [InlineData("Two unreadable", true)]
    [InlineData("prefixLost", true)]
    [InlineData("transposition", true)]
    [InlineData("undamaged", false)]
    [InlineData("no_damage", false)]
    [InlineData("none", false)]
    [InlineData("exact", false)]
    [InlineData("unreadable", true)]
    [InlineData("unknown", false)]
    public void Whether_a_kind_names_a_damage_is_told_by_its_name(string kind, bool damage) => Assert.Equal(damage, DamageNames.IsDamage(kind));

    [Fact]
    public void Among_arms_of_one_serial_the_description_decides_and_of_equal_ones_the_first_five_are_shown()
    {
        var arms = "id,serial,maker\n" + string.Concat(Enumerable.Range(0, 8).Select(i => $"x{i},445566,Maker {(char)('A' + i)}\n"));
        var (_, lines, _) = Run(arms, "mark,maker,expected_id,kind\n445566,Maker H,x7,told\n445566,,x7,untold\n");
        Assert.Equal(["told 1 1", "untold 0 0"], lines.Select(line => $"{line["kind"]} {line["recall_at_1"]} {line["recall_at_5"]}"));
    }

    [Fact]
    public void An_empty_register_finds_nothing_and_a_file_without_marks_prints_nothing()
    {
        Assert.Equal(0, Run("id,serial\n", "mark,expected_id\nAB12,a\n").Lines.Single()["recall_at_5"]!.GetValue<double>());
        var (code, lines, errors) = Run(Arms, "mark,expected_id\n");
        Assert.Equal((0, 0), (code, lines.Count));
        Assert.Contains("no marks", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_prints_one_line_of_JSON_for_each_kind_and_says_by_its_exit_code_that_a_file_is_none()
    {
        var token = TestContext.Current.CancellationToken;
        var (arms, marks) = (Write("arms.csv", Arms), Write("marks.csv", "mark,expected_id,kind\nABC12?,a1,two \u4E2D\nABC123,a1,none\n"));
        var (code, output, _) = await StartAsync(token, "tracing", "--register", arms, "--queries", marks);
        Assert.Equal(0, code);
        Assert.Equal(["two \u4E2D", "none"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["kind"]!.ToString()));
        (code, output, var errors) = await StartAsync(token, "tracing", "--register", marks, "--queries", arms);
        Assert.Equal((FileTracing.Unreadable, ""), (code, output));
        Assert.Contains("There is no column \"id\"", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(int Code, string Output, string Errors)> StartAsync(CancellationToken token, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(FileTracing).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync(token);
        var output = await program.StandardOutput.ReadToEndAsync(token);
        await program.WaitForExitAsync(token);
        return (program.ExitCode, output, await errors);
    }

    private (int Code, IReadOnlyList<JsonNode> Lines, string Errors) Run(string arms, string marks)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = FileTracing.Run(Write("arms.csv", arms), Write("marks.csv", marks), KnownDamage.ByKind, output, errors);
        return (code, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)], errors.ToString());
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
