using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.TraceRequests.Listing;

namespace FirearmsRegistry.Registry.Waiting;

/// <summary>Where one number comes from, and for whom it is: those who can do something about it, not all who may read it.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Roles">Any of these suffices.</param>
/// <param name="Rows">A query of one row for each; $1 is the present moment, $2 the person, $3 the codes of his roles.</param>
internal sealed record WaitingSource(WaitingKind Kind, IReadOnlyList<Role> Roles, string Rows)
{
    // Every one is answered from an index that holds little more than what waits.
    public static IReadOnlyList<WaitingSource> All { get; } =
    [
        new(WaitingKind.OverdueRequests, WhoTraces, Requests(TraceDue.Overdue)),
        new(WaitingKind.DueRequests, WhoTraces, Requests(TraceDue.Soon)),
        new(WaitingKind.UndeliveredDocuments, [Role.ContactPoint],
            "select from registry.exchange_outbox where state = 'by_hand' or (state = 'waiting' and last_failure is not null)"),
        new(WaitingKind.UnreadNotices, AccessPolicy.ReadNotices.Roles,
            """
            select from registry.notice n where (n.owner_subject = $2 or n.owner_role = any($3))
                and not exists (select from registry.notice_reading r where r.notice_id = n.notice_id and r.subject = $2)
            """),
        new(WaitingKind.QuarantinedArms, WhoMarks, "select distinct firearm_id from registry.marking_job where state = 'unknown_mark_state'"),
        new(WaitingKind.OrdersToMark, [Role.MarkingOperator],
            "select from registry.marking_job where state in ('ordered', 'number_reserved')"),
        new(WaitingKind.LookAlikes, [Role.Registrar], "select from registry.firearm_identity where number_needed"),
        new(WaitingKind.LogConflicts, [Role.Registrar], "select from registry.station_log_entry where outcome = 'conflict' and not resolved"),
        new(WaitingKind.ContestedCounts, [Role.Statistician],
            """
            select distinct import_id, country, year, indicator, dimension, category, sex from registry.imported_file_count said
            where variant > 0 and not exists (
                select from registry.mt_doc_countfile file cross join jsonb_array_elements(file.data -> 'assigned') assigned
                where file.id = said.import_id and (assigned ->> 'line')::bigint = said.line)
            """),
        new(WaitingKind.VintagesToReview, [Role.Statistician], $"{Vintages} and data ->> 'reviewedAt' is null and data ->> 'draftedBy' is distinct from $2"),
        new(WaitingKind.VintagesToPublish, [Role.Statistician], $"{Vintages} and data ->> 'reviewedAt' is not null"),
    ];

    private const string Vintages =
        "select from registry.mt_doc_vintage where data ->> 'publishedAt' is null and data ->> 'withdrawnAt' is null";

    private static Role[] WhoTraces => [Role.Investigator, Role.ContactPoint];

    private static Role[] WhoMarks => [Role.Registrar, Role.MarkingOperator];

    /// <summary>Those of whoever holds these roles, in the order of <see cref="WaitingKind"/>.</summary>
    public static IReadOnlyList<WaitingSource> Of(IReadOnlySet<Role> roles) => [.. All.Where(source => roles.Overlaps(source.Roles))];

    private static string Requests(TraceDue due) => $"select distinct trace_request_id from ({TraceDueSql.Ids(due, "$1")}) pressing";
}
