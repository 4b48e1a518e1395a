using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests;

/// <summary>Carries out the changes that concern a request and its item, in one transaction.</summary>
internal static class ChangeTraceRequest
{
    public static async Task<Result<Written>> RunAsync(
        RegistryWriter writer, Guid id, string location, bool created, Func<TraceRequest, SeizedItem, Result<TraceDecision>> decide,
        CommandContext context, CancellationToken token)
    {
        if ((await writer.FetchAsync<TraceRequest>(TraceRequestErrors.Record, id, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        if (stream.Aggregate!.Kind != TraceKind.Domestic)
            return TraceRequestErrors.WrongKind(stream.Aggregate.Kind, TraceKind.Domestic);
        var itemStream = await writer.Session.Events.FetchForWriting<SeizedItem>(stream.Aggregate.SeizedItemId, token);
        if (decide(stream.Aggregate, itemStream.Aggregate!).Refused(out refusal, out var decision))
            return refusal;
        stream.AppendMany(decision.OfRequest);
        itemStream.AppendMany(decision.OfItem);
        return await writer.CommitAsync(
            new Written(created, location, id, (stream.StartingVersion ?? 0) + decision.OfRequest.Count), context, token);
    }
}
