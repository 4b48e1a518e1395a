using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using static FirearmsRegistry.EndToEnd.Tests.MarkingJobs.LoggingStation;
using static FirearmsRegistry.EndToEnd.Tests.MarkingJobs.MarkingScenario;

namespace FirearmsRegistry.EndToEnd.Tests.MarkingJobs;

public sealed class MergingTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private readonly MarkingScenario _marking = new(host);

    [Fact]
    public async Task Work_with_a_lent_number_and_without_a_network_is_verified_by_the_merge_and_known_at_the_next()
    {
        using var station = await EnrolledAsync(host, _marking);
        var (job, firearm, number) = (Guid.CreateVersion7(), await _marking.FirearmAsync("MG-1"), await LentAsync(station, "A"));
        station.WriteOrder(job, firearm, number);
        station.Write(StationAct.Claimed, job, new JsonObject { ["stationId"] = station.Id });
        // Text and payload as the registry would have them: read from an order that it makes itself is not possible without a network.
        var (text, payload) = (Printed(number), Hex(number));
        station.WriteMarking(job, text, payload);

        var merged = (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);
        var again = (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);
        var done = (await _marking.GetAsync(job)).Expect(200);

        Assert.Equal([1, 2, 3, 4, 5], Counters(merged, "accepted"));
        Assert.Empty(Counters(merged, "conflicts"));
        Assert.Equal([1, 2, 3, 4, 5], Counters(again, "alreadyKnown"));
        Assert.Empty(Counters(again, "accepted"));
        Assert.Equal("verified", StateOf(done));
        Assert.Equal((5, station.Log[^1].Hash), (merged.Body!["head"]!["counter"]!.GetValue<int>(), merged.Body["head"]!["hash"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_was_done_with_a_network_is_known_and_the_rest_is_taken_over()
    {
        using var station = await EnrolledAsync(host, _marking);
        var ordered = await _marking.OrderedAsync("MG-2", await _marking.SeriesAsync("B"), station.Id);
        await _marking.StartedAsync(ordered, station.Id);
        station.Write(StationAct.Claimed, ordered.Id, new JsonObject { ["stationId"] = station.Id });
        station.WriteMarking(ordered.Id, TextOf(ordered), ordered.Body!["payload"]!.GetValue<string>());

        var merged = (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);

        Assert.Equal([1, 2], Counters(merged, "alreadyKnown"));
        Assert.Equal([3, 4], Counters(merged, "accepted"));
        Assert.Equal("verified", StateOf(await _marking.GetAsync(ordered.Id)));
    }

    [Fact]
    public async Task A_job_taken_along_is_kept_from_others_and_started_long_after_the_usual_lease()
    {
        using var station = await EnrolledAsync(host, _marking);
        var ordered = await _marking.OrderedAsync("MG-3", await _marking.SeriesAsync("C"));
        var other = await _marking.StationAsync("Other");
        var (now, tooLong) = (host.Time.GetUtcNow(), host.Time.GetUtcNow().AddDays(15));
        JsonObject Claim(DateTimeOffset until) => new() { ["stationId"] = station.Id, ["until"] = until };

        var refused = await _marking.ActAsync(ordered, "claims", Claim(tooLong));
        var claimed = (await _marking.ActAsync(ordered, "claims", Claim(now.AddMinutes(20)))).Expect(200);
        station.Now = now.AddMinutes(10);
        station.WriteMarking(ordered.Id, TextOf(ordered), ordered.Body!["payload"]!.GetValue<string>());
        host.Time.Advance(TimeSpan.FromMinutes(12));
        var elsewhere = await _marking.ClaimAsync(claimed, other);
        var merged = (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);

        Assert.Equal((400, "/until"), (refused.Status, refused.Body!["errors"]![0]!["pointer"]!.GetValue<string>()));
        Assert.Equal((409, "marking-job-claimed"), (elsewhere.Status, elsewhere.Problem));
        Assert.Equal([1, 2, 3], Counters(merged, "accepted"));
    }

    [Fact]
    public async Task A_log_with_one_letter_altered_is_refused_whole()
    {
        using var station = await EnrolledAsync(host, _marking);
        station.Write(StationAct.Noted, null, new JsonObject { ["text"] = "Switched on." });
        station.Write(StationAct.Noted, null, new JsonObject { ["text"] = "Needle changed." });
        var altered = station.Log[1] with { Content = station.Log[1].Content.Replace("Needle", "Noodle", StringComparison.Ordinal) };

        var forged = await station.MergeAsync(_marking.Operator, station.Log[0], altered);
        var gap = await station.MergeAsync(_marking.Operator, station.Log[1]);
        var head = (await _marking.Operator.GetAsync($"{station.Path}/log")).Expect(200);

        Assert.Equal((422, "log-not-genuine", "/entries/1"), (forged.Status, forged.Problem, forged.Body!["errors"]![0]!["pointer"]!.GetValue<string>()));
        Assert.Equal((422, "log-not-genuine"), (gap.Status, gap.Problem));
        Assert.Equal(0, head.Body!["counter"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_start_that_the_register_cannot_accept_is_kept_and_its_arm_waits_for_a_registrar()
    {
        using var station = await EnrolledAsync(host, _marking);
        var (job, firearm) = (Guid.CreateVersion7(), await _marking.FirearmAsync("MG-4"));
        // A number that nobody lent to the station.
        var series = await _marking.SeriesAsync("D");
        var issued = await _marking.OrderedAsync("MG-5", series);
        station.WriteOrder(job, firearm, issued.Body!["number"]!.GetValue<string>());
        station.Write(StationAct.Claimed, job, new JsonObject { ["stationId"] = station.Id });
        station.WriteMarking(job, "x", "00");

        var merged = (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);
        var conflicts = (await _marking.Registrar.GetAsync($"{station.Path}/log-conflicts")).Expect(200);
        var quarantined = (await _marking.Registrar.GetAsync($"/api/v1/firearms/{firearm}")).Expect(200).Body!["status"]!.GetValue<string>();
        var resolution = new JsonObject { ["findings"] = "The arm bears no mark.", ["photo"] = Photo };
        var resolved = (await _marking.Registrar.PostAsync($"{station.Path}/log-conflicts/3/resolutions", resolution.DeepClone())).Expect(201);
        var twice = await _marking.Registrar.PostAsync($"{station.Path}/log-conflicts/3/resolutions", resolution);
        var afterwards = (await _marking.Registrar.GetAsync($"/api/v1/firearms/{firearm}")).Expect(200).Body!["status"]!.GetValue<string>();

        Assert.Equal([1, 2, 3, 4, 5], Counters(merged, "conflicts"));
        Assert.Equal(5, conflicts.Body!["items"]!.AsArray().Count);
        Assert.Equal("quarantined", quarantined);
        Assert.True(resolved.Body!["resolved"]!.GetValue<bool>());
        Assert.Equal((409, "no-open-conflict"), (twice.Status, twice.Problem));
        Assert.NotEqual("quarantined", afterwards);
    }

    [Fact]
    public async Task What_logs_tell_otherwise_is_listed_for_all_stations_and_read_as_the_station_wrote_it_also_behind_a_settled_one()
    {
        using var station = await EnrolledAsync(host, _marking);
        var (job, firearm) = (Guid.CreateVersion7(), await _marking.FirearmAsync("MG-8"));
        var issued = await _marking.OrderedAsync("MG-9", await _marking.SeriesAsync("G"));
        async Task<JsonNode> OpenAsync() => (await _marking.Registrar.GetAsync("/api/v1/log-conflicts?limit=200")).Expect(200).Body!;
        var before = (await OpenAsync())["open"]!.GetValue<int>();

        station.WriteOrder(job, firearm, issued.Body!["number"]!.GetValue<string>());
        station.Write(StationAct.Started, job, new JsonObject { ["stationId"] = station.Id, ["startedOn"] = "2026-03-01" });
        (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);
        var open = await OpenAsync();
        (await _marking.Registrar.PostAsync(
            $"{station.Path}/log-conflicts/2/resolutions", new JsonObject { ["findings"] = "Unmarked.", ["photo"] = Photo })).Expect(201);
        station.Write(StationAct.Claimed, job, new JsonObject { ["stationId"] = station.Id });
        (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);
        var settled = (await _marking.Registrar.GetAsync($"{station.Path}/log-conflicts/2")).Expect(200).Body!;
        var behind = (await _marking.Registrar.GetAsync($"{station.Path}/log-conflicts/3")).Expect(200).Body!;
        var none = await _marking.Registrar.GetAsync($"{station.Path}/log-conflicts/4");

        Assert.Equal(before + 2, open["open"]!.GetValue<int>());
        Assert.Equal([1, 2], open["conflicts"]!["items"]!.AsArray().Where(each => each!["stationId"]!.GetValue<Guid>() == station.Id)
            .Select(each => each!["conflict"]!["counter"]!.GetValue<long>()));
        Assert.Equal((true, "2026-03-01", firearm, station.OperatorId), (settled["conflict"]!["resolved"]!.GetValue<bool>(),
            settled["told"]!["startedOn"]!.GetValue<string>(), settled["firearmId"]!.GetValue<Guid>(), settled["operator"]!.GetValue<string>()));
        Assert.Equal(("claimed", false), (behind["conflict"]!["act"]!.GetValue<string>(), behind["conflict"]!["resolved"]!.GetValue<bool>()));
        Assert.Equal(404, none.Status);
        Assert.Equal(before + 2, (await OpenAsync())["open"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_a_person_did_outside_the_assigned_period_is_a_conflict_and_the_mark_unknown()
    {
        using var station = await EnrolledAsync(host, _marking);
        var ordered = await _marking.OrderedAsync("MG-6", await _marking.SeriesAsync("E"), station.Id);
        (await _marking.ClaimAsync(ordered, station.Id)).Expect(200);
        station.Now = host.Time.GetUtcNow().AddHours(-2);
        station.WriteMarking(ordered.Id, TextOf(ordered), ordered.Body!["payload"]!.GetValue<string>());

        var merged = (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);

        Assert.Equal([1, 2, 3], Counters(merged, "conflicts"));
        Assert.EndsWith(":operator-not-assigned", merged.Body!["conflicts"]![0]!["problem"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("unknown_mark_state", StateOf(await _marking.GetAsync(ordered.Id)));
    }

    [Fact]
    public async Task What_a_revoked_key_signed_and_nobody_knew_waits_for_a_registrar_and_is_not_dropped()
    {
        using var station = await EnrolledAsync(host, _marking);
        var ordered = await _marking.OrderedAsync("MG-7", await _marking.SeriesAsync("F"), station.Id);
        (await _marking.ClaimAsync(ordered, station.Id)).Expect(200);
        station.Write(StationAct.Noted, null, new JsonObject { ["text"] = "Switched on." });
        (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);
        station.WriteMarking(ordered.Id, TextOf(ordered), ordered.Body!["payload"]!.GetValue<string>());
        var administrator = host.ClientAs(Role.Administrator);
        var revocation = new JsonObject { ["publicKey"] = station.OperatorKey, ["reason"] = "The PIN was seen." };

        var revoked = (await administrator.PostAsync($"{station.Path}/key-revocations", revocation.DeepClone(), 4)).Expect(200);
        var twice = await administrator.PostAsync($"{station.Path}/key-revocations", revocation, revoked.Version);
        var enrolled = await _marking.Operator.PostAsync(
            $"{station.Path}/operator-keys", new JsonObject { ["publicKey"] = station.OperatorKey }, revoked.Version);
        var merged = (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);

        Assert.Equal((409, "signing-key-revoked"), (twice.Status, twice.Problem));
        Assert.Equal((409, "signing-key-revoked"), (enrolled.Status, enrolled.Problem));
        Assert.Equal([1], Counters(merged, "alreadyKnown"));
        Assert.Equal([2, 3, 4], Counters(merged, "conflicts"));
        Assert.EndsWith(":signing-key-revoked", merged.Body!["conflicts"]![0]!["problem"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("unknown_mark_state", StateOf(await _marking.GetAsync(ordered.Id)));
    }

    [Fact]
    public async Task Nothing_that_a_person_did_after_the_end_of_the_assignment_is_accepted()
    {
        using var station = await EnrolledAsync(host, _marking);
        var end = new JsonObject { ["userId"] = station.OperatorId, ["until"] = station.Now.AddSeconds(1.5), ["reason"] = "Left." };

        (await host.ClientAs(Role.Administrator).PostAsync($"{station.Path}/assignment-ends", end, 4)).Expect(200);
        station.Write(StationAct.Noted, null, new JsonObject { ["text"] = "In time." });
        station.Write(StationAct.Noted, null, new JsonObject { ["text"] = "Too late." });
        var merged = (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);

        Assert.Equal([1], Counters(merged, "accepted"));
        Assert.Equal([2], Counters(merged, "conflicts"));
        Assert.EndsWith(":operator-not-assigned", merged.Body!["conflicts"]![0]!["problem"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_merges_of_one_log_at_once_take_each_entry_once()
    {
        using var station = await EnrolledAsync(host, _marking);
        for (var i = 0; i < 20; i++)
            station.Write(StationAct.Noted, null, new JsonObject { ["text"] = $"Note {i}" });

        var merges = await Task.WhenAll(station.MergeAsync(_marking.Operator, station.Log), station.MergeAsync(_marking.Operator, station.Log));
        var last = (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);

        Assert.All(merges, merge => Assert.Contains(merge.Status, new[] { 201, 412 }));
        Assert.Equal(20, Counters(last, "alreadyKnown").Union(Counters(last, "accepted")).Count());
        Assert.Equal(20, last.Body!["head"]!["counter"]!.GetValue<int>());
    }

    private async Task<string> LentAsync(LoggingStation station, string letter)
    {
        var series = await _marking.SeriesAsync(letter);
        var lent = (await _marking.Operator.PostAsync($"{station.Path}/number-blocks",
            new JsonObject { ["seriesId"] = series[(series.LastIndexOf('/') + 1)..], ["count"] = 1 }, 4)).Expect(201);
        return lent.Body!["out"]![0]!.GetValue<string>();
    }

    private static string Printed(string number) => Marks.NationalNumbers.NationalNumber.Parse(number).GetOrThrow().Printed;

    private static string Hex(string number) => Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(
        new Marks.Payloads.NumberPayload(Marks.NationalNumbers.NationalNumber.Parse(number).GetOrThrow()).Text));
}
