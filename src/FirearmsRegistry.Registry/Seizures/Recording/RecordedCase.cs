using FirearmsRegistry.Registry.Shared.Refusing;
using Marten;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary>A seizure with its items as decided by the same decisions as one by one; for bulk work that commits many cases at once.</summary>
/// <param name="Seizure">The seizure's id and events.</param>
/// <param name="Items">Its items' ids and events.</param>
public sealed record RecordedCase(
    (Guid Id, IReadOnlyList<object> Events) Seizure, IReadOnlyList<(Guid Id, IReadOnlyList<object> Events)> Items)
{
    /// <summary>
    /// Decides a whole case. Whether other items are the same arm is not looked up: the caller knows his arms to be distinct from each
    /// other and from everything on record, as the loader of an empty register does.
    /// </summary>
    public static Result<RecordedCase> Decide(RecordSeizure seizure, IReadOnlyList<RecordSeizedItem> items, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(seizure);
        ArgumentNullException.ThrowIfNull(items);
        if (RecordSeizure.Decide(seizure, now).Refused(out var refusal, out var seizureEvents))
            return refusal;
        var decided = new List<(Guid, IReadOnlyList<object>)>(items.Count);
        foreach (var item in items)
        {
            if (RecordSeizedItem.Decide(item, seizure.Circumstances, [], now).Refused(out refusal, out var events))
                return refusal;
            decided.Add((item.ItemId, events));
        }

        return new RecordedCase((seizure.SeizureId, seizureEvents), decided);
    }

    /// <summary>Starts the streams in a session that the caller saves, with the metadata of the command that it belongs to.</summary>
    public void StartIn(IDocumentSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Events.StartStream<Seizure>(Seizure.Id, Seizure.Events);
        foreach (var (id, events) in Items)
            session.Events.StartStream<SeizedItem>(id, events);
    }
}
