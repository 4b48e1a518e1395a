using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Receiving;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using JasperFx.Events;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Confirming;

/// <summary>Carries out <see cref="ConfirmIdentification"/>.</summary>
public sealed class ConfirmIdentificationHandler
{
    private readonly RegistryWriter _writer;
    private readonly NpgsqlDataSource _database;
    private readonly TraceSettings _settings;

    internal ConfirmIdentificationHandler(RegistryWriter writer, NpgsqlDataSource database, TraceSettings settings) =>
        (_writer, _database, _settings) = (writer, database, settings);

    /// <summary>Records the identification with the request, and with its item or as the answer proposed to another State.</summary>
    public async Task<Result<Written>> HandleAsync(ConfirmIdentification command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if ((await _writer.FetchAsync<TraceRequest>(TraceRequestErrors.Record, command.TraceRequestId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        if (stream.Aggregate!.Kind == TraceKind.Outbound)
            return TraceRequestErrors.WrongKind(TraceKind.Outbound, TraceKind.Domestic);
        // It proposes an answer to another State.
        if (stream.Aggregate.Kind == TraceKind.Inbound && !context.Actor.Roles.Overlaps(AccessPolicy.ExchangeTraces.Roles))
            return TraceRequestErrors.ConfirmedByContactPoint;
        if (!await FirearmReferences.ExistsAsync(_writer.Session, command.FirearmId, token))
            return Refusal.Input(new InputError("/firearmId", command.FirearmId.ToString(), "Must be the id of a firearm in the register."));
        return stream.Aggregate.Kind == TraceKind.Inbound
            ? await ConfirmInboundAsync(command, stream, context, token)
            : await ConfirmItemAsync(command, stream, context, token);
    }

    private async Task<Result<Written>> ConfirmInboundAsync(
        ConfirmIdentification command, IEventStream<TraceRequest> stream, CommandContext context, CancellationToken token)
    {
        var request = stream.Aggregate!;
        var (chain, holder) = await TraceAsync(command.FirearmId, InboundSearch.FoundOn(request.Abroad!.Content.Arm, context.Now), token);
        if (ConfirmInboundIdentification.Decide(command, request, Guid.CreateVersion7(context.Now), chain, holder).Refused(out var refusal, out var events))
            return refusal;
        stream.AppendMany(events);
        return await CommitAsync(command, stream, events.Count, context, token);
    }

    private async Task<Result<Written>> ConfirmItemAsync(
        ConfirmIdentification command, IEventStream<TraceRequest> stream, CommandContext context, CancellationToken token)
    {
        var session = _writer.Session;
        var itemStream = await session.Events.FetchForWriting<SeizedItem>(stream.Aggregate!.SeizedItemId, token);
        var item = itemStream.Aggregate!;
        var (chain, holder) = await TraceAsync(command.FirearmId, item.Circumstances.IntakeOn, token);
        var reports = await TraceSearch.OtherReportsAsync(session, [command.FirearmId], [item.Id], token);
        var decided = ConfirmIdentification.Decide(command, stream.Aggregate, item, chain, holder, [.. reports[command.FirearmId]],
            context.Now.AddDays(_settings.ForeignAnswerDays));
        if (decided.Refused(out var refusal, out var decision))
            return refusal;
        stream.AppendMany(decision.OfRequest);
        itemStream.AppendMany(decision.OfItem);
        foreach (var link in decision.OfItem.OfType<SeizedItemLinkedAsDuplicate>())
        {
            // Links stay one step long: what was linked to the item goes with it.
            foreach (var duplicate in await Duplicates.OfAsync(session, item.Id, token))
                (await session.Events.FetchForWriting<SeizedItem>(duplicate, token)).AppendOne(link);
        }

        return await CommitAsync(command, stream, decision.OfRequest.Count, context, token);
    }

    private async Task<(Chain Chain, HolderStanding Holder)> TraceAsync(Guid firearm, PartialDate intakeOn, CancellationToken token)
    {
        var entries = await _writer.Session.Events.FetchStreamAsync(firearm, token: token);
        var chain = ChainBuilder.Build([.. entries.Select(entry => new RegisterEntry(entry.Id, entry.Timestamp, entry.Data))], intakeOn);
        return (chain, await RegisterLookup.FindHolderAsync(_database, chain, token));
    }

    private Task<Result<Written>> CommitAsync(
        ConfirmIdentification command, IEventStream<TraceRequest> stream, int appended, CommandContext context, CancellationToken token) =>
        _writer.CommitAsync(new Written(false, $"/api/v1/trace-requests/{command.TraceRequestId}", command.TraceRequestId,
            (stream.StartingVersion ?? 0) + appended), context, token);
}
