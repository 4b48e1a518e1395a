using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.TraceRequests.Sweeping;
using Marten;
using Microsoft.Extensions.DependencyInjection;
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
        // The export to Spain is the last legal record: Portugal confirmed it, and nobody else can be asked.
        Assert.Equal("positive|1.3|0", await Spain.ScalarAsync<string>(
            """
            select concat_ws('|', c.finding, t.line, (select count(*) from registry.trace_clock k where k.trace_request_id = t.trace_request_id))
            from registry.cross_border_trace c join registry.trace_request t on t.trace_request_id = c.root_id where c.trace_request_id = $1
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
        Assert.Equal(("information_asked", "request_received"), (await WaitingAsync(Spain, asked), await WaitingAsync(Portugal, inbound)));
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
    public async Task A_partner_that_does_not_answer_is_reminded_by_documents_but_not_while_it_waits_for_information_itself()
    {
        var start = Spain.Time.GetUtcNow();
        var asked = await two.AskPortugalAsync(await two.SeizeExportedArmAsync("TWO-6"));
        await two.ExchangeAsync();
        var inbound = await InboundAsync(asked);

        await WaitAsync(30);
        Assert.Equal((1L, 1L), (await RemindersAsync(asked, inbound), await Portugal.ScalarAsync<long>(
            "select count(*) from registry.notice where occasion = 'reminded' and resource_path like '%' || $1 and owner_role = 'contact_point'",
            inbound.ToString())));

        await ActAsync(Portugal, inbound, "information-requests", new JsonObject { ["question"] = "Is there an import mark?" });
        await two.ExchangeAsync();
        await WaitAsync(90);
        Assert.Equal(1L, await RemindersAsync(asked, inbound));

        two.ToPortugal.Cut();
        await ActAsync(Spain, asked, "resubmissions", new JsonObject { ["information"] = "There is none." });
        await WaitAsync(30);
        two.ToPortugal.Mend();
        two.Wait(TimeSpan.FromHours(2));
        await two.ExchangeAsync();
        // It learnt only then what it is asked: there is nothing yet to remind of.
        Assert.Equal((1L, "resubmitted", 0L), (await RemindersAsync(asked, inbound), await StateAsync(Portugal, inbound), await OwedAsync(Spain)));
        Assert.True(await Spain.ScalarAsync<long>("select count(*) from registry.exchange_outbox where trace_request_id = $1 and state = 'lapsed'", asked) > 0);
        await ExchangeTimeline.PrintAsync("Reminders", start, Spain, Portugal);
        await ConsistentAsync();
    }

    /// <summary>Days go by at both registries, each with its sweeps and deliveries.</summary>
    private async Task WaitAsync(int days)
    {
        for (var day = 0; day < days; day += 5)
        {
            two.Wait(TimeSpan.FromDays(5));
            foreach (var state in new[] { Spain, Portugal })
            {
                await using var scope = state.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<TraceSweepJob>().RunAsync(TestContext.Current.CancellationToken);
            }

            await two.ExchangeAsync();
        }
    }

    /// <summary>The reminders that Portugal recorded; each came as one document that Spain calls delivered.</summary>
    private async Task<long> RemindersAsync(Guid asked, Guid inbound)
    {
        var delivered = await Spain.ScalarAsync<long>(
            """
            select count(*) from registry.exchange_outbox o join registry.mt_events e on e.id = o.document_id
            where o.trace_request_id = $1 and o.state = 'delivered' and e.type in ('trace_reminder_due', 'trace_reminded')
            """, asked);
        var recorded = await Portugal.ScalarAsync<long>(
            "select count(*) from registry.mt_events where stream_id = $1 and type = 'trace_reminded' and data ->> 'text' like 'Reminder%'", inbound);
        Assert.Equal(delivered, recorded);
        return recorded;
    }

    [Fact]
    public async Task An_answer_that_is_lent_until_a_time_does_not_leave_after_it()
    {
        var asked = await two.AskPortugalAsync(await two.SeizeExportedArmAsync("TWO-7"));
        await two.ExchangeAsync();
        two.ToSpain.Cut();
        var inbound = await InboundAsync(asked);
        await AnswerAsync(inbound, new JsonObject { ["kind"] = "answered", ["finding"] = "positive" }, new JsonObject
        {
            ["purposes"] = null,
            ["thirdParties"] = "never",
            ["expiresAt"] = Portugal.Time.GetUtcNow().AddHours(3),
            ["informBeforeDisclosure"] = false,
        });
        await two.ExchangeAsync();
        two.Wait(TimeSpan.FromHours(3));
        two.ToSpain.Mend();
        await two.ExchangeAsync();

        Assert.Equal("acknowledged", await StateAsync(Spain, asked));
        Assert.Equal("refused|disclosure-after-expiry", await Portugal.ScalarAsync<string>(
            "select state || '|' || last_failure from registry.exchange_outbox where trace_request_id = $1 and kind = 'trace_answer'", inbound));
        await ConsistentAsync();
    }

    [Fact]
    public async Task An_answer_by_a_rule_that_ended_before_it_left_waits_for_a_human()
    {
        await AgreeOnAnswersAsync(new AutomaticAnswers(PartnerScenario.Short("Agreement 9"), DateOnly.FromDateTime(Portugal.Time.GetUtcNow().UtcDateTime)));
        var asked = await two.AskPortugalAsync(await two.SeizeExportedArmAsync("TWO-9"));
        await two.ExchangeAsync();
        var inbound = await InboundAsync(asked);
        two.ToSpain.Cut();
        await Portugal.SearchAsync(inbound);
        Assert.Equal("answered", await StateAsync(Portugal, inbound));
        two.Wait(TimeSpan.FromDays(1));
        two.ToSpain.Mend();
        await two.ExchangeAsync();

        Assert.Equal("refused|exchange-agreement-ended", await Portugal.ScalarAsync<string>(
            "select state || '|' || last_failure from registry.exchange_outbox where trace_request_id = $1 and kind = 'trace_answer'", inbound));
        Assert.Equal("acknowledged", await StateAsync(Spain, asked));
        Assert.Equal(1L, await Portugal.ScalarAsync<long>(
            """
            select count(*) from registry.notice n join registry.exchange_outbox o on n.resource_path = '/api/v1/exchange/outbox/' || o.document_id
            where n.kind = 'document_undelivered' and n.owner_role = 'contact_point' and o.trace_request_id = $1
            """, inbound));
        await AgreeOnAnswersAsync(null);
        await AnswerAsync(inbound, new JsonObject { ["kind"] = "answered", ["finding"] = "positive" });
        await two.ExchangeAsync();
        Assert.Equal("answered", await StateAsync(Spain, asked));
        await ConsistentAsync();
    }

    private async Task AgreeOnAnswersAsync(AutomaticAnswers? agreement)
    {
        await using var session = Portugal.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Events.Append(Portugal.PartnerId, new PartnerAutomaticAnswersSet(agreement));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
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
        var repeats = await CountedAsync("exchange-document-repeated");
        two.ToPortugal.LoseAnswers();
        await Spain.DeliverAsync();
        Assert.Equal(1, await OwedAsync(Spain));
        two.ToPortugal.Mend();
        two.Wait(TimeSpan.FromMinutes(2));

        await two.ExchangeAsync();

        Assert.Equal(1, await ReceivedAsync(asked));
        Assert.Equal(repeats + 1, await CountedAsync("exchange-document-repeated"));
        await ConsistentAsync();
    }

    [Fact]
    public async Task A_document_that_a_carrier_replays_is_refused_logged_and_counted_and_its_sender_still_gets_the_receipt()
    {
        var start = Spain.Time.GetUtcNow();
        two.ToPortugal.Cut();
        var asked = await two.AskPortugalAsync(await two.SeizeExportedArmAsync("TWO-8"));
        await Spain.DeliverAsync();
        var overheard = await SignedFileAsync(await Spain.ScalarAsync<Guid>("select document_id from registry.exchange_outbox where trace_request_id = $1", asked));
        var (replays, repeats) = (await CountedAsync("exchange-document-replayed"), await CountedAsync("exchange-document-repeated"));

        (await ForeignRegistry.SendAsync(Portugal, overheard)).Expect(200);
        var replayed = await ForeignRegistry.SendAsync(Portugal, overheard);
        Assert.Equal((409, "exchange-document-replayed"), (replayed.Status, replayed.Problem));
        two.ToPortugal.Mend();
        two.Wait(TimeSpan.FromMinutes(2));
        await two.ExchangeAsync();
        Assert.Equal(409, (await ForeignRegistry.SendAsync(Portugal, overheard)).Status);
        two.Wait(TimeSpan.FromDays(31));
        var late = await ForeignRegistry.SendAsync(Portugal, overheard);

        await ExchangeTimeline.PrintAsync("A document that a carrier replays", start, Spain, Portugal);
        Assert.Equal((422, "exchange-document-expired"), (late.Status, late.Problem));
        Assert.Equal((replays + 2, repeats + 1, 1L, "acknowledged"),
            (await CountedAsync("exchange-document-replayed"), await CountedAsync("exchange-document-repeated"), await ReceivedAsync(asked),
                await StateAsync(Spain, asked)));
        Assert.Equal(2L, await Portugal.ScalarAsync<long>(
            "select count(*) from registry.exchange_refusal where refusal = 'exchange-document-replayed' and claimed_state = 'ESP' and at >= $1", start.UtcDateTime));
        await ConsistentAsync();
    }

    /// <summary>What the contact points were told that a request waits for.</summary>
    private static Task<string> WaitingAsync(StateHost state, Guid request) => state.ScalarAsync<string>(
        """
        select string_agg(occasion, ',') from registry.notice
        where kind = 'request_waiting' and owner_role = 'contact_point' and resource_path = '/api/v1/trace-requests/' || $1
        """, request.ToString());

    private async Task<string> SignedFileAsync(Guid document)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/exchange/outbox/{document}/file");
        question.Headers.Add("Query-Reason", RegistryClient.Reason);
        using var file = await (await Spain.PersonAsync(Role.ContactPoint)).Http.SendAsync(question, TestContext.Current.CancellationToken);
        return await file.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private Task<long> CountedAsync(string outcome) => Portugal.ScalarAsync<long>(
        "select coalesce(sum(count), 0)::bigint from registry.exchange_count where outcome = $1 and signer = 'ESP'", outcome);

    private Task<long> ReceivedAsync(Guid asked) => Portugal.ScalarAsync<long>(
        "select count(*) from registry.mt_events where type = 'inbound_trace_received' and data ->> 'partnerReference' = $1", asked.ToString());

    /// <summary>Every document that one side calls delivered was accepted by the other, once, with the same content; nothing else was accepted.</summary>
    private Task ConsistentAsync() => two.AssertConsistentAsync();

    private async Task AnswerAsync(Guid inbound, JsonObject? otherwise = null, JsonObject? restriction = null)
    {
        await Portugal.SearchAsync(inbound);
        if (otherwise is not null)
            await ActAsync(Portugal, inbound, "proposals", new JsonObject { ["answer"] = otherwise, ["restriction"] = restriction });
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
