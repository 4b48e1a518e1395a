using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>
/// Carries out the changes of requests to and from other States, with what they mean for the first request of the tree and its item, in one
/// transaction.
/// </summary>
internal sealed class CrossBorderChange(RegistryWriter writer, RegistryCountry country, TraceSettings settings)
{
    /// <summary>The unit of work.</summary>
    public IDocumentSession Session => writer.Session;

    public static string Location(Guid id) => $"/api/v1/trace-requests/{id}";

    /// <summary>Fetches the request, has the change decided, and commits it.</summary>
    public Task<Result<Written>> RunAsync(
        Guid id, TraceAct act, Func<TraceRequest, Partner, Result<IReadOnlyList<object>>> decide, CommandContext context, CancellationToken token) =>
        RunAsync(id, act, (request, partner) => Task.FromResult(decide(request, partner)), context, token);

    /// <summary>The same where the decision needs more than the request and its partner.</summary>
    public async Task<Result<Written>> RunAsync(
        Guid id, TraceAct act, Func<TraceRequest, Partner, Task<Result<IReadOnlyList<object>>>> decide, CommandContext context,
        CancellationToken token)
    {
        if ((await writer.FetchAsync<TraceRequest>(TraceRequestErrors.Record, id, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        var request = stream.Aggregate!;
        if (TraceActs.Refuse(request, act) is { } forbidden)
            return forbidden;
        var partner = await PartnerAsync(request, token);
        if ((await decide(request, partner)).Refused(out refusal, out var events))
            return refusal;
        var version = (stream.StartingVersion ?? 0) + events.Count;
        stream.AppendMany(events);
        await OnwardEffects.StageAsync(Session, request, events, settings.Waiting(country, context.Now), null, token);
        return await writer.CommitAsync(new Written(false, Location(id), id, version), context, token);
    }

    private async Task<Partner> PartnerAsync(TraceRequest request, CancellationToken token) =>
        await Session.LoadAsync<Partner>(request.Abroad!.PartnerId, token)
        ?? throw new InvalidOperationException($"The partner of trace request {request.Id} is missing.");
}
