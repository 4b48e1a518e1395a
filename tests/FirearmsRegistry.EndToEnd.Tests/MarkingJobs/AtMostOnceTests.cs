using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using static FirearmsRegistry.EndToEnd.Tests.MarkingJobs.MarkingScenario;

namespace FirearmsRegistry.EndToEnd.Tests.MarkingJobs;

/// <summary>A mark is cut at most once, whoever races, repeats, or falls silent.</summary>
public sealed class AtMostOnceTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly MarkingScenario _marking = new(host);

    [Fact]
    public async Task Of_two_stations_that_claim_at_once_one_has_the_job()
    {
        var (one, other) = (await _marking.StationAsync("One"), await _marking.StationAsync("Other"));
        var job = await _marking.OrderedAsync("AM-1", await _marking.SeriesAsync("A"));

        var answers = await Task.WhenAll(_marking.ClaimAsync(job, one), _marking.ClaimAsync(job, other));
        var holder = (await _marking.GetAsync(job.Id)).Expect(200);
        var late = await _marking.ClaimAsync(holder, holder.Body!["claimedBy"]!.GetValue<Guid>() == one ? other : one);

        // The later one finds another version, or already the other's lease.
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Contains(answers.Single(answer => answer.Status != 200).Problem, new[] { "stale-version", "marking-job-claimed" });
        Assert.Equal((409, "marking-job-claimed"), (late.Status, late.Problem));
        Assert.Equal(1, await host.ScalarAsync<long>("select count(*) from registry.mt_events where stream_id = $1 and type = 'marking_job_claimed'", job.Id));
    }

    [Fact]
    public async Task A_second_start_is_refused_and_a_repeat_of_the_first_writes_nothing()
    {
        var station = await _marking.StationAsync();
        var claimed = (await _marking.ClaimAsync(await _marking.OrderedAsync("AM-2", await _marking.SeriesAsync("B")), station)).Expect(200);
        var body = new JsonObject { ["stationId"] = station, ["startedOn"] = _marking.Today };
        var key = Guid.CreateVersion7().ToString();

        var started = (await _marking.ActAsync(claimed, "starts", body, key)).Expect(200);
        var repeated = (await _marking.ActAsync(claimed, "starts", body, key)).Expect(200);
        var second = await _marking.StartAsync(started, station);
        var finished = (await _marking.FinishAsync(started, station)).Expect(200);
        var third = await _marking.StartAsync(finished, station);

        Assert.Equal(started.ETag, repeated.ETag);
        Assert.Equal((409, "marking-started-already"), (second.Status, second.Problem));
        Assert.Equal((409, "marking-started-already"), (third.Status, third.Problem));
        Assert.Equal(1, await host.ScalarAsync<long>("select count(*) from registry.mt_events where stream_id = $1 and type = 'marking_started'", claimed.Id));
    }

    [Fact]
    public async Task Eight_starts_at_once_make_one_start()
    {
        var station = await _marking.StationAsync();
        var claimed = (await _marking.ClaimAsync(await _marking.OrderedAsync("AM-3", await _marking.SeriesAsync("C")), station)).Expect(200);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _marking.StartAsync(claimed, station)));

        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200),
            answer => Assert.Contains(answer.Problem, new[] { "stale-version", "marking-started-already" }));
        Assert.Equal(1, await host.ScalarAsync<long>("select count(*) from registry.mt_events where stream_id = $1 and type = 'marking_started'", claimed.Id));
    }

    [Fact]
    public async Task An_unknown_mark_keeps_its_arm_in_quarantine_until_a_person_has_looked_and_is_then_read_back()
    {
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("D"));
        var started = await _marking.StartedAsync(await _marking.OrderedAsync("AM-4", series), station);

        var unknown = (await _marking.FinishAsync(started, station, "unknown_mark_state")).Expect(200);
        var late = await _marking.FinishAsync(unknown, station);
        var read = await _marking.ReadAsync(unknown, station);
        var quarantined = await _marking.ArmAsync(unknown);
        var listed = (await _marking.Operator.GetAsync($"{Jobs}?state=unknown_mark_state")).Expect(200);
        var inspected = (await _marking.InspectAsync(unknown, "marked")).Expect(200);
        var verified = (await _marking.ReadAsync(inspected, station)).Expect(200);

        Assert.Equal((409, "unknown-mark-state"), (late.Status, late.Problem));
        Assert.Equal((409, "unknown-mark-state"), (read.Status, read.Problem));
        Assert.Equal("quarantined", quarantined["status"]!.GetValue<string>());
        Assert.Contains(listed.Body!["items"]!.AsArray(), item => item!["id"]!.GetValue<Guid>() == unknown.Id);
        Assert.Equal(("marked", "held"), (StateOf(inspected), (await _marking.ArmAsync(unknown))["status"]!.GetValue<string>()));
        Assert.Equal(Photo, inspected.Body!["inspections"]![0]!["photo"]!.GetValue<string>());
        Assert.Equal("verified", StateOf(verified));
        (await _marking.Registrar.GetAsync($"/api/v1/firearms/{unknown.Body!["firearmId"]}/history")).Expect(200);
    }

    [Fact]
    public async Task A_mark_that_is_not_there_ends_the_job_and_voids_its_number_and_the_next_order_has_another()
    {
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("E"));
        var started = await _marking.StartedAsync(await _marking.OrderedAsync("AM-5", series), station);
        var unknown = (await _marking.FinishAsync(started, station, "unknown_mark_state")).Expect(200);
        var meanwhile = await _marking.Registrar.PostAsync(Jobs, Order(unknown.Body!["firearmId"]!.GetValue<Guid>(), series));

        var inspected = (await _marking.InspectAsync(unknown, "not_marked")).Expect(200);
        var next = (await _marking.Registrar.PostAsync(Jobs, Order(unknown.Body!["firearmId"]!.GetValue<Guid>(), series))).Expect(201);

        var number = await _marking.NumberAsync(unknown, series);
        Assert.Equal((409, "marking-open-already"), (meanwhile.Status, meanwhile.Problem));
        Assert.Equal("rejected", StateOf(inspected));
        Assert.Equal(("void", "Seen under the lamp."), (number["state"]!.GetValue<string>(), number["reason"]!.GetValue<string>()));
        Assert.NotEqual(unknown.Body!["number"]!.GetValue<string>(), next.Body!["number"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_station_that_falls_silent_after_the_start_leaves_an_unknown_mark_in_the_starters_name()
    {
        var station = await _marking.StationAsync();
        var started = await _marking.StartedAsync(await _marking.OrderedAsync("AM-6", await _marking.SeriesAsync("F")), station);
        await _marking.SweepAsync();
        Assert.Equal("marking", StateOf(await _marking.GetAsync(started.Id)));

        host.Time.Advance(TimeSpan.FromMinutes(6));
        await Task.WhenAll(_marking.SweepAsync(), _marking.SweepAsync());
        var unknown = (await _marking.GetAsync(started.Id)).Expect(200);
        var late = await _marking.FinishAsync(unknown, station);

        Assert.Equal(("unknown_mark_state", "lease_expired"), (StateOf(unknown), unknown.Body!["unknownBecause"]!.GetValue<string>()));
        Assert.Equal((409, "unknown-mark-state"), (late.Status, late.Problem));
        Assert.Equal(1, await host.ScalarAsync<long>(
            """
            select count(*) from registry.mt_events unknown join registry.mt_events started using (stream_id)
            where stream_id = $1 and unknown.type = 'mark_state_unknown' and started.type = 'marking_started' and unknown.user_name = started.user_name
            """, started.Id));
    }

    [Fact]
    public async Task What_a_station_says_after_its_time_is_kept_for_the_inspector()
    {
        var station = await _marking.StationAsync();
        var started = await _marking.StartedAsync(await _marking.OrderedAsync("AM-7", await _marking.SeriesAsync("G")), station);

        host.Time.Advance(TimeSpan.FromMinutes(6));
        var unknown = (await _marking.FinishAsync(started, station)).Expect(200);

        Assert.Equal(("unknown_mark_state", "marked"), (StateOf(unknown), unknown.Body!["reportedTooLate"]!.GetValue<string>()));
        Assert.True(unknown.Body!["quarantined"]!.GetValue<bool>());
    }
}
