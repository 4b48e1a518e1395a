using FirearmsRegistry.Marks.Codes;
using Marten;

namespace FirearmsRegistry.Registry.Notices;

/// <summary>
/// Puts notices into inboxes, and into the hands of the webhooks that want them, in the transaction of the fact that they tell of: neither
/// is there without the other. Never called by a projection, which a rebuild would make tell everything again.
/// </summary>
public static class NoticeBoard
{
    private const string Insert =
        $"""
        with concerned (notice_id, kind, occasion, subject, role, resource_kind, resource_path, caused_by, at, once) as (
            select ?, ?, ?, coalesce(nullif(?, ''), (select user_name from registry.mt_events where stream_id = ? and version = 1)), ?, ?, ?, ?,
                ?::timestamptz, nullif(?, '')),
        {NoticeSql.TellConcerned}
        """;

    private const string InsertOfArms =
        $"""
        with seen (firearm_id, missing, alert_by, caused_by, at, occasion, once) as (
            select firearm_id, alert is not null and ?, alert_by, ?, ?::timestamptz, ?, null::text
            from registry.firearm_identity where firearm_id = any(?)),
        {NoticeSql.ConcernedBySeen},
        {NoticeSql.TellConcerned}
        """;

    /// <summary>Queues a notice.</summary>
    /// <param name="session">The unit of work in which the fact is recorded.</param>
    /// <param name="notice">What is told.</param>
    public static void Queue(IDocumentSession session, NewNotice notice)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(notice);
        session.QueueSqlCommand(Insert, Guid.CreateVersion7(notice.At), Codes.Of(notice.Kind), Codes.Of(notice.Occasion),
            notice.Owner.Subject ?? "", notice.Owner.Filed ?? Guid.Empty, Codes.Of(notice.Owner.Role), notice.Resource.Kind,
            notice.Resource.Path, notice.CausedBy ?? "", notice.At.ToUniversalTime(), notice.Once ?? "");
    }

    /// <summary>
    /// Queues what an act on an arm, or a sight of it, is to be told: those who watch the arm, and where it is missing also who found it and
    /// who recorded the report. The register knows whether there is anybody; usually there is not, and the statement does nothing.
    /// </summary>
    /// <param name="session">The unit of work in which the act is recorded.</param>
    /// <param name="seen">What happened to which arm.</param>
    internal static void Queue(IDocumentSession session, ArmSeen seen)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(seen);
        QueueSights(session, [seen.FirearmId], seen.Occasion, seen.IsFound, seen.At, seen.CausedBy);
    }

    /// <summary>Queues what the hits of a job's search are to be told, as those of a search by a person are.</summary>
    /// <param name="session">The unit of work in which the search is logged.</param>
    /// <param name="firearms">The arms that were hit.</param>
    /// <param name="occasion">How they were hit.</param>
    /// <param name="at">When.</param>
    /// <param name="causedBy">The subject of the person in whose name the job searched.</param>
    internal static void QueueHits(
        IDocumentSession session, IReadOnlyCollection<Guid> firearms, NoticeOccasion occasion, DateTimeOffset at, string? causedBy)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(firearms);
        if (firearms.Count > 0)
            QueueSights(session, [.. firearms], occasion, isFound: true, at, causedBy);
    }

    private static void QueueSights(
        IDocumentSession session, Guid[] firearms, NoticeOccasion occasion, bool isFound, DateTimeOffset at, string? causedBy) =>
        session.QueueSqlCommand(InsertOfArms, isFound, causedBy ?? "", at.ToUniversalTime(), Codes.Of(occasion), firearms);
}

/// <summary>Something happened to an arm, or it was seen.</summary>
/// <param name="FirearmId">The arm.</param>
/// <param name="Occasion">What happened.</param>
/// <param name="IsFound">Whether it was seen outside its record, so that a missing one is found.</param>
/// <param name="At">When.</param>
/// <param name="CausedBy">The subject of the person who acted.</param>
internal sealed record ArmSeen(Guid FirearmId, NoticeOccasion Occasion, bool IsFound, DateTimeOffset At, string? CausedBy);
