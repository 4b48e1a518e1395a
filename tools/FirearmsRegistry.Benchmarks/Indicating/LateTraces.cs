using System.Diagnostics;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.DecidingOutcome;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Benchmarks.Indicating;

/// <summary>An arm of the year whose traces end late, one after the other: real events, whose commit marks the year.</summary>
internal sealed class LateTraces(RegistryServer server, int year)
{
    private static readonly ForeignAnswer[] Answers = [ForeignAnswer.Confirmed, ForeignAnswer.Negative];

    private readonly Guid _item = Guid.CreateVersion7();
    private int _traces;

    /// <summary>Records the arm and has every year computed, so that nothing is left to do but what a trace brings.</summary>
    public async Task BeginAsync(CancellationToken token)
    {
        await using var session = server.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var circumstances = ItemCircumstances.Of(SeizureExamples.Circumstances) with { IntakeOn = PartialDate.Parse($"{year}-05-14").GetOrThrow() };
        session.Events.StartStream<SeizedItem>(
            _item, new SeizedItemRecorded(Guid.CreateVersion7(), SeizureExamples.Item, circumstances), OutcomeDecider.Begin(SeizureExamples.Item)!);
        await session.SaveChangesAsync(token);
        await RunAsync(job => job.ComputeTouchedAsync(token));
    }

    /// <summary>One late answer: the milliseconds of its commit, and of the run that brings the year's figures up to date.</summary>
    public async Task<(double Commit, double Update)> NextAsync(CancellationToken token)
    {
        var start = Stopwatch.GetTimestamp();
        await using var session = server.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var stream = await session.Events.FetchForWriting<SeizedItem>(_item, token);
        var answer = Answers[_traces++ % Answers.Length];
        var decided = OutcomeDecider.Redecide(stream.Aggregate!, facts => facts with { Request = RequestState.Closed, ForeignAnswer = answer }, Guid.CreateVersion7())!;
        stream.AppendOne(decided);
        await session.SaveChangesAsync(token);
        var commit = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        await RunAsync(job => job.ComputeTouchedAsync(token));
        return (commit, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private async Task RunAsync(Func<FigureJob, Task> run)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<FigureJob>());
    }
}
