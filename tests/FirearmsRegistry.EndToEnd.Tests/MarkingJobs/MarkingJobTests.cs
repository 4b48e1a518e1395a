using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Numbers;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Rebuilding;
using static FirearmsRegistry.EndToEnd.Tests.MarkingJobs.MarkingScenario;

namespace FirearmsRegistry.EndToEnd.Tests.MarkingJobs;

public sealed class MarkingJobTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly MarkingScenario _marking = new(host);

    [Fact]
    public async Task A_job_goes_from_the_order_to_the_verified_mark_on_the_firearms_record()
    {
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("A"));
        var ordered = await _marking.OrderedAsync("MJ-1", series);
        var claimed = (await _marking.ClaimAsync(ordered, station)).Expect(200);
        var started = (await _marking.StartAsync(claimed, station)).Expect(200);
        var finished = (await _marking.FinishAsync(started, station)).Expect(200);
        var before = await _marking.ArmAsync(ordered);
        var verified = (await _marking.ReadAsync(finished, station)).Expect(200);

        Assert.Equal(["number_reserved", "sent", "marking", "marked", "verified"], new[] { ordered, claimed, started, finished, verified }.Select(StateOf));
        Assert.Single(before["marks"]!.AsArray());
        var mark = (await _marking.ArmAsync(ordered))["marks"]!.AsArray()[1]!;
        Assert.Equal(ordered.Body!["markId"]!.GetValue<Guid>(), mark["markId"]!.GetValue<Guid>());
        Assert.Equal((TextOf(ordered), true), (mark["mark"]!["text"]!.GetValue<string>(), mark["verified"]!.GetValue<bool>()));
        var number = await _marking.NumberAsync(ordered, series);
        Assert.Equal(("verified", TextOf(ordered)), (number["state"]!.GetValue<string>(), number["printed"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_differs_is_told_by_character_and_byte_and_verifies_nothing()
    {
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("B"));
        var finished = await FinishedAsync("MJ-2", series, station);
        var text = TextOf(finished);
        var payload = finished.Body!["payload"]!.GetValue<string>();

        var read = (await _marking.ReadAsync(finished, station, text[..^1] + '#', payload[..^2] + "00")).Expect(200);
        var again = (await _marking.ReadAsync(read, station)).Expect(200);

        var reading = read.Body!["lastReading"]!;
        Assert.Equal("read_back", StateOf(read));
        Assert.Equal((17, text[^1..], "#"), Difference(reading["textDifferences"]!));
        Assert.Equal((14, payload[^2..], "00"), Difference(reading["payloadDifferences"]!));
        Assert.Equal("verified", StateOf(again));
    }

    [Fact]
    public async Task A_cancelled_job_voids_its_number_for_its_reason_and_is_never_started()
    {
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("C"));
        var claimed = (await _marking.ClaimAsync(await _marking.OrderedAsync("MJ-3", series), station)).Expect(200);

        var cancelled = (await _marking.ActAsync(claimed, "cancellations", new JsonObject { ["reason"] = "Sent back." })).Expect(200);
        var started = await _marking.StartAsync(cancelled, station);

        var number = await _marking.NumberAsync(cancelled, series);
        Assert.Equal(("void", "Sent back."), (number["state"]!.GetValue<string>(), number["reason"]!.GetValue<string>()));
        Assert.Equal((409, "marking-job-state"), (started.Status, started.Problem));
    }

    [Fact]
    public async Task A_number_belongs_to_one_job_and_an_arm_has_one_open_order_for_a_mark()
    {
        var series = await _marking.SeriesAsync("D");
        var number = (await new NumberScenario(host).NumbersAsync(series, 1))[0];
        var (first, second) = (await _marking.FirearmAsync("MJ-4"), await _marking.FirearmAsync("MJ-5"));
        JsonNode Numbered(Guid firearm)
        {
            var order = Order(firearm, series);
            order["seriesId"] = null;
            order["number"] = number;
            return order;
        }

        var ordered = (await _marking.Registrar.PostAsync(Jobs, Numbered(first))).Expect(201);
        var twice = await _marking.Registrar.PostAsync(Jobs, Order(first, series));
        var other = await _marking.Registrar.PostAsync(Jobs, Numbered(second));
        (await _marking.ActAsync(ordered, "cancellations", new JsonObject { ["reason"] = "Wrong arm." })).Expect(200);
        var later = await _marking.Registrar.PostAsync(Jobs, Numbered(second));

        Assert.Equal((409, "marking-open-already"), (twice.Status, twice.Problem));
        Assert.Equal((409, "number-in-marking-job"), (other.Status, other.Problem));
        Assert.Equal((409, "number-void"), (later.Status, later.Problem));
    }

    [Fact]
    public async Task A_refused_order_reserves_no_number()
    {
        var series = await _marking.SeriesAsync("E");
        var order = Order(await _marking.FirearmAsync("MJ-6"), series);
        order["mark"]!["heightMm"]!["value"] = 0.5;

        var refused = await _marking.Registrar.PostAsync(Jobs, order);
        var ordered = await _marking.OrderedAsync("MJ-7", series);

        Assert.Equal((422, "mark-breaks-policy"), (refused.Status, refused.Problem));
        Assert.Contains("E0000001", ordered.Body!["number"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_makers_mark_that_makes_two_arms_look_alike_is_marked_with_a_reason_and_both_need_a_national_number()
    {
        var (other, firearm, refused, verified) = await MarkedAlikeAsync("MJ-20", "MJ-21");

        Assert.Equal((409, "look-alike"), (refused.Status, refused.Problem));
        Assert.Equal("verified", StateOf(verified));
        foreach (var arm in new[] { other, firearm })
            Assert.True((await _marking.Registrar.GetAsync($"/api/v1/firearms/{arm}")).Expect(200).Body!["nationalNumberNeeded"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_machines_frames_are_kept_with_the_job()
    {
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("F"));
        var started = await _marking.StartedAsync(await _marking.OrderedAsync("MJ-8", series), station);
        var frame = new JsonObject { ["at"] = "2026-03-02T09:00:00Z", ["direction"] = "sent", ["bytes"] = "474f0d" };

        var kept = (await _marking.ActAsync(started, "frames", new JsonObject { ["stationId"] = station, ["frames"] = new JsonArray(frame) })).Expect(200);

        Assert.Equal(("marking", 1), (StateOf(kept), kept.Body!["frames"]!.GetValue<int>()));
        Assert.Equal("474f0d", await host.ScalarAsync<string>(
            "select data #>> '{frames,0,bytes}' from registry.mt_events where stream_id = $1 and type = 'machine_frames_recorded'", started.Id));
    }

    [Fact]
    public async Task Everything_can_be_made_again_from_the_events()
    {
        var (station, series) = (await _marking.StationAsync(), await _marking.SeriesAsync("G"));
        (await _marking.ReadAsync(await FinishedAsync("MJ-9", series, station), station)).Expect(200);
        var unknown = await _marking.StartedAsync(await _marking.OrderedAsync("MJ-10", series), station);
        (await _marking.FinishAsync(unknown, station, "unknown_mark_state")).Expect(200);
        var batch = (await _marking.Registrar.PostAsync("/api/v1/marking-batches",
            Batch([await _marking.FirearmAsync("MJ-11")], series))).Expect(201);
        (await _marking.Operator.PostAsync($"/api/v1/marking-batches/{batch.Id}/pauses", new JsonObject { ["reason"] = "Lunch." }, batch.Version)).Expect(200);
        var lender = await _marking.Operator.GetAsync($"/api/v1/stations/{station}");
        (await _marking.Operator.PostAsync($"/api/v1/stations/{station}/number-blocks",
            new JsonObject { ["seriesId"] = series[(series.LastIndexOf('/') + 1)..], ["count"] = 3 }, lender.Version)).Expect(201);
        await MarkedAlikeAsync("MJ-22", "MJ-23");
        var before = await ReadModels.DigestAsync(host);

        await ReadModels.RebuildAsync(host);

        Assert.DoesNotContain(before, table => table.Key is "marking_job" or "marking_batch_paused" or "lent_number" && table.Value.StartsWith("0 rows", StringComparison.Ordinal));
        await ReadModels.AssertAsync(host, before);
    }

    /// <summary>Two arms, and the second one marked like the first after a reason was given.</summary>
    private async Task<(Guid Other, Guid Firearm, ApiAnswer Refused, ApiAnswer Verified)> MarkedAlikeAsync(string serial, string otherSerial)
    {
        var station = await _marking.StationAsync();
        var (other, firearm) = (await _marking.FirearmAsync(serial), await _marking.FirearmAsync(otherSerial));
        var order = Order(firearm, "/");
        (order["seriesId"], order["payload"]) = (null, "none");
        foreach (var (name, value) in new[] { ("kind", "manufacture"), ("text", $"EXAMPLE ARMS SPAIN {serial}"), ("serial", serial), ("country", "ESP"), ("maker", "EXAMPLE ARMS") })
            order["mark"]![name] = value;

        var refused = await _marking.Registrar.PostAsync(Jobs, order.DeepClone());
        order["confirmedDistinct"] = "The maker used the number twice.";
        var ordered = (await _marking.Registrar.PostAsync(Jobs, order)).Expect(201);
        var finished = (await _marking.FinishAsync(await _marking.StartedAsync(ordered, station), station)).Expect(200);
        var verified = (await _marking.ActAsync(finished, "readings", new JsonObject
        {
            ["stationId"] = station,
            ["keyedText"] = TextOf(finished),
            ["readOn"] = _marking.Today,
        })).Expect(200);
        return (other, firearm, refused, verified);
    }

    private async Task<ApiAnswer> FinishedAsync(string serial, string series, Guid station) =>
        (await _marking.FinishAsync(await _marking.StartedAsync(await _marking.OrderedAsync(serial, series), station), station)).Expect(200);

    private static (int, string, string) Difference(JsonNode differences)
    {
        var only = Assert.Single(differences.AsArray())!;
        return (only["position"]!.GetValue<int>(), only["ordered"]!.GetValue<string>(), only["read"]!.GetValue<string>());
    }
}
