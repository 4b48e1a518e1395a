using FirearmsRegistry.EndToEnd.Tests.MarkingJobs;
using FirearmsRegistry.MachineSimulator.Faults;
using static FirearmsRegistry.EndToEnd.Tests.MarkingJobs.MarkingScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Stations;

public sealed class WorkingTests(ReachableHost host) : IClassFixture<ReachableHost>
{
    private readonly MarkingScenario _marking = new(host);

    [Fact]
    public async Task Orders_are_marked_read_back_and_verified_one_after_the_other()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        var jobs = await bench.OrderedAsync("W1-", "A", 3);

        var output = await bench.ExpectAsync("work", "--until-none", "--simulated-operator");
        var verify = await bench.ExpectAsync("log", "verify");

        Assert.All(await bench.StatesAsync(jobs), state => Assert.True(state == "verified", output));
        Assert.Equal(3, bench.Machine.Cuts.Count);
        Assert.Contains(" 0 faults", verify, StringComparison.Ordinal);
        Assert.NotEqual(0, (await _marking.GetAsync(jobs[0])).Body!["frames"]!.GetValue<int>());
    }

    [Fact]
    public async Task Jobs_that_were_taken_along_are_done_without_a_network_and_verified_by_the_merge()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        var jobs = await bench.OrderedAsync("W2-", "B", 3);
        Assert.Contains("3 jobs taken along", await bench.ExpectAsync("take"), StringComparison.Ordinal);

        bench.Network.Cut();
        await bench.ExpectAsync("work", "--until-none", "--simulated-operator");
        var meanwhile = await bench.StatesAsync(jobs);
        bench.Network.Mend();
        var merged = await bench.ExpectAsync("merge");

        Assert.All(meanwhile, state => Assert.Equal("sent", state));
        Assert.Contains(" 0 conflicts", merged, StringComparison.Ordinal);
        Assert.All(await bench.StatesAsync(jobs), state => Assert.Equal("verified", state));
        Assert.Equal(3, bench.Machine.Starts);
    }

    [Fact]
    public async Task A_job_that_was_not_taken_along_waits_for_the_network()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        var jobs = await bench.OrderedAsync("W3-", "C", 1);
        // Claimed for minutes only, as work with a network does.
        await bench.ExpectAsync("take", "--days", "0.01");

        bench.Network.Cut();
        var output = await bench.ExpectAsync("work", "--until-none", "--simulated-operator");
        var starts = bench.Machine.Starts;
        bench.Network.Mend();
        await bench.ExpectAsync("work", "--until-none", "--simulated-operator");

        Assert.Contains("waits for the network", output, StringComparison.Ordinal);
        Assert.Equal(0, starts);
        Assert.Equal(["verified"], await bench.StatesAsync(jobs));
    }

    [Fact]
    public async Task Arms_are_marked_with_lent_numbers_without_a_network_and_unused_numbers_are_given_back()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        var series = await _marking.SeriesAsync("D");
        var firearm = await _marking.FirearmAsync("W4-1");
        var lent = await bench.ExpectAsync("borrow-numbers", "--series", series[(series.LastIndexOf('/') + 1)..], "--count", "3");
        var template = Path.Combine(Path.GetDirectoryName(bench.Folder)!, "template.json");
        var order = Order(firearm, series);
        order.AsObject().Remove("firearmId");
        await File.WriteAllTextAsync(template, order.ToJsonString(), TestContext.Current.CancellationToken);

        bench.Network.Cut();
        var ordered = await bench.ExpectAsync("order", "--firearm", firearm.ToString(), "--like", template);
        await bench.ExpectAsync("work", "--until-none", "--simulated-operator");
        bench.Network.Mend();
        var merged = await bench.ExpectAsync("merge");

        Assert.Equal(3, lent.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(" 0 conflicts", merged, StringComparison.Ordinal);
        Assert.Contains("2 unused numbers given back", merged, StringComparison.Ordinal);
        Assert.Equal(["verified"], await bench.StatesAsync([Guid.Parse(ordered.Split(' ')[0])]));
    }

    [Fact]
    public async Task A_machine_that_falls_silent_after_the_start_leaves_the_arm_in_quarantine_and_is_not_told_again()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking, "answer-timeout-ms=300");
        var jobs = await bench.OrderedAsync("W5-", "E", 1);
        bench.Machine.Arm(new MachineFault(FaultKind.ConnectionDropped, FaultMoment.Starting));

        var (code, _) = await bench.RunAsync("work", "--until-none", "--simulated-operator");
        await bench.ExpectAsync("work", "--until-none", "--simulated-operator");
        var job = (await _marking.GetAsync(jobs[0])).Expect(200);

        Assert.Equal(1, code);
        Assert.Equal("unknown_mark_state", StateOf(job));
        Assert.Equal("quarantined", (await _marking.ArmAsync(job))["status"]!.GetValue<string>());
        Assert.Equal(1, bench.Machine.Starts);
    }

    [Fact]
    public async Task A_mark_that_a_person_found_on_an_arm_in_quarantine_is_read_back_from_the_picture_that_is_named()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking, "answer-timeout-ms=300");
        var job = (await bench.OrderedAsync("W7-", "G", 1))[0];
        bench.Machine.Arm(new MachineFault(FaultKind.ConnectionDropped, FaultMoment.Starting));
        await bench.RunAsync("work", "--until-none", "--simulated-operator");
        await bench.Machine.WaitUntilAsync(machine => machine.Cuts.Count == 1, TestContext.Current.CancellationToken);
        var picture = await bench.PictureOfAsync(bench.Machine.Cuts[0]);

        var early = await bench.RunAsync("read", "--job", job.ToString(), "--picture", picture, "--simulated-operator");
        (await _marking.InspectAsync((await _marking.GetAsync(job)).Expect(200), "marked")).Expect(200);
        var missing = await bench.RunAsync("read", "--job", job.ToString(), "--picture", picture + ".not", "--simulated-operator");
        var read = await bench.ExpectAsync("read", "--job", job.ToString(), "--picture", picture, "--simulated-operator");

        Assert.Equal((2, 2), (early.Code, missing.Code));
        Assert.Contains("inspected first", early.Output, StringComparison.Ordinal);
        Assert.Contains("cannot be read", missing.Output, StringComparison.Ordinal);
        Assert.Contains("read back as ordered", read, StringComparison.Ordinal);
        Assert.Equal(["verified"], await bench.StatesAsync([job]));
        Assert.Equal(1, bench.Machine.Starts);
    }

    [Fact]
    public async Task A_forgotten_pin_is_mended_by_a_new_key()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        var jobs = await bench.OrderedAsync("W8-", "H", 1);

        var again = await bench.RunAsync("enrol");
        await bench.ExpectAsync("enrol", "--replace");
        await bench.ExpectAsync("work", "--until-none", "--simulated-operator");

        Assert.Equal(2, again.Code);
        Assert.Equal(["verified"], await bench.StatesAsync(jobs));
    }

    [Fact]
    public async Task A_folder_from_a_back_up_is_refused()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        await bench.OrderedAsync("W6-", "F", 2);
        var log = Path.Combine(bench.Folder, "station.db");
        await bench.ExpectAsync("work", "--count", "1", "--simulated-operator");
        File.Copy(log, log + ".back-up");
        await bench.ExpectAsync("work", "--count", "1", "--simulated-operator");
        File.Copy(log + ".back-up", log, overwrite: true);

        var (code, output) = await bench.RunAsync("work", "--until-none", "--simulated-operator");

        Assert.Equal(2, code);
        Assert.Contains("back-up", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_pin_opens_nothing()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        var pin = Path.Combine(Path.GetDirectoryName(bench.Folder)!, "wrong");
        await File.WriteAllTextAsync(pin, "314159\n", TestContext.Current.CancellationToken);

        var (code, output) = await bench.RunWithPinAsync(pin, "work", "--until-none");

        Assert.Equal((2, "The PIN is wrong."), (code, output.Trim()));
    }
}
