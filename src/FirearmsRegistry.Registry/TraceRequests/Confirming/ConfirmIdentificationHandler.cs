using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Searching;
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

    /// <summary>Records the identification with the request and with the item.</summary>
    public async Task<Result<Written>> HandleAsync(ConfirmIdentification command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if ((await _writer.FetchAsync<TraceRequest>(TraceRequestErrors.Record, command.TraceRequestId, context, token)).Refused(out var refusal, out var stream))
            return refusal;
        if (stream.Aggregate!.Kind != TraceKind.Domestic)
            return TraceRequestErrors.WrongKind(stream.Aggregate.Kind, TraceKind.Domestic);
        var session = _writer.Session;
        if (!await FirearmReferences.ExistsAsync(session, command.FirearmId, token))
            return Refusal.Input(new InputError("/firearmId", command.FirearmId.ToString(), "Must be the id of a firearm in the register."));
        var itemStream = await session.Events.FetchForWriting<SeizedItem>(stream.Aggregate.SeizedItemId, token);
        var item = itemStream.Aggregate!;
        var entries = await session.Events.FetchStreamAsync(command.FirearmId, token: token);
        var chain = ChainBuilder.Build([.. entries.Select(entry => new RegisterEntry(entry.Id, entry.Timestamp, entry.Data))], item.Circumstances.IntakeOn);
        var holder = await RegisterLookup.FindHolderAsync(_database, chain, token);
        var reports = await TraceSearch.OtherReportsAsync(session, [command.FirearmId], [item.Id], token);
        var decided = ConfirmIdentification.Decide(command, stream.Aggregate, item, chain, holder, [.. reports[command.FirearmId]],
            context.Now.AddDays(_settings.ForeignAnswerDays));
        if (decided.Refused(out refusal, out var decision))
            return refusal;
        stream.AppendMany(decision.OfRequest);
        itemStream.AppendMany(decision.OfItem);
        foreach (var link in decision.OfItem.OfType<SeizedItemLinkedAsDuplicate>())
        {
            // Links stay one step long: what was linked to the item goes with it.
            foreach (var duplicate in await Duplicates.OfAsync(session, item.Id, token))
                (await session.Events.FetchForWriting<SeizedItem>(duplicate, token)).AppendOne(link);
        }

        return await _writer.CommitAsync(new Written(false, $"/api/v1/trace-requests/{command.TraceRequestId}", command.TraceRequestId,
            (stream.StartingVersion ?? 0) + decision.OfRequest.Count), context, token);
    }
}
