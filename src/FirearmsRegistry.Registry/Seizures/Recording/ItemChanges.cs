using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary>What every change of an item on record does before and after its decision.</summary>
internal static class ItemChanges
{
    /// <summary>Fetches the item at the version seen; an item of another seizure is not there.</summary>
    public static async Task<Result<IEventStream<SeizedItem>>> FetchAsync(
        RegistryWriter writer, Guid seizureId, Guid itemId, CommandContext context, CancellationToken token)
    {
        var fetched = await writer.FetchAsync<SeizedItem>("seized item", itemId, context, token);
        return fetched.Refused(out _, out var stream) || stream.Aggregate!.SeizureId == seizureId
            ? fetched
            : Refusal.NotFound("seized item", itemId);
    }

    /// <summary>Appends what was decided, and commits.</summary>
    public static async Task<Result<Written>> CommitAsync(
        RegistryWriter writer, IEventStream<SeizedItem> stream, Result<IReadOnlyList<object>> decided, CommandContext context, CancellationToken token)
    {
        if (decided.Refused(out var refusal, out var events))
            return refusal;
        stream.AppendMany(events);
        var item = stream.Aggregate!;
        var written = new Written(false, SeizurePaths.Of(item.SeizureId, item.Id), item.Id, (stream.StartingVersion ?? 0) + events.Count);
        return await writer.CommitAsync(written, context, token);
    }

    /// <summary>The events with the outcome behind them, where there is a new one.</summary>
    public static Result<IReadOnlyList<object>> With(object happened, SeizedItemOutcomeDecided? outcome) =>
        Result.Of<IReadOnlyList<object>>(outcome is null ? [happened] : [happened, outcome]);
}
