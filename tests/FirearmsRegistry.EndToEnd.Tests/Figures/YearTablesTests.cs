using System.IO.Compression;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

public sealed class YearTablesTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string Route = "/api/v1/indicators/sdg-16-4-2";

    private RegistryClient Statistician => host.ClientAs(Role.Statistician);

    private RegistryClient Investigator => host.ClientAs(Role.Investigator);

    /// <summary>The law of drilling down: whatever was recorded, as many cases stand behind a count as it says.</summary>
    [Fact]
    public async Task Behind_every_cell_of_every_table_and_every_part_of_a_figure_stand_as_many_cases_as_it_says()
    {
        var random = new Random(16);
        await FactRows.WriteAsync(host.ConnectionString, AnyRows(random));

        var year = (await Statistician.GetAsync($"{Route}/year-tables?year=1985")).Expect(200).Body!;
        foreach (var tables in year["register"]!.AsArray())
        {
            var intake = $"intake={tables!["intake"]!.GetValue<string>()}";
            foreach (var table in tables["tables"]!.AsArray())
            {
                foreach (var cell in table!["cells"]!.AsArray())
                    await ExpectAsync(intake, table["by"]!.GetValue<string>(), cell!["category"]!.GetValue<string>(), cell);
            }

            foreach (var total in new[] { "arms", "antiques", "duplicates", "cases", "parts", "ammunition" })
                await ExpectAsync(intake, total, "total", tables[total]!);
        }

        await ExpectFiguresAsync();
        foreach (var (category, member) in new[] { ("uniquely_marked", "uniquelyMarked"), ("not_uniquely_marked", "notUniquelyMarked"), ("recorded", "recorded"), ("marked", "marked"), ("destroyed", "destroyed") })
            Assert.Equal((category, year["companion"]![member]!.GetValue<long>()), (category, (await ItemsAsync("", "companion", category)).Count));
    }

    /// <summary>Of a figure's lines antiques, administrative seizures and second reports are not among the cases: those stand behind what it leaves out.</summary>
    private async Task ExpectFiguresAsync()
    {
        foreach (var intake in Codes.All<FigureIntake>())
        {
            foreach (var variant in Codes.All<IndicatorVariant>())
            {
                var query = $"intake={intake}&variant={variant}";
                var figure = (await Statistician.GetAsync($"{Route}?year=1985&{query}")).Expect(200).Body!;
                foreach (var (category, count) in figure["inputs"]!.AsObject().Select(line => (line.Key, line.Value!))
                    .Concat([("numerator", figure["numerator"]!), ("denominator", figure["denominator"]!), ("undecided", figure["undecided"]!),
                        ("established_elsewhere", figure["establishedElsewhere"]!)])
                    .Concat(figure["excluded"]!.AsObject().Where(left => left.Key != "total").Select(left => ($"excluded_{left.Key}", left.Value!))))
                {
                    Assert.Equal((query, category, count.GetValue<long>()), (query, category, (await ItemsAsync(query, "figure", category)).Count));
                }
            }
        }
    }

    private static IEnumerable<FactRows> AnyRows(Random random)
    {
        T Any<T>(params T[] of) => of[random.Next(of.Length)];
        Guid[] seizures = [.. Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7())];
        for (var arm = 0; arm < 150; arm++)
        {
            yield return new FactRows(1985, Any("seized", "seized", "found", "surrendered"))
            {
                Type = Any([.. Codes.All<ArmType>()]),
                Condition = Any([.. Codes.All<ArmCondition>()]),
                Marking = Any([.. Codes.All<MarkingState>()]),
                Location = Any([.. Codes.All<LocationKind>()]),
                Justification = Any([.. Codes.All<LegalJustification>()]),
                Offences = random.Next(3) == 0 ? [] : [.. Codes.All<SuspectedOffence>().Where(_ => random.Next(4) == 0)],
                Line = random.Next(9) == 0 ? null : Any([.. OutcomeLines.All.Select(line => line.Code())]),
                Antique = random.Next(6) == 0,
                Duplicate = random.Next(8) == 0,
                LegalBasis = Any("criminal", "criminal", "administrative"),
                EstablishedElsewhere = random.Next(5) == 0,
                Seizure = random.Next(3) == 0 ? null : Any(seizures),
            };
        }

        foreach (var (kind, quantity) in new[] { ("part", 7), ("ammunition", 900), ("ammunition", 2000) })
        {
            yield return new FactRows(1985, Any("seized", "found"))
            {
                Kind = kind,
                Quantity = quantity,
                Type = null,
                Condition = null,
                Marking = null,
                Line = null,
                Seizure = Any(seizures),
                LegalBasis = Any("criminal", "administrative"),
            };
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
        // Who may open the seizure is told its reference; a statistician is told its id.
        Assert.NotNull(first["items"]![0]!["caseReference"]);
        Assert.Null(second["items"]![0]!["caseReference"]);
        Assert.NotEqual(Guid.Empty, second["items"]![0]!["seizureId"]!.GetValue<Guid>());
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
    public async Task Two_items_of_one_national_number_are_found_also_across_years_and_a_confirmed_difference_is_not()
    {
        async Task<ApiAnswer> TakeAsync(string serial, string day, string? distinct)
        {
            var request = SeizureCalls.Item(serial);
            request["item"]!["marks"]![0]!["kind"] = "national_number";
            request["item"]!["marks"]![0]!["text"] = "ES20A0000001ND";
            request["item"]!["marks"]![0]!.AsObject().Remove("serial");
            if (distinct is not null)
                request["confirmedDistinct"] = distinct;
            return await Investigator.ItemAsync(await Investigator.SeizureAsync(day), request);
        }

        var first = await TakeAsync("N-1", "1978-01-02", null);
        var second = await TakeAsync("N-2", "1977-12-30", "A copy of the number on another make.");
        var confirmed = (await Statistician.GetAsync($"{Route}/checks?year=1977")).Expect(200).Body!.AsArray();
        await ForgetConfirmationAsync(second.Id);
        var findings = (await Statistician.GetAsync($"{Route}/checks?year=1977")).Expect(200).Body!.AsArray();
        var ofTheOtherYear = (await Statistician.GetAsync($"{Route}/checks?year=1978")).Expect(200).Body!.AsArray();

        Assert.DoesNotContain(confirmed, finding => finding!["kind"]!.GetValue<string>() == "arm_reported_twice");
        var twice = Assert.Single(findings, finding => finding!["kind"]!.GetValue<string>() == "arm_reported_twice")!;
        Assert.Equal(new[] { first.Id, second.Id }.Order(), twice["items"]!.AsArray().Select(item => item!.GetValue<Guid>()));
        Assert.EndsWith(", in 1977 and 1978.", twice["explanation"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(ofTheOtherYear, finding => finding!.ToJsonString() == twice.ToJsonString());
        Assert.NotEmpty(twice["repair"]!.GetValue<string>());
        (await Investigator.GetAsync($"{Route}/checks?year=1977")).Expect(403);
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
            [.. Enumerable.Repeat(new FactRows(1996), 40), .. Enumerable.Repeat(new FactRows(1996) { Type = "rifle", Line = "1.2" }, 2),
                .. Enumerable.Repeat(new FactRows(1996) { Type = "shotgun", Line = "1.2" }, 9)]);
        (await Statistician.PostAsync("/api/v1/imported-counts",
            """{"year":1996,"indicator":"persons_prosecuted","dimension":"total","category":"total","sex":"female","value":{"is":"none"},"source":"=HYPERLINK(1),\"x\""}"""))
            .Expect(201);

        var open = await FileAsync("csv", "public");
        var full = await FileAsync("csv", "full");
        var workbook = await BytesAsync("xlsx", "full");

        Assert.Contains("ESP,1996,seized,type,rifle,,suppressed,register", open);
        Assert.Contains("ESP,1996,seized,type,machine_gun,0,reported,register", open);
        Assert.DoesNotContain(open, line => line.Contains(",2,reported", StringComparison.Ordinal));
        Assert.Contains("ESP,1996,seized,type,rifle,2,reported,register", full);
        Assert.Contains("ESP,1996,all,persons_prosecuted_total_by_sex,total/female,,not_applicable,\"'=HYPERLINK(1),\"\"x\"\"\"", full);
        using var parts = new ZipArchive(new MemoryStream(workbook));
        using (var sheets = new StreamReader(await parts.GetEntry("xl/workbook.xml")!.OpenAsync(TestContext.Current.CancellationToken)))
        {
            var names = await sheets.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Contains("\"trace_requests\"", names, StringComparison.Ordinal);
            Assert.Contains("\"significant_seizures\"", names, StringComparison.Ordinal);
        }

        foreach (var entry in parts.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var sheet = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            Assert.DoesNotContain("<x:f", await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal("iafq-ESP-1996.csv", JsonNode.Parse(await TextAsync("csvw", "public"))!["url"]!.GetValue<string>());
        Assert.Equal(["iafq-ESP-1996.csv", "iafq-ESP-1996-trace_requests.csv", "iafq-ESP-1996-significant_seizures.csv"],
            JsonNode.Parse(await TextAsync("csvw", "full"))!["tables"]!.AsArray().Select(table => table!["url"]!.GetValue<string>()));
        Assert.Equal(["tables", "traceRequests", "significantSeizures"], JsonNode.Parse(await TextAsync("json", "full"))!.AsObject().Select(member => member.Key));
        Assert.Equal(["tables"], JsonNode.Parse(await TextAsync("json", "public"))!.AsObject().Select(member => member.Key));
        Assert.Equal("query:part", (await Statistician.GetAsync($"{Route}/year-tables/file?year=1996&format=csv&part=significant_seizures")).Expect(400)
            .Body!["errors"]![0]!["pointer"]!.GetValue<string>());
        Assert.Equal("query:format",
            (await Statistician.GetAsync($"{Route}/year-tables/file?year=1996&format=pdf")).Expect(400).Body!["errors"]![0]!["pointer"]!.GetValue<string>());
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
        var large = Assert.Single(year["significantSeizures"]!.AsArray())!;
        Assert.Equal((10L, 10L), (large["arms"]!.GetValue<long>(), Assert.Single(large["makes"]!.AsArray())!["count"]!.GetValue<long>()));
        Assert.Equal(("known", "criminal"), (large["makes"]![0]!["maker"]!["is"]!.GetValue<string>(), large["legalBasis"]!.GetValue<string>()));
        Assert.Equal((null, null), (large["place"], large["caseReference"]));
        var audited = (await host.ClientAs(Role.Auditor).GetAsync($"{Route}/year-tables?year=1983")).Expect(200).Body!["significantSeizures"]![0]!;
        var (place, reference) = (audited["place"]!.GetValue<string>(), audited["caseReference"]!.GetValue<string>());
        Assert.Equal(10, (await Statistician.GetAsync($"{Route}/tables/significant_seizures/cells/{large["seizureId"]}/items?year=1983"))
            .Expect(200).Body!["items"]!.AsArray().Count);
        Assert.Equal(10, large["markings"]!.AsObject().Sum(state => state.Value!.GetValue<long>()));
        var listed = await Statistician.Http.GetStringAsync(
            new Uri($"{Route}/year-tables/file?year=1983&format=csv&audience=full&part=significant_seizures", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(2, listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(place, listed, StringComparison.Ordinal);
        Assert.DoesNotContain(reference, listed, StringComparison.Ordinal);
        Assert.Equal((10L, 0L, 0L), (year["companion"]!["uniquelyMarked"]!.GetValue<long>(), year["companion"]!["recorded"]!.GetValue<long>(),
            year["companion"]!["requestsPlaced"]!.GetValue<long>()));
        Assert.Null(nothing["companion"]!["uniquelyMarked"]);
        Assert.Null(nothing["companion"]!["requestsPlaced"]);
    }

    private async Task ExpectAsync(string query, string table, string category, JsonNode cell)
    {
        foreach (var (part, member) in new[] { ("all", "count"), ("administrative", "administrative") })
        {
            var rows = await ItemsAsync($"{query}&part={part}", table, category);
            Assert.Equal((query, table, category, part, cell[member]!.GetValue<long>()),
                (query, table, category, part, rows.Sum(row => table is "parts" or "ammunition" ? row!["quantity"]!.GetValue<long>() : 1)));
        }
    }

    private async Task<JsonArray> ItemsAsync(string query, string table, string category) =>
        (await Statistician.GetAsync($"{Route}/tables/{table}/cells/{category}/items?year=1985&limit=200&{query}")).Expect(200).Body!["items"]!.AsArray();

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
        new Uri($"{Route}/year-tables/file?year=1996&format={format}&audience={audience}", UriKind.Relative), TestContext.Current.CancellationToken);
}
