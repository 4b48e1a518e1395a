using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using static FirearmsRegistry.EndToEnd.Tests.MarkingJobs.MarkingScenario;

namespace FirearmsRegistry.EndToEnd.Tests.MarkingJobs;

public sealed class StationTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly MarkingScenario _marking = new(host);

    [Fact]
    public async Task A_station_that_waits_is_told_of_a_job_that_is_ordered_meanwhile()
    {
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("A"));
        var firearm = await _marking.FirearmAsync("ST-1");

        var waiting = JobsAsync(station, 60);
        var ordered = (await _marking.Registrar.PostAsync(Jobs, Order(firearm, series, station))).Expect(201);

        Assert.Equal([ordered.Id], Ids((await waiting).Body!["offered"]!));
    }

    [Fact]
    public async Task A_job_for_one_station_is_offered_to_no_other_and_a_claimed_one_is_held()
    {
        var (station, other, series) = (await _marking.StationAsync(), await _marking.StationAsync("Other"), await _marking.SeriesAsync("B"));
        var ordered = await _marking.OrderedAsync("ST-2", series, station);

        var offered = await JobsAsync(station);
        var elsewhere = await JobsAsync(other);
        var refused = await _marking.ClaimAsync(ordered, other);
        (await _marking.ClaimAsync(ordered, station)).Expect(200);
        var held = await JobsAsync(station);

        Assert.Equal([ordered.Id], Ids(offered.Body!["offered"]!));
        Assert.Empty(Ids(elsewhere.Body!["offered"]!));
        Assert.Equal((409, "marking-job-of-another-station"), (refused.Status, refused.Problem));
        Assert.Equal((0, 1), (Ids(held.Body!["offered"]!).Count, Ids(held.Body!["held"]!).Count));
    }

    [Fact]
    public async Task Only_its_own_program_speaks_for_a_station_that_has_one()
    {
        var station = (await host.ClientAs(Role.Administrator).PostAsync("/api/v1/stations",
            new JsonObject { ["name"] = "Bound", ["place"] = "Depot", ["program"] = "station-7" })).Expect(201).Id;
        var ordered = await _marking.OrderedAsync("ST-3", await _marking.SeriesAsync("C"), station);

        var claimed = await _marking.ClaimAsync(ordered, station);
        var waited = await JobsAsync(station);

        Assert.Equal((403, "not-this-station"), (claimed.Status, claimed.Problem));
        Assert.Equal((403, "not-this-station"), (waited.Status, waited.Problem));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("61")]
    public async Task The_time_to_wait_is_bounded(string wait)
    {
        var answer = await _marking.Operator.GetAsync($"/api/v1/stations/{await _marking.StationAsync()}/jobs?wait={wait}");

        Assert.Equal((400, "query:wait"), (answer.Status, answer.Body!["errors"]![0]!["pointer"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_batch_shows_its_progress_waits_while_paused_and_reports()
    {
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("D"));
        var firearms = new[] { await _marking.FirearmAsync("ST-4"), await _marking.FirearmAsync("ST-5"), await _marking.FirearmAsync("ST-6") };
        var ordered = (await _marking.Registrar.PostAsync("/api/v1/marking-batches", Batch(firearms, series))).Expect(201);
        var jobs = ordered.Body!["units"]!.AsArray().Select(unit => unit!["markingJobId"]!.GetValue<Guid>()).ToList();
        var first = (await _marking.GetAsync(jobs[0])).Expect(200);

        var paused = (await BatchAsync(ordered, "pauses", new JsonObject { ["reason"] = "The needle is worn." })).Expect(200);
        var claimed = await _marking.ClaimAsync(first, station);
        var offered = await JobsAsync(station);
        var resumed = (await BatchAsync(paused, "resumptions", new JsonObject())).Expect(200);
        var done = await _marking.StartedAsync(first, station);
        (await _marking.ReadAsync((await _marking.FinishAsync(done, station)).Expect(200), station)).Expect(200);
        (await _marking.ActAsync((await _marking.GetAsync(jobs[1])).Expect(200), "cancellations", new JsonObject { ["reason"] = "Sent back." })).Expect(200);
        var unknown = await _marking.StartedAsync((await _marking.GetAsync(jobs[2])).Expect(200), station);
        (await _marking.FinishAsync(unknown, station, "unknown_mark_state")).Expect(200);
        var report = (await _marking.Operator.GetAsync($"{ordered.Location}/report")).Expect(200).Body!;
        var later = (await _marking.Registrar.PostAsync("/api/v1/marking-batches", Batch([await _marking.FirearmAsync("ST-8")], series))).Expect(201);
        var newest = (await _marking.Operator.GetAsync("/api/v1/marking-batches?limit=1")).Expect(200).Body!;
        var before = (await _marking.Operator.GetAsync($"/api/v1/marking-batches?limit=1&after={newest["next"]}")).Expect(200).Body!;

        Assert.Equal(firearms, ordered.Body!["units"]!.AsArray().Select(unit => unit!["firearmId"]!.GetValue<Guid>()));
        Assert.Equal(3, ordered.Body!["progress"]!["waiting"]!.GetValue<int>());
        Assert.Equal((409, "marking-batch-paused"), (claimed.Status, claimed.Problem));
        Assert.DoesNotContain(jobs[0], Ids(offered.Body!["offered"]!));
        Assert.False(resumed.Body!["paused"]!.GetValue<bool>());
        Assert.Equal((false, 1, 1, 1), (report["complete"]!.GetValue<bool>(), report["progress"]!["verified"]!.GetValue<int>(),
            report["progress"]!["cancelled"]!.GetValue<int>(), report["progress"]!["unknown"]!.GetValue<int>()));
        Assert.Equal("Sent back.", Assert.Single(report["void"]!.AsArray())!["reason"]!.GetValue<string>());
        Assert.Equal([firearms[2]], report["quarantined"]!.AsArray().Select(arm => arm!.GetValue<Guid>()));
        Assert.Equal(later.Id, newest["items"]![0]!["id"]!.GetValue<Guid>());
        Assert.Equal(ordered.Id, before["items"]![0]!["id"]!.GetValue<Guid>());
        Assert.Equal(report["progress"]!.ToJsonString(), before["items"]![0]!["progress"]!.ToJsonString());
    }

    [Fact]
    public async Task A_batch_of_a_barracks_is_ordered_whole_or_tells_of_every_arm_that_is_unfit()
    {
        const int arms = 120;
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("F"));
        var firearms = await Task.WhenAll(Enumerable.Range(0, arms).Select(i => _marking.FirearmAsync($"BR-{i}")));
        var alone = (await _marking.Registrar.PostAsync(Jobs, Order(firearms[3], series, station))).Expect(201);
        var stolen = (await _marking.Registrar.GetAsync($"/api/v1/firearms/{firearms[7]}")).Expect(200);
        (await _marking.Registrar.PostAsync($"/api/v1/firearms/{firearms[7]}/losses", new JsonObject
        {
            ["kind"] = "stolen",
            ["occurredOn"] = new JsonObject { ["is"] = "known", ["value"] = "2021-02-02" },
            ["reportedOn"] = "2021-02-03",
            ["report"] = "Police 7",
        }, stolen.Version)).Expect(201);

        var refused = await _marking.Registrar.PostAsync("/api/v1/marking-batches", Batch([.. firearms, Guid.CreateVersion7()], series));
        var batch = Batch(firearms.Where((_, index) => index is not (3 or 7)), series);
        batch["stationId"] = station;
        var ordered = (await _marking.Registrar.PostAsync("/api/v1/marking-batches", batch)).Expect(201);

        Assert.Equal((409, "firearms-unfit-for-batch"), (refused.Status, refused.Problem));
        Assert.Equal(["/firearmIds/3", "/firearmIds/7", $"/firearmIds/{arms}"], refused.Body!["errors"]!.AsArray().Select(error => error!["pointer"]!.GetValue<string>()));
        Assert.Equal(["marking-open-already", "firearm-lost", "unknown-firearm"],
            refused.Body["firearms"]!.AsArray().Select(arm => arm!["problem"]!.GetValue<string>().Split(':')[^1]));
        Assert.Equal(arms - 2, ordered.Body!["progress"]!["waiting"]!.GetValue<int>());
        // The refused batch took no number.
        var first = NationalNumber.Parse(alone.Body!["number"]!.GetValue<string>()).GetOrThrow();
        Assert.Equal(NumberSequence.NextAfter(first.Series, first.Running).Number!.Value.ToString(), ordered.Body["units"]![0]!["number"]!.GetValue<string>());
        Assert.Equal(arms - 2, ordered.Body["units"]!.AsArray().Select(unit => unit!["number"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task Lent_numbers_are_marked_by_their_borrower_only_and_unused_ones_come_back()
    {
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("E"));
        var lent = (await _marking.Operator.PostAsync($"/api/v1/stations/{station}/number-blocks",
            new JsonObject { ["seriesId"] = series[(series.LastIndexOf('/') + 1)..], ["count"] = 3 }, 1)).Expect(201);
        var numbers = lent.Body!["out"]!.AsArray().Select(number => number!.GetValue<string>()).ToList();
        var firearm = await _marking.FirearmAsync("ST-7");
        JsonNode Numbered(string number, Guid? borrower)
        {
            var order = Order(firearm, series, borrower);
            order["seriesId"] = null;
            order["number"] = number;
            return order;
        }

        var elsewhere = await _marking.Registrar.PostAsync(Jobs, Numbered(numbers[0], null));
        (await _marking.Registrar.PostAsync(Jobs, Numbered(numbers[0], station))).Expect(201);
        var used = await ReturnAsync(lent, lent.Version, numbers[0]);
        var returned = (await ReturnAsync(lent, lent.Version, numbers[1], numbers[2])).Expect(200);
        var again = await ReturnAsync(lent, returned.Version, numbers[1]);

        Assert.Equal((409, "number-lent"), (elsewhere.Status, elsewhere.Problem));
        Assert.Equal((409, "number-not-lent"), (used.Status, used.Problem));
        Assert.Equal((409, "number-not-lent"), (again.Status, again.Problem));
        Assert.Equal([numbers[0]], returned.Body!["out"]!.AsArray().Select(number => number!.GetValue<string>()));
    }

    private Task<ApiAnswer> ReturnAsync(ApiAnswer block, long version, params IEnumerable<string> numbers) => _marking.Operator.PostAsync(
        $"{block.Location}/returns", new JsonObject { ["unused"] = new JsonArray([.. numbers.Select(number => JsonValue.Create(number))]) }, version);

    private Task<ApiAnswer> BatchAsync(ApiAnswer batch, string act, JsonObject body) =>
        _marking.Operator.PostAsync($"/api/v1/marking-batches/{batch.Id}/{act}", body, batch.Version);

    private Task<ApiAnswer> JobsAsync(Guid station, int wait = 0) => _marking.Operator.GetAsync($"/api/v1/stations/{station}/jobs?wait={wait}");

    private static List<Guid> Ids(JsonNode jobs) => [.. jobs.AsArray().Select(job => job!["id"]!.GetValue<Guid>())];
}
