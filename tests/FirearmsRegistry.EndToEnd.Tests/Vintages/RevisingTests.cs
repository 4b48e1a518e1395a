using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Figures;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Reading;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Registry.Access;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Vintages;

[Collection(OnVintages.Name)]
public sealed class RevisingTests(VintageHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spain_2020_is_published_and_revised_after_two_late_answers_and_both_vintages_are_reproduced()
    {
        await host.MakeKeyAsync();
        await FactRows.WriteAsync(host.ConnectionString, Spain2020.Rows());

        var first = await PublishedAsync("ESP-2020-1", 2020);
        ExpectPublished(first.Body!, (820, 1772, "46.28"));
        Assert.Equal((7782L, "1.22"), (first.Body!["inputs"]!.GetValue<long>(), first.Body["structureVersion"]!.GetValue<string>()));
        var late = await AnswerLateAsync(2);
        // Of another arm something else was recorded: it is in another version, and caused nothing.
        await AnswerLateAsync(1, "1.6", "1.6");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await PublishedAsync("ESP-2020-2", 2020);
        ExpectPublished(second.Body!, (822, 1772, "46.39"));

        foreach (var path in new[] { first.Location!, second.Location! })
        {
            var again = (await host.ClientAs(Role.Auditor).GetAsync($"{path}/reproductions")).Expect(200).Body!;
            Assert.True(again["equal"]!.GetValue<bool>() && again["signatureHolds"]!.GetValue<bool>(), again.ToJsonString());
        }

        var superseded = (await host.Statistician.GetAsync(first.Location!)).Expect(200).Body!;
        Assert.Equal(("superseded", second.Id), (superseded["state"]!.GetValue<string>(), superseded["supersededBy"]!.GetValue<Guid>()));
        await ExpectDifferencesAsync(first, second, late);
        await ExpectMessagesAsync(second.Location!, 46.39m);
        Assert.Contains("ESP,2020,seized,location,land_borders,,suppressed,register",
            await host.Statistician.Http.GetStringAsync("/api/v1/indicators/sdg-16-4-2/year-tables/file?year=2020&format=csv", Token), StringComparison.Ordinal);
        await ExpectPublicAsync();
    }

    [Fact]
    public async Task A_vintage_of_a_compilation_says_so_everywhere_and_stays_reproducible_when_the_register_counts_again()
    {
        await host.MakeKeyAsync();
        await FactRows.WriteAsync(host.ConnectionString, FactRows.Arms(2017, ("1.2", 40), ("1.6", 60)));
        var file = (await host.Statistician.SendAsync(HttpMethod.Post, "/api/v1/count-files?source=Ministry+of+the+Interior", null, request =>
        {
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
            request.Content = new ByteArrayContent(File.ReadAllBytes(RepositoryRoot.Below("tests", "fixtures", "iafq", "tracing-counts.csv")));
            request.Content.Headers.ContentType = new("text/csv");
        })).Expect(201);
        var chosen = (await host.Statistician.PostAsync("/api/v1/indicators/sdg-16-4-2/year-sources",
            new { year = 2017, countFileId = file.Id, reason = "The cases of 2017 are on paper." })).Expect(201);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var reasons = (await host.Statistician.GetAsync("/api/v1/indicators/sdg-16-4-2/checks?year=2017")).Expect(200).Body!.AsArray()
            .Select(finding => (object)new { year = 2017, finding = finding!["name"]!.GetValue<string>(), reason = "As the source says." }).ToArray();
        var (path, version, id) = await host.ReviewedAsync("ESP-2017-1", 2017);
        var published = (await host.PublishAsync(path, version, reasons)).Expect(200);
        ExpectPublished(published.Body!, (212, 282, "75.18"));
        Assert.Equal(0, published.Body!["inputs"]!.GetValue<long>());
        Assert.Equal("count_file", published.Body["figures"]![0]!["source"]!["kind"]!.GetValue<string>());
        var reading = SdmxReader.Read(await host.Statistician.Http.GetStringAsync($"{path}/sdmx?format=csv2", Token), SdmxStructures.BuiltIn.Find("1.22")!);
        Assert.StartsWith("Compiled counts, not cases of the register: 2017: Ministry of the Interior (", Assert.Single(reading.Observations)["COMMENT_OBS"], StringComparison.Ordinal);
        Assert.Contains("counted by <bdi dir=\"auto\">Ministry of the Interior</bdi>", await host.Statistician.Http.GetStringAsync($"{path}/statement", Token), StringComparison.Ordinal);

        (await host.Statistician.PostAsync($"{chosen.Location}/choices", new { reason = "All cases are entered." }, chosen.Version)).Expect(200);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var later = await host.DraftAsync("ESP-2017-2", 2017);
        var tables = await host.Statistician.Http.GetStringAsync("/api/v1/indicators/sdg-16-4-2/year-tables/file?year=2017&format=csv", Token);
        Assert.Contains("ESP,2017,seized,outcome_line,1.2,40,reported,register", tables, StringComparison.Ordinal);
        Assert.Contains("ESP,2017,seized,arms_seized_by_tracing,illegitimate_owner,212,reported,Ministry of the Interior (", tables, StringComparison.Ordinal);

        Assert.True((await host.Statistician.GetAsync($"{path}/reproductions")).Expect(200).Body!["equal"]!.GetValue<bool>());
        var changes = (await host.Statistician.GetAsync($"{later.Location}/differences?from={id}")).Expect(200).Body!;
        Assert.Empty(changes["items"]!.AsArray());
        var cause = Assert.Single(changes["causes"]!.AsArray())!;
        Assert.Equal(("year_source_chosen", "All cases are entered.", "register", "statistician"), (cause["kind"]!.GetValue<string>(), cause["reason"]!.GetValue<string>(),
            cause["source"]!["kind"]!.GetValue<string>(), Assert.Single(cause["recordedBy"]!.AsArray())!.GetValue<string>()));
        Assert.NotEmpty(published.Body["draftedByName"]!.GetValue<string>());
        Assert.All(changes["figures"]!.AsArray(), figure => Assert.True(figure!["sourceChanged"]!.GetValue<bool>()));
        Assert.Equal((40, 100), (later.Body!["figures"]![1]!["numerator"]!.GetValue<int>(), later.Body["figures"]![1]!["denominator"]!.GetValue<int>()));
    }

    private async Task<ApiAnswer> PublishedAsync(string label, int year)
    {
        var (path, version, _) = await host.ReviewedAsync(label, year);
        return (await host.PublishAsync(path, version)).Expect(200) with { Location = path };
    }

    private static void ExpectPublished(JsonNode vintage, (long Numerator, long Denominator, string Percent) expected)
    {
        var figure = vintage["figures"]!.AsArray().Single(one =>
            one!["intake"]!.GetValue<string>() == "seized" && one["variant"]!.GetValue<string>() == "potentially_traceable")!;
        Assert.Equal(("published", expected), (vintage["state"]!.GetValue<string>(),
            (figure["numerator"]!.GetValue<long>(), figure["denominator"]!.GetValue<long>(), figure["percent"]!.ToJsonString())));
    }

    private async Task ExpectDifferencesAsync(ApiAnswer first, ApiAnswer second, IReadOnlyList<Guid> late)
    {
        var changes = (await host.Statistician.GetAsync($"{second.Location}/differences?from={first.Id}")).Expect(200).Body!;
        Assert.Equal(late.Order(), changes["items"]!.AsArray().Select(item => item!["item"]!.GetValue<Guid>()));
        Assert.All(changes["items"]!.AsArray(), item => Assert.Equal(("1.5", "1.3"), (item!["from"]!["line"]!.GetValue<string>(), item["to"]!["line"]!.GetValue<string>())));
        Assert.All(changes["items"]!.AsArray(), item => Assert.Equal((null, "seized", "firearm"), (item!["case"]!["caseReference"]?.GetValue<string>(),
            item["case"]!["intake"]!.GetValue<string>(), item["case"]!["kind"]!.GetValue<string>())));
        var figure = changes["figures"]!.AsArray().Single(one => one!["key"]!["intake"]!.GetValue<string>() == "seized"
            && one["key"]!["variant"]!.GetValue<string>() == "potentially_traceable")!;
        Assert.Equal("""[{"line":"t1.3","before":127,"after":129},{"line":"t1.5","before":103,"after":101}]""", figure["lines"]!.ToJsonString());
    }

    private async Task ExpectMessagesAsync(string path, decimal value)
    {
        var structure = SdmxStructures.BuiltIn.Find("1.22")!;
        foreach (var format in new[] { "csv1", "csv2", "ml21", "json20" })
        {
            var message = await host.Statistician.Http.GetStringAsync($"{path}/sdmx?format={format}", Token);
            var reading = SdmxReader.Read(message, structure);
            Assert.Empty(reading.Findings.Concat(SdmxCheck.Of(structure, reading.Observations)));
            var observation = Assert.Single(reading.Observations);
            Assert.Equal(("724", "2020", "P", value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                (observation["REF_AREA"], observation["TIME_PERIOD"], observation["OBS_STATUS"], observation["OBS_VALUE"]));
            Assert.Equal(("2020", "Traces are pending."), (observation["TIME_DETAIL"], observation["COMMENT_OBS"]));
        }

        var metadata = (await host.Statistician.GetAsync($"{path}/reference-metadata")).Expect(200).Body!;
        Assert.Equal("IAEG-SDGs:SDG_MSD(1.0)", metadata["structure"]!.GetValue<string>());
        var content = await host.Statistician.Http.GetByteArrayAsync($"{path}/content", Token);
        var vintage = (await host.Statistician.GetAsync(path)).Body!;
        Assert.Equal(vintage["digest"]!.GetValue<string>(), Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private async Task ExpectPublicAsync()
    {
        using var anybody = host.Anonymous();
        using var list = await anybody.GetAsync("/api/v1/public/figures", Token);
        var vintages = JsonNode.Parse(await list.Content.ReadAsStringAsync(Token))!["vintages"]!.AsArray();
        Assert.Equal(["published", "superseded"], new[] { "ESP-2020-2", "ESP-2020-1" }
            .Select(label => vintages.Single(one => one!["label"]!.GetValue<string>() == label)!["state"]!.GetValue<string>()));
        Assert.Equal("public, max-age=300", list.Headers.CacheControl!.ToString());
        foreach (var path in new[] { "/api/v1/public/figures", "/api/v1/public/figures/ESP-2020-1" })
        {
            using var one = await anybody.GetAsync(path, Token);
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(one.Headers.ETag!);
            using var again = await anybody.SendAsync(request, Token);
            Assert.Equal((304, 0), ((int)again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Token)).Length));
        }

        var old = (await new RegistryClient(anybody).GetAsync("/api/v1/public/figures/ESP-2020-1")).Expect(200).Body!;
        Assert.Equal(("ESP-2020-2", 12), (old["supersededBy"]!.GetValue<string>(), old["figures"]!.AsArray().Count));
    }

    /// <summary>Traces that were pending are answered: their rows end, and rows of a later version say line 1.3.</summary>
    private async Task<IReadOnlyList<Guid>> AnswerLateAsync(int answers, string from = "1.5", string to = "1.3")
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand(
            """
            with late as (
                update registry.item_fact set known_to = $2 where item_id in (
                    select item_id from registry.item_fact where year = 2020 and line = $3 order by item_id limit $1)
                returning *)
            insert into registry.item_fact
            select later.* from late, jsonb_populate_record(null::registry.item_fact, to_jsonb(late) || jsonb_build_object(
                'version', 2, 'line', $4::text, 'seq', 9000, 'known_from', $2, 'known_to', 'infinity')) as later
            returning item_id
            """);
        command.Parameters.AddWithValue(answers);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = host.Time.GetUtcNow().UtcDateTime });
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(to);
        var items = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
            items.Add(reader.GetGuid(0));
        return items;
    }
}
