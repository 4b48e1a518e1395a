using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Registry.Access;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>Two States' registries, each with its own database, keys and clock, and nothing between them but signed documents.</summary>
public sealed class TwoRegistriesTests(TwoRegistries two) : IClassFixture<TwoRegistries>
{
    private StateHost Spain => two.Spain;

    private StateHost Portugal => two.Portugal;

    [Fact]
    public async Task An_arm_that_Portugal_exported_to_Spain_is_traced_to_its_export()
    {
        var start = Spain.Time.GetUtcNow();
        var asked = await two.AskPortugalAsync(await two.SeizeExportedArmAsync("TWO-1"));

        await two.ExchangeAsync();
        Assert.Equal("acknowledged", await StateAsync(Spain, asked));
        await AnswerAsync(await InboundAsync(asked));
        await two.ExchangeAsync();

        await ExchangeTimeline.PrintAsync("An arm that Portugal exported to Spain", start, Spain, Portugal);
        var read = await ReadAsync(Spain, asked);
        Assert.Equal("answered", read["state"]!.GetValue<string>());
        Assert.Equal(0, await OwedAsync(Spain) + await OwedAsync(Portugal));
        Assert.Equal("traced_to_foreign_country|ESP|export", await Spain.ScalarAsync<string>(
            """
            select (facts ->> 'outcome') || '|' || (facts ->> 'nextCountry') || '|' || (facts -> 'hops' -> -1 ->> 'kind')
            from (select data -> 'answer' -> 'facts' as facts from registry.mt_events where stream_id = $1 and type = 'outbound_trace_answered') answer
            """, asked));
        await ConsistentAsync();
    }

    [Fact]
    public async Task A_refusal_arrives_with_its_reason_and_its_words()
    {
        var start = Spain.Time.GetUtcNow();
        var asked = await two.AskPortugalAsync(await two.SeizeExportedArmAsync("TWO-2"));
        await two.ExchangeAsync();

        await AnswerAsync(await InboundAsync(asked), new JsonObject
        {
            ["kind"] = "refused",
            ["reason"] = "ongoing_investigation",
            ["explanation"] = "An investigation of ours would be compromised.",
        });
        await two.ExchangeAsync();

        await ExchangeTimeline.PrintAsync("A refusal with its reason", start, Spain, Portugal);
        Assert.Equal("refused", await StateAsync(Spain, asked));
        Assert.Equal("ongoing_investigation|An investigation of ours would be compromised.", await Spain.ScalarAsync<string>(
            """
            select (data -> 'answer' ->> 'reason') || '|' || (data -> 'answer' ->> 'explanation')
            from registry.mt_events where stream_id = $1 and type = 'outbound_trace_answered'
            """, asked));
        await ConsistentAsync();
    }

    [Fact]
    public async Task More_information_is_asked_given_and_the_request_goes_on()
    {
        var start = Spain.Time.GetUtcNow();
        var asked = await two.AskPortugalAsync(await two.SeizeExportedArmAsync("TWO-3"));
        await two.ExchangeAsync();
        var inbound = await InboundAsync(asked);

        await ActAsync(Portugal, inbound, "information-requests", new JsonObject { ["question"] = "Is there an import mark?" });
        await two.ExchangeAsync();
        Assert.Equal("info_requested", await StateAsync(Spain, asked));
        await ActAsync(Spain, asked, "resubmissions", new JsonObject { ["information"] = "There is none." });
        await two.ExchangeAsync();

        Assert.Equal("resubmitted", await StateAsync(Portugal, inbound));
        await ActAsync(Spain, asked, "withdrawals", new JsonObject { ["reason"] = "The arm was identified by its papers." });
        await two.ExchangeAsync();
        await ExchangeTimeline.PrintAsync("More information, and a withdrawal", start, Spain, Portugal);
        Assert.Equal("withdrawn", await StateAsync(Portugal, inbound));
        await ConsistentAsync();
    }

