using System.Collections.ObjectModel;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Seizures.GettingDetails;
using FirearmsRegistry.Registry.Shared.Naming;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Marten;

namespace FirearmsRegistry.Registry.TraceRequests.Naming;

/// <summary>Names requests for whoever may read them; of their items and seizures only for whoever may read those too.</summary>
internal sealed class RequestNames(IQuerySession session)
{
    /// <summary>The names of these requests; none for a reader without the right.</summary>
    public async Task<IReadOnlyDictionary<Guid, RequestName>> OfAsync(IReadOnlyCollection<Guid> ids, Actor reader, CancellationToken token)
    {
        if (ids.Count == 0 || !reader.Roles.Overlaps(AccessPolicy.ReadTraces.Roles))
            return ReadOnlyDictionary<Guid, RequestName>.Empty;
        var requests = await session.LoadManyAsync<TraceRequestDetails>(token, [.. ids]);
        var items = reader.Roles.Overlaps(AccessPolicy.ReadSeizures.Roles)
            ? await session.LoadManyAsync<SeizedItemDetails>(token, [.. requests.Select(request => request.SeizedItemId).OfType<Guid>().Distinct()])
            : [];
        var seizures = await session.LoadManyAsync<SeizureDetails>(token, [.. items.Select(item => item.SeizureId).Distinct()]);
        return requests.ToDictionary(request => request.Id, request =>
        {
            var item = items.FirstOrDefault(one => one.Id == request.SeizedItemId);
            return Of(request, item, seizures.FirstOrDefault(seizure => seizure.Id == item?.SeizureId));
        });
    }

    private static RequestName Of(TraceRequestDetails request, SeizedItemDetails? item, SeizureDetails? seizure) => new(
        request.Grounds.CaseReference ?? seizure?.Circumstances.CaseReference,
        request.CrossBorder?.PartnerReference,
        request.CrossBorder is { } border ? Of(border.Arm) : item is null ? null : Of(item.Item),
        request.CrossBorder?.Country,
        DueAt(request));

    private static ArmName Of(SeizedItemEntry item) =>
        new(item.Kind, item.Arm?.Type, item.Part, item.Maker, item.Model, item.Calibre, KnownBy(item.Marks));

    private static ArmName Of(AskedArm arm) => new(ItemKind.Firearm, arm.Type, null, arm.Maker, arm.Model, arm.Calibre, KnownBy(arm.Marks));

    private static MarkText? KnownBy(IReadOnlyList<MarkAsRead> marks) =>
        (marks.FirstOrDefault(mark => mark.Kind == MarkKind.Manufacture) ?? (marks is [var first, ..] ? first : null))?.Text;

    private static DateTimeOffset? DueAt(TraceRequestDetails request) =>
        (request.CrossBorder?.Clock ?? []).Select(step => (DateTimeOffset?)step.DueAt).Append(request.Onward?.DueAt).Min();
}
