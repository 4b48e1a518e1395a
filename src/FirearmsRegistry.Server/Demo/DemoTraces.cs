using System.Globalization;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Answering;
using FirearmsRegistry.Registry.TraceRequests.BulkTracing;
using FirearmsRegistry.Registry.TraceRequests.Requesting;
using Npgsql;

namespace FirearmsRegistry.Server.Demo;

/// <summary>Has the demo's arms traced: two hundred one by one, the others by one bulk job; then records what other States answered.</summary>
internal sealed class DemoTraces(DemoPlan plan, DemoBatches batches, IServiceScopeFactory scopes, NpgsqlDataSource database)
{
    private const int OneByOne = 200;

    private static readonly Guid BulkId = DemoIds.Trace(int.MaxValue);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly List<PlannedArm> _traced = [.. plan.Arms.Where(arm => arm.Story != ArmStory.NotRegistered)];

    public int Single => OneByOne;

    public int Bulk => _traced.Count - OneByOne;

    public int Answers => _traced.Count(arm => arm.Story is ArmStory.ExportConfirmed or ArmStory.ExportDenied);

    public async Task RequestSinglyAsync(Actor investigator, Action<int> done, CancellationToken token)
    {
        await batches.EachAsync(_traced.Take(OneByOne), async (services, arm, context, stop) =>
        {
            var refused = (await services.GetRequiredService<RequestTraceHandler>().HandleAsync(Request(arm), context, stop)).Refusal;
            // An interrupted load filed it already.
            return refused is { Name: "id-taken" or TraceRequestErrors.AlreadyOpenName } ? null : refused;
        }, investigator, _ => { }, token);
        await WaitAsync(stop => SearchedAsync([.. _traced.Take(OneByOne)], stop), OneByOne, done, token);
    }

    public async Task RequestInBulkAsync(Actor investigator, Action<int> done, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var bulk = scope.ServiceProvider.GetRequiredService<OrderBulkTraceHandler>();
        var ordered = await bulk.HandleAsync(new OrderBulkTrace(BulkId, [.. _traced.Skip(OneByOne).Select(Request)]), batches.Context(investigator), token);
        if (ordered.Refusal is { } refusal)
            throw new DemoException(refusal);
        await WaitAsync(async stop => (await bulk.ProgressAsync(BulkId, stop))!.Done, Bulk, done, token);
    }

    public async Task AnswerAsync(Actor contactPoint, Action<int> done, CancellationToken token)
    {
        var answered = await AnsweredAsync(token);
        var open = _traced.Where(arm => arm.Story is ArmStory.ExportConfirmed or ArmStory.ExportDenied).ToList();
        done(open.Count(arm => answered.Contains(DemoIds.Trace(arm.Index))));
        await batches.EachAsync(open.Where(arm => !answered.Contains(DemoIds.Trace(arm.Index))), async (services, arm, context, stop) =>
            (await services.GetRequiredService<RecordForeignAnswerHandler>().HandleAsync(Answer(arm), context, stop)).Refusal, contactPoint, done, token);
    }

    private static RequestTrace Request(PlannedArm arm) => new(
        DemoIds.Trace(arm.Index), DemoIds.Item(arm.Index), TracePriority.Routine, null, IllicitGround.NationalLaw,
        DemoWords.Note("Seized on suspicion of a criminal offence (invented case of the demo)."), Known<Note>.Unknown, null,
        DemoWords.Note("To find the last legal record and the point of diversion."), DemoWords.Text("Invented police authority"),
        DemoWords.Text(string.Create(CultureInfo.InvariantCulture, $"DEMO-TRACE-{arm.Index:D5}")));

    private static RecordForeignAnswer Answer(PlannedArm arm) => new(
        DemoIds.Trace(arm.Index), DemoIds.Answer(arm.Index), DemoWords.Destination(arm.Index),
        arm.Story == ArmStory.ExportConfirmed ? ForeignAnswerKind.Positive : ForeignAnswerKind.Negative, null, null,
        DemoWords.Text("Invented point of contact"), DemoWords.Text(string.Create(CultureInfo.InvariantCulture, $"ANSWER-{arm.Index:D5}")),
        DemoWords.Day(new DateOnly(2021, 3, 1)));

    private async Task<int> SearchedAsync(IReadOnlyList<PlannedArm> arms, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            "select count(*)::int from registry.trace_request where trace_request_id = any($1) and state <> 'acknowledged'");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. arms.Select(arm => DemoIds.Trace(arm.Index))] });
        return (int)(await command.ExecuteScalarAsync(token))!;
    }

    private async Task<HashSet<Guid>> AnsweredAsync(CancellationToken token)
    {
        var answered = new HashSet<Guid>();
        await using var command = database.CreateCommand(
            "select stream_id from registry.mt_events where type = 'foreign_answer_recorded'");
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            answered.Add(reader.GetGuid(0));
        return answered;
    }

    /// <summary>The jobs do the work; this only looks how far they are.</summary>
    private static async Task WaitAsync(Func<CancellationToken, Task<int>> finished, int total, Action<int> done, CancellationToken token)
    {
        using var timer = new PeriodicTimer(Look);
        var seen = 0;
        while (seen < total)
        {
            var now = await finished(token);
            done(now - seen);
            seen = now;
            if (seen < total)
                await timer.WaitForNextTickAsync(token);
        }
    }
}