    [Fact]
    public async Task A_partner_that_is_down_for_two_days_gets_everything_afterwards_in_order()
    {
        var start = Spain.Time.GetUtcNow();
        two.ToPortugal.Cut();
        var asked = await two.AskPortugalAsync(await two.SeizeExportedArmAsync("TWO-4"));
        await ActAsync(Spain, asked, "withdrawals", new JsonObject { ["reason"] = "Not needed any more." });
        for (var hour = 0; hour < 48; hour++)
        {
            await two.ExchangeAsync();
            two.Wait(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, await OwedAsync(Spain));
        two.ToPortugal.Mend();
        await two.ExchangeAsync();

        await ExchangeTimeline.PrintAsync("A partner down for two days", start, Spain, Portugal);
        Assert.Equal(0, await OwedAsync(Spain));
        Assert.Equal("withdrawn", await StateAsync(Portugal, await InboundAsync(asked)));
        Assert.Equal("trace_request,more_information", await Portugal.ScalarAsync<string>(
            """
            select string_agg(i.kind, ',' order by i.received_at, i.kind desc) from registry.exchange_inbox i join registry.exchange_thread t using (trace_request_id)
            where t.request_id = $1
            """, asked.ToString()));
        await ConsistentAsync();
    }

    [Fact]
    public async Task A_receipt_that_is_lost_on_its_way_is_given_again_and_the_document_counts_once()
    {
        var asked = await two.AskPortugalAsync(await two.SeizeExportedArmAsync("TWO-5"));
        await Spain.DeliverAsync();
        // As if the line had broken after the document and before the receipt.
        await Spain.ScalarAsync<int>(
            """
            with lost as (update registry.exchange_outbox set state = 'waiting', receipt = null, ended_at = null, due_at = created_at
                where trace_request_id = $1 returning 1) select count(*)::int from lost
            """, asked);

        await two.ExchangeAsync();

        Assert.Equal(1, await Portugal.ScalarAsync<long>(
            "select count(*) from registry.mt_events where type = 'inbound_trace_received' and data ->> 'partnerReference' = $1", asked.ToString()));
        await ConsistentAsync();
    }

    /// <summary>Every document that one side calls delivered was accepted by the other, once, with the same content; nothing else was accepted.</summary>
    private Task ConsistentAsync() => two.AssertConsistentAsync();

    private async Task AnswerAsync(Guid inbound, JsonObject? otherwise = null)
    {
        await Portugal.SearchAsync(inbound);
        if (otherwise is not null)
            await ActAsync(Portugal, inbound, "proposals", new JsonObject { ["answer"] = otherwise });
        var proposal = (await ReadAsync(Portugal, inbound))["abroad"]?["proposal"]?["proposalId"]?.GetValue<Guid>()
            ?? await Portugal.ScalarAsync<Guid>(
                "select (data ->> 'proposalId')::uuid from registry.mt_events where stream_id = $1 and type = 'inbound_answer_proposed' order by version desc limit 1", inbound);
        await ActAsync(Portugal, inbound, "approvals", new JsonObject { ["proposalId"] = proposal });
    }

    private Task<Guid> InboundAsync(Guid asked) => Portugal.ScalarAsync<Guid>(
        "select trace_request_id from registry.exchange_thread where request_id = $1 and kind = 'inbound'", asked.ToString());

    /// <summary>Documents that still wait to be sent; one that the other side refused, as after a withdrawal, is owed no more.</summary>
    private static Task<long> OwedAsync(StateHost state) =>
        state.ScalarAsync<long>("select count(*) from registry.exchange_outbox where state = 'waiting'");

    private static async Task ActAsync(StateHost state, Guid request, string act, JsonObject body)
    {
        var contact = await state.PersonAsync(Role.ContactPoint);
        var read = (await contact.GetAsync($"{Requests}/{request}")).Expect(200);
        var done = await contact.PostAsync($"{Requests}/{request}/{act}", body, read.Version);
        Assert.True(done.Status is 200 or 201, $"{act}: {done.Status} {done.Body?.ToJsonString()}");
    }

    private static async Task<string> StateAsync(StateHost state, Guid request) => (await ReadAsync(state, request))["state"]!.GetValue<string>();

    private static async Task<JsonNode> ReadAsync(StateHost state, Guid request) =>
        (await (await state.PersonAsync(Role.ContactPoint)).GetAsync($"{Requests}/{request}")).Expect(200).Body!;
}
