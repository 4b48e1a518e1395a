using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>What happened at both registries, from their own records and in the order of their clocks, for people to read.</summary>
internal static class ExchangeTimeline
{
    private const string Read =
        """
        select timestamp, 'event ' || type || case
                when type = 'outbound_trace_answered' then ': ' || (data -> 'answer' ->> 'kind')
                    || coalesce(', the trail leads to ' || (data -> 'answer' -> 'facts' ->> 'nextCountry'), '') || coalesce(', ' || (data -> 'answer' ->> 'reason'), '')
                when type = 'inbound_trace_answered' then ': ' || (data -> 'answer' ->> 'kind')
                    || coalesce(', the trail leads to ' || (data -> 'answer' -> 'facts' ->> 'nextCountry'), '') || coalesce(', ' || (data -> 'answer' ->> 'reason'), '')
                when type = 'trace_outcome_decided' then ': ' || (data ->> 'outcome') || ', line ' || (data ->> 'line')
                else '' end,
            case when user_name like 'exchange:%' then user_name when user_name is null then '' else 'an officer' end, seq_id
        from registry.mt_events where (type like '%trace%' or type = 'inbound_answer_proposed') and type not like 'trace_clock%' and timestamp >= $1
        union all
        select received_at, 'accepted ' || kind || ' of ' || sender || ', receipt given', 'exchange:' || sender, 0 from registry.exchange_inbox where received_at >= $1
        union all
        select ended_at, state || ' ' || kind || ' after ' || attempts || ' attempts' || coalesce(', ' || last_failure, ''), 'delivery job', 0
        from registry.exchange_outbox where ended_at >= $1
        union all
        select at, 'refused: ' || refusal, coalesce('exchange:' || claimed_state, ''), 0 from registry.exchange_refusal where at >= $1
        order by 1, 4
        """;

    /// <summary>Prints everything since a moment to the test's output.</summary>
    public static async Task PrintAsync(string title, DateTimeOffset since, params StateHost[] states)
    {
        var lines = new List<(DateTimeOffset At, string Text)>();
        foreach (var state in states)
        {
            await using var command = state.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(Read);
            command.Parameters.AddWithValue(since.UtcDateTime);
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                var at = reader.GetFieldValue<DateTimeOffset>(0);
                lines.Add((at, string.Create(CultureInfo.InvariantCulture,
                    $"{at:yyyy-MM-dd HH:mm:ss.fff}  {state.Country}  {reader.GetString(2),-13}  {reader.GetString(1)}")));
            }
        }

        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine(title);
        foreach (var (_, text) in lines.OrderBy(line => line.At))
            output?.WriteLine(text);
    }
}
