using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;
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
        var refused = await AskAsync("HASH-77102");
        Assert.Equal((409, "partner-refused-question"), (refused.Status, refused.Problem));
        Assert.Contains("mark-questions-not-agreed", refused.Body!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("sent,refused", await OutcomesAsync());
        await AgreeAsync(Portugal, 5);

        var answer = (await AskAsync("HASH-77102", "HA5H 771O2", "HASH-77103")).Expect(200);

        Assert.Equal(["possible", "possible", "none"], answer.Body!["answers"]!.AsArray().Select(one => one!.GetValue<string>()));
        Assert.Equal(3L, await Portugal.ScalarAsync<long>("select sum(marks)::bigint from registry.exchange_mark_question where direction = 'answered'"));
        Assert.Equal(1L, await Portugal.ScalarAsync<long>("select count(*) from registry.access_log where action = 'answer_mark_question' and subject = 'exchange:ESP'"));
        // Also the one that Portugal did not answer.
        Assert.Equal(2L, await Spain.ScalarAsync<long>("select count(*) from registry.access_log where action = 'ask_partner_for_marks' and reason = 'criminal_investigation'"));

        var late = await Portugal.RegisterAsync("HASH-90001", Known<Guid>.Unknown);
        Assert.NotEqual(Guid.Empty, late);
        Assert.Equal("possible", (await AskAsync("HASH-90001")).Expect(200).Body!["answers"]![0]!.GetValue<string>());
        var spent = await AskAsync("HASH-1", "HASH-2");
        Assert.Equal((429, "mark-question-budget-spent"), (spent.Status, spent.Problem));
        Assert.Equal(1L, await Portugal.ScalarAsync<long>(
            "select count(*) from registry.exchange_refusal where refusal = 'mark-question-budget-spent' and claimed_state = 'ESP'"));

        two.Wait(TimeSpan.FromDays(1));
        await AskAndLoseTheAnswerAsync();
        Assert.Equal("none", (await AskAsync("HASH-1")).Expect(200).Body!["answers"]![0]!.GetValue<string>());
        await RegisterGlockAsync("HASH-80001");
        Assert.Equal(["possible", "possible", "none"], new[]
        {
            await AskOfMakerAsync("HASH-80001", "Глок"), await AskOfMakerAsync("HASH-80001", null), await AskOfMakerAsync("HASH-80001", "Beretta"),
        });

        two.Wait(TimeSpan.FromDays(1));
        await AskAtOnceAsync();
    }

    /// <summary>People who ask the same at once share its question where none of them has the answer yet, and all of them have it then.</summary>
    private async Task AskAtOnceAsync()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskAsync("HASH-77102")));

        Assert.All(answers, answer => Assert.Equal("possible", answer.Expect(200).Body!["answers"]![0]!.GetValue<string>()));
        var questions = answers.Select(answer => answer.Body!["questionId"]!.GetValue<Guid>()).Distinct().ToArray();
        Assert.Equal(5L, await Spain.ScalarAsync<long>(
            "select count(*) from registry.exchange_mark_asking where outcome = 'answered' and question_id = any($1)", questions));
        foreach (var state in new[] { Spain, Portugal })
        {
            Assert.Equal((long)questions.Length, await state.ScalarAsync<long>(
                "select count(*) from registry.exchange_mark_question where question_id = any($1)", questions));
        }
    }

    /// <summary>What is asked is on record before it leaves, and asked again under its id: neither side counts it twice.</summary>
    private async Task AskAndLoseTheAnswerAsync()
    {
        two.ToPortugal.LoseAnswers();
        Assert.Equal("partner-unreachable", (await AskAsync("HASH-77102")).Problem);
        two.ToPortugal.Mend();
        Assert.Equal("sent,unknown", await OutcomesAsync());
        Assert.Equal(2L, await Portugal.ScalarAsync<long>("select count(*) from registry.exchange_mark_question where marks = 1"));

        var again = (await AskAsync("HASH-77102")).Expect(200).Body!;

        Assert.Equal("possible", again["answers"]![0]!.GetValue<string>());
        Assert.Equal("sent,unknown,sent,answered", await OutcomesAsync());
        Assert.Equal(2L, await Portugal.ScalarAsync<long>("select count(*) from registry.exchange_mark_question where marks = 1"));
        Assert.Equal(1L, await Portugal.ScalarAsync<long>(
            "select sum(count)::bigint from registry.exchange_count where outcome = 'exchange-document-repeated' and channel = 'mark_question'"));
        Assert.Equal(1L, await Portugal.ScalarAsync<long>(
            """
            select count(*) from registry.access_log
            where action = 'answer_mark_question' and subject = 'exchange:ESP' and criteria @> '{"repeated": true, "marks": 1, "possible": 1}'
            """));
    }

    /// <summary>What came of the askings of the question that was sent last.</summary>
    private Task<string> OutcomesAsync() => Spain.ScalarAsync<string>(
        """
        select string_agg(outcome, ',' order by id) from registry.exchange_mark_asking
        where question_id = (select question_id from registry.exchange_mark_asking order by id desc limit 1)
        """);

    private Task<Guid> RegisterGlockAsync(string serial)
    {
        var before = FirearmExamples.Register.Description;
        return Portugal.RegisterAsync(serial, Known<Guid>.Unknown, new FirearmCorrected(
            before, before with { Maker = Known.Of(PartnerScenario.Short("Glock Ges.m.b.H.")) }, Note.Parse("By the invoice.").GetOrThrow()));
    }

    private async Task<string> AskOfMakerAsync(string mark, string? maker) => (await (await Spain.PersonAsync(Role.ContactPoint)).SearchAsync(
        $"/api/v1/partners/{Spain.PartnerId}/mark-questions",
        new JsonObject { ["marks"] = new JsonArray(new JsonObject { ["mark"] = mark, ["maker"] = maker }) })).Expect(200)
        .Body!["answers"]![0]!.GetValue<string>();

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
        var administrator = await state.PersonAsync(Role.Administrator);
        var set = await administrator.PostAsync($"/api/v1/partners/{state.PartnerId}/pair-secrets", new JsonObject { ["secret"] = Secret }, version);
        Assert.Equal("630dcd29", set.Expect(200).Body!["check"]!.GetValue<string>());

        // What is shown afterwards has the version by which it is changed next.
        var shown = (await administrator.GetAsync($"/api/v1/partners/{state.PartnerId}")).Expect(200);
        Assert.Equal(version + 1, shown.Body!["version"]!.GetValue<long>());
        Assert.NotNull(shown.Body["pairSecretSetAt"]);
    }
}
