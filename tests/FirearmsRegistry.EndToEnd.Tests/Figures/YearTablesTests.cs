using System.IO.Compression;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Registry.Access;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

public sealed class YearTablesTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Route = "/api/v1/indicators/sdg-16-4-2";

    private RegistryClient Statistician => host.ClientAs(Role.Statistician);

    private RegistryClient Investigator => host.ClientAs(Role.Investigator);

    [Fact]
    public async Task Behind_every_cell_of_every_table_stand_as_many_cases_as_it_says()
    {
        string[] types = ["pistol", "carbine", "rifle", "shotgun"];
        string[] lines = ["1.2", "1.5", "2.a", "3"];
        var seizure = Guid.CreateVersion7();
        await FactRows.WriteAsync(host.ConnectionString,
        [
            .. Enumerable.Range(0, 24).Select(arm => new FactRows(1985, arm % 5 == 0 ? "found" : "seized")
            {
                Type = types[arm % 4], Line = arm % 7 == 0 ? null : lines[arm % 4], Antique = arm % 6 == 0, Duplicate = arm % 11 == 0,
                LegalBasis = arm % 3 == 0 ? "administrative" : "criminal", Seizure = arm < 9 ? seizure : null,
                Offences = arm % 2 == 0 ? ["drug_trafficking", "violent_crime"] : [], Marking = arm % 2 == 0 ? "erased" : "uniquely_marked",
            }),
            new FactRows(1985) { Kind = "part", Quantity = 7, Type = null, Condition = null, Marking = null, Line = null },
            new FactRows(1985) { Kind = "ammunition", Quantity = 900, Type = null, Condition = null, Marking = null, Line = null },
        ]);

        var year = (await Statistician.GetAsync($"{Route}/year-tables?year=1985")).Expect(200).Body!;
        foreach (var tables in year["register"]!.AsArray())
        {
            var intake = tables!["intake"]!.GetValue<string>();
            foreach (var table in tables["tables"]!.AsArray())
            {
                foreach (var cell in table!["cells"]!.AsArray())
                    await ExpectAsync(intake, table["by"]!.GetValue<string>(), cell!["category"]!.GetValue<string>(), cell["count"]!.GetValue<long>());
            }

            foreach (var total in new[] { "arms", "antiques", "duplicates", "cases", "parts", "ammunition" })
                await ExpectAsync(intake, total, "total", tables[total]!["count"]!.GetValue<long>());
        }
    }

    [Fact]
    public async Task The_cases_behind_a_cell_name_nobody_and_come_in_pages()
    {
        var item = await Investigator.ItemAsync(await Investigator.SeizureAsync("1986-03-04"), SeizureCalls.Item("CELL-1"));
        await Investigator.ItemAsync(await Investigator.SeizureAsync("1986-03-05"), SeizureCalls.Item("CELL-2"));

        var first = (await host.ClientAs(Role.Auditor).GetAsync($"{Route}/tables/arms/cells/total/items?year=1986&limit=1")).Expect(200).Body!;
        var second = (await Statistician.GetAsync($"{Route}/tables/arms/cells/total/items?year=1986&limit=1&after={first["next"]}")).Expect(200).Body!;

        Assert.Equal(item.Id, first["items"]![0]!["itemId"]!.GetValue<Guid>());
        Assert.Equal("1986-03-04", first["items"]![0]!["intakeOn"]!.GetValue<string>());
        Assert.NotNull(first["items"]![0]!["caseReference"]);
        Assert.DoesNotContain("ossessor", first.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("CELL", first.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(second["next"]);
        (await Investigator.GetAsync($"{Route}/tables/arms/cells/total/items?year=1986")).Expect(403);
        Assert.Equal("path:category",
            (await Statistician.GetAsync($"{Route}/tables/type/cells/cannon/items?year=1986")).Expect(400).Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        Assert.Equal("path:table",
            (await Statistician.GetAsync($"{Route}/tables/makers/cells/total/items?year=1986")).Expect(400).Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    [Fact]
    public async Task Two_items_with_one_national_number_are_found_and_a_confirmed_difference_is_not()
    {
        async Task<ApiAnswer> TakeAsync(string serial, string? distinct)
        {
            var request = SeizureCalls.Item(serial);
            request["item"]!["marks"]![0]!["kind"] = "national_number";
            request["item"]!["marks"]![0]!["text"] = "ES20A0000001ND";
            request["item"]!["marks"]![0]!.AsObject().Remove("serial");
            if (distinct is not null)
                request["confirmedDistinct"] = distinct;
            return await Investigator.ItemAsync(await Investigator.SeizureAsync("1987-05-14"), request);
        }

        var first = await TakeAsync("N-1", null);
        var second = await TakeAsync("N-2", "A copy of the number on another make.");
        var confirmed = (await Statistician.GetAsync($"{Route}/checks?year=1987")).Expect(200).Body!.AsArray();
        await ForgetConfirmationAsync(second.Id);
        var findings = (await Statistician.GetAsync($"{Route}/checks?year=1987")).Expect(200).Body!.AsArray();

        Assert.DoesNotContain(confirmed, finding => finding!["kind"]!.GetValue<string>() == "arm_reported_twice");
        var twice = Assert.Single(findings, finding => finding!["kind"]!.GetValue<string>() == "arm_reported_twice")!;
        Assert.Equal(new[] { first.Id, second.Id }.Order(), twice["items"]!.AsArray().Select(item => item!.GetValue<Guid>()));
        Assert.NotEmpty(twice["explanation"]!.GetValue<string>());
        Assert.NotEmpty(twice["repair"]!.GetValue<string>());
        (await Investigator.GetAsync($"{Route}/checks?year=1987")).Expect(403);
    }

    [Fact]
    public async Task A_legal_basis_that_changed_since_the_year_was_counted_is_found_with_its_item()
    {
        var item = await Investigator.ItemAsync(await Investigator.SeizureAsync("1988-05-14"), SeizureCalls.Item("BASIS-1"));
        host.Time.Advance(TimeSpan.FromMinutes(2));
        var counted = host.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        (await Investigator.ActAsync(item, "legal-bases", FirearmsRegistry.Registry.Seizures.SeizureExamples.LegalBasisChange)).Expect(200);

        var finding = Assert.Single((await Statistician.GetAsync($"{Route}/checks?year=1988&asKnownAt={counted}")).Expect(200).Body!.AsArray())!;

        Assert.Equal("legal_basis_changed", finding["kind"]!.GetValue<string>());
        Assert.Equal([item.Id], finding["items"]!.AsArray().Select(one => one!.GetValue<Guid>()));
    }

    [Fact]
    public async Task An_arm_without_an_outcome_line_is_found_behind_the_sum_that_lacks_it()
    {
        await FactRows.WriteAsync(host.ConnectionString, [new FactRows(1989) { Line = null }, new FactRows(1989)]);

        var finding = Assert.Single((await Statistician.GetAsync($"{Route}/checks?year=1989")).Expect(200).Body!.AsArray())!;

        Assert.Equal(("breakdown_against_arms", "seized by outcome_line"), (finding["kind"]!.GetValue<string>(), finding["where"]!.GetValue<string>()));
        Assert.Single(finding["items"]!.AsArray());
    }

    [Fact]
    public async Task The_public_file_shows_no_small_cell_and_the_full_one_shows_all()
    {
        await FactRows.WriteAsync(host.ConnectionString,
            [.. Enumerable.Repeat(new FactRows(1984), 40), .. Enumerable.Repeat(new FactRows(1984) { Type = "rifle", Line = "1.2" }, 2),
                .. Enumerable.Repeat(new FactRows(1984) { Type = "shotgun", Line = "1.2" }, 9)]);
        (await Statistician.PostAsync("/api/v1/imported-counts",
            """{"year":1984,"indicator":"persons_prosecuted","dimension":"total","category":"total","sex":"female","value":{"is":"none"},"source":"=HYPERLINK(1),\"x\""}"""))
            .Expect(201);

        var open = await FileAsync("csv", "public");
        var full = await FileAsync("csv", "full");
        var workbook = await BytesAsync("xlsx", "full");

        Assert.Contains("ESP,1984,seized,type,rifle,,suppressed,register", open);
        Assert.Contains("ESP,1984,seized,type,machine_gun,0,reported,register", open);
        Assert.DoesNotContain(open, line => line.Contains(",2,reported", StringComparison.Ordinal));
        Assert.Contains("ESP,1984,seized,type,rifle,2,reported,register", full);
        Assert.Contains("ESP,1984,all,persons_prosecuted_total_by_sex,total/female,,not_applicable,\"'=HYPERLINK(1),\"\"x\"\"\"", full);
        using var parts = new ZipArchive(new MemoryStream(workbook));
        Assert.Contains(parts.Entries, entry => entry.FullName == "xl/workbook.xml");
        foreach (var entry in parts.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var sheet = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            Assert.DoesNotContain("<x:f", await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal("iafq-ESP-1984.csv", JsonNode.Parse(await TextAsync("csvw", "public"))!["url"]!.GetValue<string>());
        Assert.Equal("query:format",
            (await Statistician.GetAsync($"{Route}/year-tables/file?year=1984&format=pdf")).Expect(400).Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    [Fact]
    public async Task Large_seizures_and_companion_figures_stand_beside_the_tables()
    {
        var seizure = await Investigator.SeizureAsync("1983-05-14");
        for (var arm = 0; arm < 10; arm++)
            await Investigator.ItemAsync(seizure, SeizureCalls.Item($"LARGE-{arm}A"));

        var year = (await Statistician.GetAsync($"{Route}/year-tables?year=1983")).Expect(200).Body!;
        var nothing = (await Statistician.GetAsync($"{Route}/year-tables?year=1982")).Expect(200).Body!;

        Assert.Equal(10, year["significantFrom"]!["arms"]!.GetValue<int>());
        Assert.Equal(10, Assert.Single(year["significantSeizures"]!.AsArray())!["arms"]!.GetValue<long>());
        Assert.Equal((10L, 0L, 0L), (year["companion"]!["uniquelyMarked"]!.GetValue<long>(), year["companion"]!["recorded"]!.GetValue<long>(),
            year["companion"]!["requestsPlaced"]!.GetValue<long>()));
        Assert.Null(nothing["companion"]!["uniquelyMarked"]);
        Assert.Null(nothing["companion"]!["requestsPlaced"]);
    }

    private async Task ExpectAsync(string intake, string table, string category, long count)
    {
        var rows = (await Statistician.GetAsync($"{Route}/tables/{table}/cells/{category}/items?year=1985&intake={intake}&limit=200")).Expect(200).Body!["items"]!.AsArray();
        Assert.Equal((intake, table, category, count),
            (intake, table, category, rows.Sum(row => table is "parts" or "ammunition" ? row!["quantity"]!.GetValue<long>() : 1)));
    }

    // What the register of before the rule had: the two items count, and nobody said that they are distinct.
    private async Task ForgetConfirmationAsync(Guid item)
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand(
            """
            alter table registry.mt_events disable trigger user;
            update registry.mt_events set data = data - 'distinctFrom' where stream_id = $1;
            alter table registry.mt_events enable trigger user
            """.Replace("$1", $"'{item}'", StringComparison.Ordinal));
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string[]> FileAsync(string format, string audience) =>
        (await TextAsync(format, audience)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> TextAsync(string format, string audience) => System.Text.Encoding.UTF8.GetString(await BytesAsync(format, audience));

    private Task<byte[]> BytesAsync(string format, string audience) => Statistician.Http.GetByteArrayAsync(
        new Uri($"{Route}/year-tables/file?year=1984&format={format}&audience={audience}", UriKind.Relative), TestContext.Current.CancellationToken);
}
