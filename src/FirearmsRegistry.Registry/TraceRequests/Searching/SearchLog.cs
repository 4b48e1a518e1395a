using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Notices;
using Marten;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>What auditors read of a search that a job made: who asked for the trace counts as who looked.</summary>
internal static class SearchLog
{
    /// <summary>Stands for the program: tells a job's searches from those that the same person made at a screen.</summary>
    public const string Client = "trace-search";

    /// <summary>Stands for the issuer: that the requester is who it says is vouched for by the request's own event.</summary>
    public const string Issuer = "trace-request";

    private const int LongestCase = 100;

    /// <summary>
    /// Queues the entry of a search, and tells of missing and watched arms among its leads. Of an arm that it identified, the recorded fact tells.
    /// </summary>
    public static void Queue(IDocumentSession session, TraceRequest request, SearchFindings findings, DateTimeOffset now)
    {
        Entry(request.Id, request, findings, now)?.Queue(session);
        if (findings.Identified.IsLead)
            NoticeBoard.QueueHits(session, findings.Seen, NoticeOccasion.TracedAsLead, now, request.RequestedBy);
    }

    /// <summary>The entry of a search; null where there was nothing to search by and no record was read.</summary>
    private static AccessLogEntry? Entry(Guid requestId, TraceRequest request, SearchFindings findings, DateTimeOffset now)
    {
        if (findings.Identified.Basis == IdentificationBasis.NothingToSearchBy)
            return null;
        var reference = request.CaseReference?.ToString() is { Length: <= LongestCase } given ? given : requestId.ToString();
        var actor = new Actor(request.RequestedBy ?? "unknown", Issuer, Client, new HashSet<Role>(), IsHuman: false);
        return new AccessLogEntry(
            actor, new QueryReason(QueryReasonCode.Trace, reference), "search_firearms", Criteria(requestId, findings), findings.Seen, now);
    }

    private static Dictionary<string, object?> Criteria(Guid requestId, SearchFindings findings)
    {
        var criteria = new Dictionary<string, object?>
        {
            ["traceRequest"] = requestId,
            ["texts"] = findings.Keys.All.Texts.Select(key => key.ExactKey).ToArray(),
            ["serials"] = findings.Keys.All.Serials.Select(key => key.ExactKey).ToArray(),
        };
        if (findings.Keys.MakerKey is { } maker)
            criteria["maker"] = maker;
        if (findings.Keys.Country is { } country)
            criteria["country"] = country;
        return criteria;
    }
}
