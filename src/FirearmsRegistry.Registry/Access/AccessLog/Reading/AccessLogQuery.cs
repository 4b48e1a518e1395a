using System.Reflection;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Access.AccessLog.Reading;

/// <summary>Which entries are wanted; all of them unless told.</summary>
/// <param name="Subject">Only those of this person or program.</param>
/// <param name="RecordId">Only those that showed this record.</param>
/// <param name="From">Only those at or after this moment.</param>
/// <param name="To">Only those before this moment.</param>
/// <param name="Refusal">Why a value was refused.</param>
internal sealed record AccessLogQuery(
    string? Subject, Guid? RecordId, DateTimeOffset? From, DateTimeOffset? To, Refusal? Refusal = null) : IRequestPart
{
    private const int LongestSubject = 200;

    public static ValueTask<AccessLogQuery?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var query = http.Request.Query;
        var subject = query.ContainsKey("subject") ? query["subject"].ToString() : null;
        if (subject is not null && (subject.Length is 0 or > LongestSubject || subject.Any(char.IsControl)))
            return Refuse("subject", null, $"Must have 1 to {LongestSubject} characters on one line.");
        Guid? recordId = null;
        if (query.ContainsKey("recordId"))
        {
            if (!Guid.TryParseExact(query["recordId"], "D", out var id))
                return Refuse("recordId", query["recordId"], "Must be a UUID.");
            recordId = id;
        }

        if (!TryMoment(query, "from", out var from))
            return Refuse("from", query["from"], RequestTimes.Rule, RequestTimes.Example);
        if (!TryMoment(query, "to", out var to))
            return Refuse("to", query["to"], RequestTimes.Rule, RequestTimes.Example);
        return new ValueTask<AccessLogQuery?>(new AccessLogQuery(subject, recordId, from, to));
    }

    /// <summary>What was asked, for the entry that says so: only what was given.</summary>
    public Dictionary<string, object?> Criteria() => new (string Name, object? Value)[]
    {
        ("subject", Subject), ("recordId", RecordId), ("from", From), ("to", To),
    }.Where(criterion => criterion.Value is not null).ToDictionary(criterion => criterion.Name, criterion => criterion.Value);

    private static bool TryMoment(IQueryCollection query, string name, out DateTimeOffset? moment)
    {
        moment = null;
        if (!query.ContainsKey(name))
            return true;
        if (!RequestTimes.TryParse(query[name], out var given))
            return false;
        moment = given;
        return true;
    }

    private static ValueTask<AccessLogQuery?> Refuse(string name, string? seen, string rule, string? suggestion = null) =>
        new(new AccessLogQuery(null, null, null, null,
            RequestErrors.Query(name, seen?.Length > 100 ? seen[..100] : seen, rule, suggestion)));
}

/// <summary>Tells the API's description of the members of an <see cref="AccessLogQuery"/>.</summary>
internal static class AccessLogQueryDescription
{
    public static RouteHandlerBuilder AsksAccess(this RouteHandlerBuilder endpoint) => endpoint
        .Query("subject", required: false, "Only look-ups by this subject.")
        .Query("recordId", required: false, "Only look-ups that showed this record (UUID).")
        .Query("from", required: false, "Only look-ups at or after this moment (RFC 3339).")
        .Query("to", required: false, "Only look-ups before this moment (RFC 3339).");
}
