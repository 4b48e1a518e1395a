namespace FirearmsRegistry.Registry.Notices;

/// <summary>
/// The common table expressions by which notices come into being, without parameters, so that a statement that does something else, such as
/// a search with its entry in the access log, tells of it in the same round trip.
/// </summary>
internal static class NoticeSql
{
    /// <summary>
    /// The columns of <c>seen</c> from <c>caused_by</c> on for a search by a mark, where $1 is the time of the search and $2 who searched, as in an
    /// entry of the access log: of several sights of one arm on one day the first is told.
    /// </summary>
    public const string SearchedByMark =
        """
        $2::text, $1::timestamptz, 'mark_searched', 'mark_searched|' || $2 || '|' || to_char($1 at time zone 'UTC', 'YYYY-MM-DD')
        """;

    /// <summary>
    /// From <c>seen (firearm_id, missing, alert_by, caused_by, at, occasion, once)</c>, a row per arm, to <c>concerned</c>, a row per notice:
    /// of a missing arm to who found it and who recorded the report, of a watched one to its watchers, but not of what they do themselves.
    /// </summary>
    public const string ConcernedBySeen =
        """
        addressed (kind, subject, role) as (
            select 'missing_arm_found', nullif(caused_by, ''), 'registrar', seen.* from seen where missing
            union
            select 'missing_arm_found', alert_by, 'registrar', seen.* from seen where missing
            union
            select 'watched_arm', watch.watched_by, 'registrar', seen.* from seen cross join lateral (
                select watched_by from registry.firearm_watch
                where firearm_id = seen.firearm_id and ends_at > seen.at and watched_by <> seen.caused_by offset 0) watch),
        concerned (notice_id, kind, occasion, subject, role, resource_kind, resource_path, caused_by, at, once) as (
            select gen_random_uuid(), kind, occasion, subject, role, 'firearm', '/api/v1/firearms/' || firearm_id, caused_by, at,
                once || '|' || kind || '|' || firearm_id || '|' || coalesce(subject, role)
            from addressed)
        """;

    /// <summary>
    /// From <c>concerned (notice_id, kind, occasion, subject, role, resource_kind, resource_path, caused_by, at, once)</c> to inboxes and
    /// webhooks. It ends with the statement's own insert, or is followed by a further query.
    /// </summary>
    public const string TellConcerned =
        $"""
        {Told}
        {Deliver}
        """;

    /// <summary>The notices, as a common table expression.</summary>
    public const string Told =
        """
        told as (
            insert into registry.notice (notice_id, kind, occasion, owner_subject, owner_role, resource_kind, resource_path, caused_by, at, once_key)
            select notice_id, kind, occasion, subject, case when subject is null then role end, resource_kind, resource_path,
                nullif(caused_by, ''), at, once
            from concerned
            on conflict (once_key) do nothing
            returning notice_id, kind, at)
        """;

    /// <summary>Their deliveries, as a statement; in parentheses a common table expression too. A disabled webhook gets them when it is enabled.</summary>
    public const string Deliver =
        """
        insert into registry.webhook_delivery (delivery_id, webhook_id, notice_id, due_at)
        select gen_random_uuid(), hook.webhook_id, told.notice_id, told.at
        from told join registry.webhook hook on told.kind = any (hook.kinds)
        """;
}
