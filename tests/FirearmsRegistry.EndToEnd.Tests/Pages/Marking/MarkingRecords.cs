using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.MarkingJobs;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Marking;

/// <summary>What the marking operator's pages show.</summary>
/// <param name="JobId">A job that was read back otherwise than ordered.</param>
/// <param name="BatchId">A batch of which one arm is verified and one in quarantine.</param>
/// <param name="StationId">A station with numbers that it borrowed, and with a log of which the register could not accept the first entry.</param>
/// <param name="BlockId">Its numbers.</param>
/// <param name="SeriesId">The series of all of them.</param>
internal sealed record MarkingRecords(Guid JobId, Guid BatchId, Guid StationId, Guid BlockId, Guid SeriesId)
{
    /// <summary>Ids of nothing, for whoever may not see it anyway.</summary>
    public static MarkingRecords None { get; } = new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

    public static async Task<MarkingRecords> MakeAsync(PagesHost host)
    {
        var marking = new MarkingScenario(host);
        var (station, series) = (await marking.StationAsync("Bench 2"), await marking.SeriesAsync("L"));
        var firearms = new List<Guid>();
        for (var i = 0; i < 5; i++)
            firearms.Add(await marking.FirearmAsync($"LM-{i}"));
        var batch = (await marking.Registrar.PostAsync("/api/v1/marking-batches", MarkingScenario.Batch(firearms, series))).Expect(201);
        var jobs = batch.Body!["units"]!.AsArray().Select(unit => unit!["markingJobId"]!.GetValue<Guid>()).ToList();
        async Task<ApiAnswer> FinishedAsync(Guid job, string outcome = "marked") => (await marking.FinishAsync(
            await marking.StartedAsync((await marking.GetAsync(job)).Expect(200), station), station, outcome)).Expect(200);

        (await marking.ReadAsync(await FinishedAsync(jobs[0]), station)).Expect(200);
        await FinishedAsync(jobs[1], "unknown_mark_state");
        var marked = await FinishedAsync(jobs[2]);
        var text = MarkingScenario.TextOf(marked);
        (await marking.ReadAsync(marked, station, text[..^4] + "8" + text[^3..])).Expect(200);
        (await marking.ClaimAsync((await marking.GetAsync(jobs[3])).Expect(200), station)).Expect(200);
        using var logging = await LoggingStation.EnrolledAsync(host, marking);
        var seriesId = Guid.Parse(series[(series.LastIndexOf('/') + 1)..]);
        var block = (await marking.Operator.PostAsync(
            $"{logging.Path}/number-blocks", new JsonObject { ["seriesId"] = seriesId, ["count"] = 4 }, 4)).Expect(201);
        logging.WriteOrder(Guid.CreateVersion7(), firearms[4], (await marking.GetAsync(jobs[4])).Body!["number"]!.GetValue<string>());
        (await logging.MergeAsync(marking.Operator, logging.Log)).Expect(201);
        return new MarkingRecords(jobs[2], batch.Id, logging.Id, block.Body!["block"]!["blockId"]!.GetValue<Guid>(), seriesId);
    }
}
