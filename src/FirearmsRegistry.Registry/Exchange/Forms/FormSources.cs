using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Drafting;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.Forms;

/// <summary>Reads what forms are filled from, of requests of every kind.</summary>
internal sealed class FormSources(IQuerySession session, NpgsqlDataSource database, RegistryCountry country, ExchangeSettings settings)
{
    /// <summary>What the request says; null where there is none.</summary>
    public async Task<FormSource?> FindAsync(Guid id, CancellationToken token)
    {
        if (await session.LoadAsync<TraceRequestDetails>(id, token) is not { } details)
            return null;
        var request = (await session.Events.AggregateStreamAsync<TraceRequest>(id, token: token))!;
        var item = request.SeizedItemId == Guid.Empty
            ? null
            : await session.Events.AggregateStreamAsync<SeizedItem>(request.SeizedItemId, token: token);
        var content = request.Abroad?.Content ?? new CrossBorderContent(
            details.Priority, details.UrgencyJustification, details.Grounds, DraftOutboundTrace.ArmOf(item!), null);
        bool? obliterated = item?.Item.Arm?.Marking switch
        {
            MarkingState.Erased or MarkingState.Altered => true,
            null or MarkingState.Unknown => null,
            _ => false,
        };
        return new FormSource(id, details.RequestedAt, content, obliterated, country.Code, settings.Authority,
            item is null ? null : await PlaceAsync(item, token), await ImporterAsync(request, token));
    }

    private async Task<ShortText?> PlaceAsync(SeizedItem item, CancellationToken token) =>
        (await session.Events.AggregateStreamAsync<Seizure>(item.SeizureId, token: token))?.Circumstances.Place;

    /// <summary>Who brought the arm in last, where that is an organisation: a person is named by an answer, not by a form.</summary>
    private async Task<ShortText?> ImporterAsync(TraceRequest request, CancellationToken token)
    {
        var searched = request.Abroad is { } abroad && abroad.RootId != request.Id
            ? await session.Events.AggregateStreamAsync<TraceRequest>(abroad.RootId, token: token)
            : request;
        var import = searched?.Chain?.Hops.LastOrDefault(hop => hop.Kind is HopKind.Imported or HopKind.Import);
        if (import is null || !import.To.TryGet(out var party))
            return null;
        await using var connection = await database.OpenConnectionAsync(token);
        return await PartyRows.FindAsync(connection, party, token) is { Kind: PartyKind.Organisation, PersonalData.Name: { } name } ? name : null;
    }
}
