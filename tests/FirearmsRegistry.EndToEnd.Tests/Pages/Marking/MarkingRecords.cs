using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.MarkingJobs;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Marking;

/// <summary>What the marking operator's pages show.</summary>
/// <param name="JobId">A job that was read back otherwise than ordered.</param>
/// <param name="BatchId">A batch of which one arm is verified and one in quarantine.</param>
internal sealed record MarkingRecords(Guid JobId, Guid BatchId)
{
    /// <summary>Ids of nothing, for whoever may not see it anyway.</summary>
    public static MarkingRecords None { get; } = new(Guid.CreateVersion7(), Guid.CreateVersion7());

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
        return new MarkingRecords(jobs[2], batch.Id);
    }
}
