using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>Two registries that agreed on asking by hash, and what each of them does where they did not.</summary>
public sealed class AskingByHashTests(TwoRegistries two) : IClassFixture<TwoRegistries>
{
    private const string Secret = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private StateHost Spain => two.Spain;

    private StateHost Portugal => two.Portugal;

    [Fact]
    public async Task Marks_are_possible_or_none_within_the_budget_once_both_sides_have_agreed()
    {
        await Portugal.RegisterAsync("HASH-77102", Known<Guid>.Unknown);
        Assert.Equal("mark-questions-not-agreed", (await AskAsync("HASH-77102")).Problem);
        await AgreeAsync(Spain, 100);
        Assert.Equal("partner-unreachable", (await AskAsync("HASH-77102")).Problem);
        await AgreeAsync(Portugal, 5);

        var answer = (await AskAsync("HASH-77102", "HA5H 771O2", "HASH-77103")).Expect(200);

        Assert.Equal(["possible", "possible", "none"], answer.Body!["answers"]!.AsArray().Select(one => one!.GetValue<string>()));
        Assert.Equal(3L, await Portugal.ScalarAsync<long>("select sum(marks)::bigint from registry.exchange_mark_question where direction = 'answered'"));
        Assert.Equal(1L, await Portugal.ScalarAsync<long>("select count(*) from registry.access_log where action = 'answer_mark_question' and subject = 'exchange:ESP'"));
        Assert.Equal(1L, await Spain.ScalarAsync<long>("select count(*) from registry.access_log where action = 'ask_partner_for_marks' and reason = 'criminal_investigation'"));

        var late = await Portugal.RegisterAsync("HASH-90001", Known<Guid>.Unknown);
        Assert.NotEqual(Guid.Empty, late);
        Assert.Equal("possible", (await AskAsync("HASH-90001")).Expect(200).Body!["answers"]![0]!.GetValue<string>());
        var spent = await AskAsync("HASH-1", "HASH-2");
        Assert.Equal((429, "mark-question-budget-spent"), (spent.Status, spent.Problem));
        Assert.Equal(1L, await Portugal.ScalarAsync<long>(
            "select count(*) from registry.exchange_refusal where refusal = 'mark-question-budget-spent' and claimed_state = 'ESP'"));

        two.Wait(TimeSpan.FromDays(1));
        Assert.Equal("none", (await AskAsync("HASH-1")).Expect(200).Body!["answers"]![0]!.GetValue<string>());
    }

    private async Task<ApiAnswer> AskAsync(params string[] marks) => await (await Spain.PersonAsync(Role.ContactPoint)).SearchAsync(
        $"/api/v1/partners/{Spain.PartnerId}/mark-questions",
        new JsonObject { ["marks"] = new JsonArray([.. marks.Select(mark => new JsonObject { ["mark"] = mark, ["country"] = "ESP" })]) });

    private static async Task AgreeAsync(StateHost state, int budget)
    {
        await using (var session = state.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Events.Append(state.PartnerId, new PartnerHashAgreementSet(new HashAgreement(PartnerScenario.Short("Agreement 7"), budget)));
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var version = await state.ScalarAsync<long>("select version from registry.mt_streams where id = $1", state.PartnerId);
        var set = await (await state.PersonAsync(Role.Administrator)).PostAsync(
            $"/api/v1/partners/{state.PartnerId}/pair-secrets", new JsonObject { ["secret"] = Secret }, version);
        Assert.Equal("630dcd29", set.Expect(200).Body!["check"]!.GetValue<string>());
    }
}
