using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Checking;

/// <summary>
/// The open requests behind the arms of line 1.5: those to other States, by the clock agreed with each; else the domestic one, by the clock
/// that it set for a foreign answer, or by this registry's own.
/// </summary>
internal static class PendingTraces
{
    private static string Sql(DateTimeOffset? knownAt) =>
        $"""
        with pending as (
            select fact.item_id, request.trace_request_id, request.priority, request.requested_at
            from registry.item_fact fact join registry.trace_request request on request.seized_item_id = fact.item_id
            where fact.year = $1 and {KnownFacts.At(knownAt)} and fact.item_kind = 'firearm' and fact.duplicate_of is null
              and fact.line = '{OutcomeLine.Pending.Code()}' and request.kind = 'domestic' and {Running(knownAt, "request.requested_at", "request.ended_at")}),
        abroad as (
            select item_id, request.partner_id, request.priority, request.submitted_at
            from pending join registry.cross_border_trace request on request.root_id = pending.trace_request_id
            where request.kind = 'outbound' and {Running(knownAt, "request.submitted_at", "coalesce(request.answered_at, request.ended_at)")})
        select item_id, partner_id, priority, submitted_at, null::timestamptz from abroad
        union all
        select item_id, null, pending.priority, requested_at,
            (select due_at from registry.trace_clock clock where clock.trace_request_id = pending.trace_request_id and clock.kind = 'foreign_answer')
        from pending where not exists (select from abroad where abroad.item_id = pending.item_id)
        """;

    public static async Task<IReadOnlyList<PendingTrace>> ReadAsync(
        NpgsqlConnection connection, IQuerySession session, int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        var partners = (await session.Query<Partner>().ToListAsync(token)).ToDictionary(partner => partner.Id);
        await using var command = new NpgsqlCommand(Sql(knownAt), connection);
        KnownFacts.Add(command.Parameters, year, FigureIntake.All, knownAt);
        await using var reader = await command.ExecuteReaderAsync(token);
        var pending = new List<PendingTrace>();
        while (await reader.ReadAsync(token))
        {
            var partner = await reader.IsDBNullAsync(1, token) ? null : partners.GetValueOrDefault(reader.GetGuid(1));
            var (code, since) = (reader.GetString(2), await reader.GetFieldValueAsync<DateTimeOffset>(3, token));
            var priority = KnownFacts.Read<TracePriority>(code);
            var clock = partner is null ? TraceClock.Own(priority) : TraceClock.Of(partner, priority);
            pending.Add(new PendingTrace(reader.GetGuid(0), partner is null ? $"domestic {code}" : $"outbound {code}", since,
                await reader.IsDBNullAsync(4, token) ? clock.AnswerDue(since) : await reader.GetFieldValueAsync<DateTimeOffset>(4, token)));
        }

        return pending;
    }

    private static string Running(DateTimeOffset? knownAt, string from, string to) =>
        knownAt is null ? $"{from} is not null and {to} is null" : $"{from} <= $3 and ({to} is null or {to} > $3)";
}
