using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Server.Demo;

/// <summary>Puts records of the demo into the register many at a time, skipping those that an interrupted load has left already.</summary>
internal sealed class DemoBatches(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int PerTransaction = 200;
    private const int AtOnce = 2;

    /// <summary>Loads the records in transactions of some hundreds.</summary>
    /// <param name="records">What to load.</param>
    /// <param name="id">The id of a record's first stream, which tells whether its transaction has landed.</param>
    /// <param name="queue">Queues records in a unit of work, or refuses.</param>
    /// <param name="actor">The human behind them.</param>
    /// <param name="done">Reports progress.</param>
    /// <param name="token">Stops between transactions.</param>
    public Task LoadAsync<T>(
        IEnumerable<T> records, Func<T, Guid> id, Func<IServiceProvider, IReadOnlyList<T>, CommandContext, Result<int>> queue, Actor actor,
        Action<int> done, CancellationToken token) =>
        Parallel.ForEachAsync(records.Chunk(PerTransaction), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token },
            async (some, stop) =>
            {
                await using var scope = scopes.CreateAsyncScope();
                var writer = scope.ServiceProvider.GetRequiredService<RegistryWriter>();
                if (await writer.Session.Events.FetchStreamStateAsync(id(some[0]), stop) is null)
                {
                    var context = Context(actor);
                    if (queue(scope.ServiceProvider, some, context).Refused(out var refusal, out _))
                        throw new DemoException(refusal);
                    await writer.CommitManyAsync(context, stop);
                }

                done(some.Length);
            });

    /// <summary>Runs one use case for each record.</summary>
    public Task EachAsync<T>(
        IEnumerable<T> records, Func<IServiceProvider, T, CommandContext, CancellationToken, Task<Refusal?>> run, Actor actor, Action<int> done,
        CancellationToken token) =>
        Parallel.ForEachAsync(records, new ParallelOptions { MaxDegreeOfParallelism = AtOnce * 2, CancellationToken = token },
            async (record, stop) =>
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await run(scope.ServiceProvider, record, Context(actor), stop) is { } refusal)
                    throw new DemoException(refusal);
                done(1);
            });

    public CommandContext Context(Actor actor) => new(actor, time.GetUtcNow(), null, "demo");
}

/// <summary>A record of the demo was refused: the plan and the register's rules do not fit each other.</summary>
internal sealed class DemoException(Refusal refusal)
    : Exception($"{refusal.Name}: {refusal.Title} {refusal.Detail} {string.Join("; ", refusal.Errors.Select(error => $"{error.Pointer} {error.Rule}"))}");
