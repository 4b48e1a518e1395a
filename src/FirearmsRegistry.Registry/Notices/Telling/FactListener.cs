using JasperFx.Events;
using Marten;

namespace FirearmsRegistry.Registry.Notices.Telling;

/// <summary>
/// Looks at what every unit of work is about to commit, a request's or a job's, so that no use case can forget to tell. A rebuild
/// commits no facts and tells of none.
/// </summary>
internal sealed class FactListener(TimeProvider time) : DocumentSessionListenerBase
{
    /// <inheritdoc />
    public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(session);
        var now = time.GetUtcNow();
        var traces = new List<IReadOnlyList<NewNotice>>();
        foreach (var record in session.PendingChanges.Streams())
        {
            foreach (var seen in FactNotices.Arms(record.Id, record.Events, now, session.LastModifiedBy))
            {
                // Nobody can have known of an arm that enters the register now.
                if (seen.FirearmId != record.Id || record.ActionType == StreamActionType.Append)
                    NoticeBoard.Queue(session, seen);
            }

            foreach (var notice in FactNotices.CrossBorder(record.Id, record.Events, now, session.LastModifiedBy))
                NoticeBoard.Queue(session, notice);
            if (FactNotices.Traces(record.Id, record.Events, now, session.LastModifiedBy) is { Count: > 0 } notices)
                traces.Add(notices);
        }

        // Many at once are a list, and who ordered a list looks at the list.
        if (traces is [var answered])
        {
            foreach (var notice in answered)
                NoticeBoard.Queue(session, notice);
        }

        return Task.CompletedTask;
    }
}
