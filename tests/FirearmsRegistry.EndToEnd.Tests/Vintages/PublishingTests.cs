using FirearmsRegistry.EndToEnd.Tests.Figures;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Figures;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Vintages;

[Collection(OnVintages.Name)]
public sealed class PublishingTests(VintageHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fact_changed_behind_the_registers_back_is_found_by_reproducing()
    {
        await FactRows.WriteAsync(host.ConnectionString, [new FactRows(1991) { Line = "1.2" }, new FactRows(1991) { Line = "1.6" }]);
        var reviewed = await host.ReviewedAsync("ESP-1991-1", 1991);
        await ExecuteAsync("update registry.item_fact set line = '1.4' where year = 1991 and line = '1.6'");

        var again = (await host.Statistician.GetAsync($"{reviewed.Path}/reproductions")).Expect(200).Body!;

        Assert.False(again["equal"]!.GetValue<bool>());
        Assert.Contains(again["figures"]!.AsArray(), key => key!["variant"]!.GetValue<string>() == "potentially_traceable");
        Assert.Equal("vintage-not-reproduced", (await host.PublishAsync(reviewed.Path, reviewed.Version)).Expect(409).Problem);
        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync("update registry.vintage_content set content = content"));
    }

    [Fact]
    public async Task A_failed_check_does_not_block_but_needs_a_written_reason()
    {
        await host.MakeKeyAsync();
        await FactRows.WriteAsync(host.ConnectionString, [new FactRows(1992) { Line = "1.2" }, new FactRows(1992) { Line = null }]);
        var reviewed = await host.ReviewedAsync("ESP-1992-1", 1992);
        var found = (await host.Statistician.GetAsync($"{reviewed.Path}/checks")).Expect(200).Body!.AsArray();
        var name = Assert.Single(found)!["finding"]!["name"]!.GetValue<string>();
        Assert.Equal("breakdown_against_arms/seized by outcome_line", name);

        var without = (await host.PublishAsync(reviewed.Path, reviewed.Version)).Expect(422);
        var published = (await host.PublishAsync(reviewed.Path, reviewed.Version,
            new { year = 1992, finding = name, reason = "The laboratory decides next month." })).Expect(200);

        Assert.Equal(("vintage-finding-without-reason", name), (without.Problem, without.Body!["findings"]![0]!["name"]!.GetValue<string>()));
        Assert.Equal("The laboratory decides next month.", published.Body!["findings"]![0]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Of_two_vintages_of_a_year_published_at_once_one_takes_the_place_of_the_other()
    {
        await host.MakeKeyAsync();
        await FactRows.WriteAsync(host.ConnectionString, [new FactRows(1993) { Line = "1.2" }]);
        var moment = host.Time.GetUtcNow().AddMinutes(-1);
        (string Path, long Version, Guid Id)[] both =
            [await host.ReviewedAsync("ESP-1993-1", 1993, moment), await host.ReviewedAsync("ESP-1993-2", 1993, moment)];

        var answers = await Task.WhenAll(both.Select(one => host.PublishAsync(one.Path, one.Version)));

        Assert.All(answers, answer => answer.Expect(200));

        var states = new List<string>();
        foreach (var one in both)
            states.Add((await host.Statistician.GetAsync(one.Path)).Expect(200).Body!["state"]!.GetValue<string>());
        Assert.Equal(["published", "superseded"], states.Order());
    }

    [Fact]
    public async Task A_vintage_of_one_year_takes_the_place_of_another_in_that_year_alone_and_of_each_year_one_figure_is_in_force()
    {
        await host.MakeKeyAsync();
        await FactRows.WriteAsync(host.ConnectionString, [.. FactRows.Arms(1997, ("1.2", 6), ("1.6", 6)), .. FactRows.Arms(1998, ("1.2", 6), ("1.6", 6))]);
        var both = (await host.Statistician.PostAsync("/api/v1/vintages", new { label = "ESP-1997-1998", years = new[] { 1997, 1998 } })).Expect(201);
        (await host.PublishAsync(both.Location!, (await host.ReviewAsync(both)).Version)).Expect(200);
        using var anybody = host.Anonymous();
        using var before = await anybody.GetAsync("/api/v1/public/figures/ESP-1997-1998", Token);
        var earlier = await host.ReviewedAsync("ESP-1998-0", 1998, host.Time.GetUtcNow().AddDays(-1));
        var later = await host.ReviewedAsync("ESP-1998-2", 1998, host.Time.GetUtcNow().AddSeconds(-30));

        Assert.Equal("vintage-knows-less", (await host.PublishAsync(earlier.Path, earlier.Version)).Expect(409).Problem);
        (await host.PublishAsync(later.Path, later.Version)).Expect(200);

        var details = (await host.Statistician.GetAsync(both.Location!)).Expect(200).Body!;
        Assert.Equal(("published", later.Id), (details["state"]!.GetValue<string>(), details["supersededYears"]![0]!["byVintageId"]!.GetValue<Guid>()));
        var list = (await new RegistryClient(anybody).GetAsync("/api/v1/public/figures")).Expect(200).Body!["vintages"]!.AsArray();
        Assert.Equal(["1997 ESP-1997-1998 published ", "1998 ESP-1997-1998 superseded ESP-1998-2", "1998 ESP-1998-2 published "], list
            .SelectMany(vintage => vintage!["figures"]!.AsArray().Select(figure => $"{figure!["year"]} {vintage["label"]} {figure["state"]} {figure["supersededBy"]}"))
            .Where(line => line.StartsWith("1997", StringComparison.Ordinal) || line.StartsWith("1998", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/public/figures/ESP-1997-1998");
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var again = await anybody.SendAsync(request, Token);
        Assert.Equal(200, (int)again.StatusCode);
    }

    [Fact]
    public async Task As_known_at_a_moment_charts_show_vintages_as_they_stood_then()
    {
        await host.MakeKeyAsync();
        await FactRows.WriteAsync(host.ConnectionString, [.. FactRows.Arms(2003, ("1.2", 6), ("1.6", 6))]);
        var first = await host.ReviewedAsync("ESP-2003-1", 2003, host.Time.GetUtcNow().AddMinutes(-2));
        var between = (await host.PublishAsync(first.Path, first.Version)).Expect(200).Body!["publishedAt"]!.GetValue<DateTimeOffset>();
        var second = await host.ReviewedAsync("ESP-2003-2", 2003, host.Time.GetUtcNow().AddMinutes(-1));
        (await host.PublishAsync(second.Path, second.Version)).Expect(200);

        Assert.Equal([("ESP-2003-1", true)], await StandingAsync(between));
        Assert.Equal([("ESP-2003-1", false), ("ESP-2003-2", true)], await StandingAsync(null));
    }

    private async Task<IEnumerable<(string Label, bool InForce)>> StandingAsync(DateTimeOffset? moment)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IPublishedVintages>().OfOfficeAsync(moment, Token))
            .Where(vintage => vintage.Label.StartsWith("ESP-2003", StringComparison.Ordinal)).Select(vintage => (vintage.Label, vintage.InForce));
    }

    [Fact]
    public async Task Reference_metadata_that_cannot_be_shipped_are_a_refusal_and_the_vintage_can_be_published_once_they_are_mended()
    {
        await host.MakeKeyAsync();
        await FactRows.WriteAsync(host.ConnectionString, [new FactRows(1999) { Line = "1.2" }]);
        var reviewed = await host.ReviewedAsync("ESP-1999-1", 1999);
        var right = await File.ReadAllTextAsync(host.MetadataFile, Token);
        try
        {
            await File.WriteAllTextAsync(host.MetadataFile, right.Replace("\"724\"", "\"250\"", StringComparison.Ordinal), Token);
            Assert.Equal("reference-metadata-wrong", (await host.PublishAsync(reviewed.Path, reviewed.Version)).Expect(422).Problem);
            Assert.Equal("reference-metadata-wrong", (await host.Statistician.GetAsync($"{reviewed.Path}/shipment")).Expect(422).Problem);
            File.Delete(host.MetadataFile);
            Assert.Equal("reference-metadata-wrong", (await host.Statistician.GetAsync($"{reviewed.Path}/reference-metadata")).Expect(422).Problem);
        }
        finally
        {
            await File.WriteAllTextAsync(host.MetadataFile, right, Token);
        }

        (await host.PublishAsync(reviewed.Path, reviewed.Version)).Expect(200);
    }

    [Fact]
    public async Task A_label_is_given_once_a_drafter_is_no_reviewer_and_a_draft_is_not_public()
    {
        var draft = await host.DraftAsync("ESP-1994-1", 1994);

        Assert.Equal("vintage-label-taken", (await host.Statistician.PostAsync("/api/v1/vintages", new { label = "ESP-1994-1", years = new[] { 1995 } })).Expect(409).Problem);
        var review = new { remark = "Looks right." };
        Assert.Equal("vintage-reviewer-drafted-it", (await host.Statistician.PostAsync($"{draft.Location}/reviews", review, 1)).Expect(403).Problem);
        (await (await host.ReviewerAsync()).PostAsync($"{draft.Location}/reviews", review, 7)).Expect(412);
        Assert.Equal("vintage-in-another-state", (await host.PublishAsync(draft.Location!, 1)).Expect(409).Problem);
        (await new RegistryClient(host.Anonymous()).GetAsync("/api/v1/public/figures/ESP-1994-1")).Expect(404);
        var withdrawn = (await host.Statistician.PostAsync($"{draft.Location}/withdrawals", new { reason = "Too early." }, 1)).Expect(200);
        Assert.Equal("withdrawn", withdrawn.Body!["state"]!.GetValue<string>());
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }
}
