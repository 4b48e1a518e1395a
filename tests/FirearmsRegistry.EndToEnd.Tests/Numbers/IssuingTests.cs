using System.Diagnostics;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Numbers;
using JasperFx.Events;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Numbers;

public sealed class IssuingTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly NumberScenario _numbers = new(host);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_series_gives_its_numbers_in_order_and_shows_them_at_their_location()
    {
        var series = await _numbers.OpenAsync("A");

        var first = (await _numbers.IssueAsync(series, 3)).Expect(201);
        var second = (await _numbers.IssueAsync(series, 1)).Expect(201);
        var read = (await _numbers.Registrar.GetAsync(first.Location!, RegistryClient.Reason)).Expect(200);
        var details = (await _numbers.Registrar.GetAsync(series)).Expect(200);

        var code = SeriesCode.Parse("ES26A").GetOrThrow();
        var wanted = NumberSequence.NextAfter(code, 0).Number!.Value;
        Assert.Equal(wanted.ToString(), NumberScenario.NumbersOf(first)[0]);
        Assert.True(string.CompareOrdinal(NumberScenario.NumbersOf(first)[2], NumberScenario.NumbersOf(second)[0]) < 0);
        Assert.True(JsonNode.DeepEquals(first.Body, read.Body));
        Assert.Equal("\"3\"", details.ETag);
        Assert.Equal(4, details.Body!["issued"]!.GetValue<int>());
        Assert.Equal("ES26A", details.Body!["code"]!.GetValue<string>());
        Assert.NotEmpty(read.Body!["numbers"]![0]!["issuedBy"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_country_year_and_class_have_one_series()
    {
        await _numbers.OpenAsync("B");

        var again = await _numbers.TryOpenAsync("B");
        var racing = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _numbers.TryOpenAsync("C")));

        Assert.Equal((409, "series-open-already"), (again.Status, again.Problem));
        Assert.Equal(1, racing.Count(answer => answer.Status == 201));
        Assert.All(racing.Where(answer => answer.Status != 201), answer => Assert.Equal("series-open-already", answer.Problem));
    }

    [Fact]
    public async Task A_series_of_another_country_is_refused()
    {
        var answer = await _numbers.TryOpenAsync("D", country: "FRA");

        Assert.Equal((422, "foreign-series"), (answer.Status, answer.Problem));
        Assert.Equal("/country", answer.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_repeated_request_gives_the_same_numbers_and_issues_no_more()
    {
        var series = await _numbers.OpenAsync("E");
        var key = Guid.CreateVersion7().ToString();

        var first = (await _numbers.IssueAsync(series, 5, key: key)).Expect(201);
        var second = (await _numbers.IssueAsync(series, 5, key: key)).Expect(201);

        Assert.Equal(NumberScenario.NumbersOf(first), NumberScenario.NumbersOf(second));
        Assert.Equal(5, (await _numbers.Registrar.GetAsync(series)).Body!["issued"]!.GetValue<int>());
    }

    [Fact]
    public async Task Numbers_for_firearms_are_reserved_for_each_and_an_unknown_firearm_is_refused()
    {
        var series = await _numbers.OpenAsync("F");
        var firearm = (await _numbers.Registrar.PostAsync("/api/v1/firearms", FirearmExamples.Register)).Expect(201).Id;

        var issued = (await _numbers.IssueAsync(series, 1, [firearm])).Expect(201);
        var unknown = await _numbers.IssueAsync(series, 1, [Guid.CreateVersion7()]);

        Assert.Equal(firearm, issued.Body!["numbers"]![0]!["firearmId"]!.GetValue<Guid>());
        Assert.Equal((422, "unknown-firearm"), (unknown.Status, unknown.Problem));
        Assert.Equal("/firearmIds/0", unknown.Body!["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_series_has_no_numbers()
    {
        var answer = await _numbers.IssueAsync($"/api/v1/number-series/{Guid.CreateVersion7()}", 1);

        Assert.Equal((404, "not-found"), (answer.Status, answer.Problem));
    }

    [Fact]
    public async Task Pages_of_the_list_hold_every_number_once_in_order()
    {
        var series = await _numbers.OpenAsync("G");
        var issued = await _numbers.NumbersAsync(series, 25);

        var listed = new List<string>();
        for (string? next = "", query = "?limit=10"; next is not null; query = $"?limit=10&after={next}")
        {
            var page = (await _numbers.Registrar.GetAsync($"{series}/numbers{query}", RegistryClient.Reason)).Expect(200).Body!;
            listed.AddRange(page["items"]!.AsArray().Select(number => number!["number"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }

        Assert.Equal(issued, listed);
    }

    [Fact]
    public async Task Twenty_clients_issuing_ten_thousand_numbers_at_once_get_no_number_twice_and_no_refusal()
    {
        var series = await _numbers.OpenAsync("H");
        var started = Stopwatch.GetTimestamp();

        var issues = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var mine = new List<string>();
            for (var request = 0; request < 20; request++)
                mine.AddRange(await _numbers.NumbersAsync(series, 25));
            return mine;
        }));
        TestContext.Current.SendDiagnosticMessage("10,000 numbers in {0}", Stopwatch.GetElapsedTime(started));

        var all = issues.SelectMany(mine => mine).ToList();
        Assert.Equal(10_000, all.Count);
        Assert.Equal(10_000, all.Distinct(StringComparer.Ordinal).Count());
        var details = (await _numbers.Registrar.GetAsync(series)).Body!;
        Assert.Equal(10_000, details["issued"]!.GetValue<int>());
        Assert.Equal(all.Max(StringComparer.Ordinal), NumberSequence.NextAfter(SeriesCode.Parse("ES26H").GetOrThrow(),
            details["highestRunning"]!.GetValue<int>() - 1).Number.ToString());
    }

    [Fact]
    public async Task The_rows_are_exactly_the_numbers_that_the_events_issued()
    {
        var series = await _numbers.OpenAsync("J");
        await _numbers.NumbersAsync(series, 40);
        await _numbers.NumbersAsync(series, 2);

        await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var id = Guid.Parse(series[(series.LastIndexOf('/') + 1)..]);
        var events = await session.Events.FetchStreamAsync(id, token: Token);
        var rows = await host.Services.GetRequiredService<IssuedNumbers>().ListAsync(id, 0, 100, Token);

        Assert.Equal(
            events.OfType<IEvent<NumbersIssued>>().SelectMany(happened =>
                happened.Data.Numbers().Select(number => (number, happened.Timestamp, happened.UserName!))),
            rows.Select(row => (row.Number, row.IssuedAt, row.IssuedBy)));
    }
}
