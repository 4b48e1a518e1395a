using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Exchange.Receiving;
using FirearmsRegistry.Registry.Exchange.Refusing;
using FirearmsRegistry.Registry.Exchange.Signing;
using Microsoft.Extensions.DependencyInjection;
using static FirearmsRegistry.EndToEnd.Tests.Exchange.ForeignRegistry;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>A host, and another State's registry that it knows.</summary>
public sealed class PartneredHost(TestDatabases databases) : IAsyncLifetime
{
    public RegistryHost Host { get; } = new(databases);

    internal ForeignRegistry Abroad { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Abroad = await MakeKnownAsync(Host, Portugal);
    }

    public async ValueTask DisposeAsync()
    {
        Abroad.Dispose();
        await Host.DisposeAsync();
    }
}

public sealed class ReceivingTests(PartneredHost partnered) : IClassFixture<PartneredHost>
{
    private readonly RegistryHost _host = partnered.Host;

    private ForeignRegistry Abroad => partnered.Abroad;

    private DateTimeOffset Now => _host.Time.GetUtcNow();

    [Fact]
    public async Task A_signed_request_is_recorded_once_acknowledged_and_given_a_signed_receipt()
    {
        var document = Request(Now);

        var answer = (await Abroad.SendAsync(Abroad.Sign(document, Now))).Expect(200);

        var receipt = UnverifiedJws.Read(answer.Body!["receipt"]!.GetValue<string>(), SignedTypes.Receipt).Value;
        Assert.Equal((Spain, Portugal, document.Head.Id), (receipt.Claimed.Iss, receipt.Claimed.Aud, receipt.Claimed.Jti));
        Assert.Equal(1, await _host.ScalarAsync<long>(
            "select count(*) from registry.mt_events where type = 'inbound_trace_received' and data ->> 'partnerReference' = $1", document.Head.RequestId.ToString()));
        Assert.Equal("acknowledgement", await _host.ScalarAsync<string>(
            "select o.kind from registry.exchange_outbox o join registry.exchange_thread t using (trace_request_id) where t.request_id = $1",
            document.Head.RequestId.ToString()));
    }

    [Fact]
    public async Task What_the_sender_signs_anew_has_the_same_receipt_and_is_counted_and_the_same_text_again_is_a_replay()
    {
        var (document, repeats) = (Request(Now), await CountedAsync("exchange-document-repeated"));
        var (first, anew) = (Abroad.Sign(document, Now), Abroad.Sign(document, Now.AddSeconds(30)));
        var taken = (await Abroad.SendAsync(first)).Expect(200);

        await RefusedAsync(first, 409, "exchange-document-replayed");
        var again = (await Abroad.SendAsync(anew)).Expect(200);
        await RefusedAsync(anew, 409, "exchange-document-replayed");
        await RefusedAsync(first, 409, "exchange-document-replayed");

        Assert.Equal(taken.Body!["receipt"]!.GetValue<string>(), again.Body!["receipt"]!.GetValue<string>());
        Assert.Equal(1, await ReceivedAsync(document));
        Assert.Equal(repeats + 1, await CountedAsync("exchange-document-repeated"));
    }

    [Fact]
    public async Task Knocking_is_counted_without_end_and_kept_in_so_many_lines_of_a_day_for_each_partner_in_whose_name_it_comes()
    {
        var log = _host.Services.GetRequiredService<ExchangeDoorLog>();
        var refusal = ExchangeErrors.KeyRevoked;
        var strangers = new[] { "FRA", "ITA" }.Select(code => new ClaimedSender(Marks.Countries.CountryCode.Parse(code).GetOrThrow(), false, false)).ToArray();
        for (var knock = 0; knock < ExchangeDoorLog.LinesOfADay + 20; knock++)
            await RecordAsync(strangers[knock % 2]);
        await RecordAsync(new ClaimedSender(null, false, false));
        await RecordAsync(new ClaimedSender(Portugal, true, false));
        await RecordAsync(new ClaimedSender(Portugal, true, true));

        Assert.Equal(ExchangeDoorLog.LinesOfADay + 2, await CountAsync(refusal.Name));
        Assert.Equal(2, await _host.ScalarAsync<long>(
            "select count(*) from registry.exchange_refusal where refusal = $1 and claimed_state = 'PRT'", refusal.Name));
        Assert.Equal(ExchangeDoorLog.LinesOfADay + 23, await CountedAsync(refusal.Name));
        var told = (await _host.ClientAs(Role.ContactPoint).GetAsync($"/api/v1/exchange/counts?since={Now:yyyy-MM-dd}")).Expect(200).Body!.AsArray()
            .Where(line => line!["outcome"]!.GetValue<string>() == refusal.Name).ToDictionary(line => line!["signer"]?.GetValue<string>() ?? "", line => line!["count"]!.GetValue<long>());
        Assert.Equal(new Dictionary<string, long> { [""] = ExchangeDoorLog.LinesOfADay + 22, ["PRT"] = 1 }, told);
        Assert.Equal(400, (await _host.ClientAs(Role.Auditor).GetAsync("/api/v1/exchange/counts?since=yesterday")).Status);

        Task RecordAsync(ClaimedSender sender) => log.RecordAsync(refusal, sender, ExchangeChannel.Registry, null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Junk_of_strangers_does_not_hide_what_is_forged_in_a_partners_name()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await _host.ScalarAsync<long>(
            """
            with junk as (insert into registry.exchange_count (day, outcome, signer, claimed, channel, count)
                values ($1, 'exchange-signature-bad', '', '', 'registry', 100000)
                on conflict (day, outcome, signer, claimed, channel) do update set count = 100000 returning count)
            select count from junk
            """, DateOnly.FromDateTime(Now.UtcDateTime));

        await RefusedAsync(Abroad.Sign(Request(Now), Now, key: other), 403, "exchange-signature-bad");
    }

    [Fact]
    public async Task The_same_text_twice_at_once_is_taken_once_and_the_other_is_a_replay()
    {
        var document = Request(Now);
        var (text, replays) = (Abroad.Sign(document, Now), await CountedAsync("exchange-document-replayed"));

        var answers = await Task.WhenAll(Abroad.SendAsync(text), Abroad.SendAsync(text));

        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
        Assert.Equal("exchange-document-replayed", answers.Single(answer => answer.Status == 409).Problem);
        Assert.Equal((1L, replays + 1), (await ReceivedAsync(document), await CountedAsync("exchange-document-replayed")));
    }

    [Fact]
    public async Task One_content_is_answered_again_for_so_many_texts_of_a_day()
    {
        var document = Request(Now);
        (await Abroad.SendAsync(Abroad.Sign(document, Now))).Expect(200);
        await _host.ScalarAsync<long>(
            """
            with texts as (insert into registry.exchange_taken_text
                select sender, text_id, decode(md5(n::text), 'hex'), taken_at, expires_at from registry.exchange_taken_text, generate_series(1, $2) n
                where text_id = $1 returning 1)
            select count(*) from texts
            """, document.Head.Id, TakenTexts.TextsOfADay - 2);

        (await Abroad.SendAsync(Abroad.Sign(document, Now))).Expect(200);
        await RefusedAsync(Abroad.Sign(document, Now), 429, "exchange-document-repeated-too-often");
        Assert.Equal(TakenTexts.TextsOfADay, await _host.ScalarAsync<long>(
            """
            with texts as (update registry.exchange_taken_text set taken_at = taken_at - interval '1 day' where text_id = $1 returning 1)
            select count(*) from texts
            """, document.Head.Id));
        (await Abroad.SendAsync(Abroad.Sign(document, Now))).Expect(200);
    }

    [Fact]
    public async Task Eight_deliveries_at_once_make_one_record()
    {
        var document = Request(Now);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Abroad.SendAsync(Abroad.Sign(document, Now))));

        Assert.Single(answers.Select(answer => answer.Expect(200).Body!["receipt"]!.GetValue<string>()).Distinct());
        Assert.Equal(1, await ReceivedAsync(document));
    }

    [Fact]
    public async Task A_replay_with_another_content_is_refused()
    {
        var document = Request(Now);
        (await Abroad.SendAsync(Abroad.Sign(document, Now))).Expect(200);

        await RefusedAsync(Abroad.Sign(Request(Now, Guid.CreateVersion7(), document.Head.Id), Now), 409, "exchange-document-reused");
    }

    [Fact]
    public async Task A_request_that_was_made_under_another_document_is_known()
    {
        var document = Request(Now);
        (await Abroad.SendAsync(Abroad.Sign(document, Now))).Expect(200);

        await RefusedAsync(Abroad.Sign(Request(Now, document.Head.RequestId), Now), 409, "inbound-request-known");
    }

    [Fact]
    public async Task An_unknown_signer_an_unknown_key_and_a_foreign_signature_are_refused()
    {
        var document = Request(Now);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var fromNowhere = DocumentSigner.Sign(SignedTypes.Document, DocumentReader.Write(document), document.Head.Id,
            Marks.Countries.CountryCode.Parse("FRA").GetOrThrow(), Spain, Now, KeyName, Abroad.Key);

        await RefusedAsync(fromNowhere, 403, "exchange-signer-unknown");
        await RefusedAsync(Abroad.Sign(document, Now, name: "pt-9"), 403, "exchange-key-unknown");
        await RefusedAsync(Abroad.Sign(document, Now, key: other), 403, "exchange-signature-bad");
    }

    [Fact]
    public async Task A_wrong_addressee_and_times_that_cannot_be_are_refused()
    {
        var document = Request(Now);

        await RefusedAsync(Abroad.Sign(document, Now, to: Portugal), 422, "exchange-addressee-wrong");
        await RefusedAsync(Abroad.Sign(document, Now.AddMinutes(10)), 422, "exchange-document-future");
        await RefusedAsync(Abroad.Sign(document, Now.AddDays(-31)), 422, "exchange-document-expired");
    }

    [Fact]
    public async Task A_forged_and_a_truncated_document_are_refused_and_nothing_is_written()
    {
        var signed = Abroad.Sign(Request(Now), Now);
        var events = await EventsAsync();

        await RefusedAsync(signed[..^40], 403, "exchange-signature-bad");
        await RefusedAsync(signed[..(signed.Length / 2)], 400, "exchange-document-unreadable");
        await RefusedAsync("eyJhbGciOiJub25lIn0.e30.e30", 400, "exchange-algorithm-refused");
        await RefusedAsync("not signed at all", 400, "exchange-document-unreadable");

        Assert.Equal(events, await EventsAsync());
    }

    [Fact]
    public async Task What_is_too_large_or_no_signed_text_by_its_type_is_counted_at_the_door_like_all_else()
    {
        await RefusedAsync(new string('a', UnverifiedJws.Longest + 1), 413, "body-too-large");
        await RefusedAsync(Abroad.Sign(Request(Now), Now), 415, "not-jose", "application/json");

        Assert.Equal(0, await _host.ScalarAsync<long>(
            "select count(*) from registry.exchange_refusal where refusal in ('body-too-large', 'not-jose') and claimed_state is not null"));
    }

    [Fact]
    public async Task A_document_of_a_later_version_is_refused_by_that_name()
    {
        var document = Request(Now);
        var later = JsonNode.Parse(DocumentReader.Write(document))!;
        later["head"]!["version"] = 2;

        var signed = DocumentSigner.Sign(SignedTypes.Document, System.Text.Encoding.UTF8.GetBytes(later.ToJsonString()), document.Head.Id, Portugal, Spain, Now,
            KeyName, Abroad.Key);

        await RefusedAsync(signed, 422, "exchange-version-unknown");
    }

    [Fact]
    public async Task A_document_about_a_request_that_the_two_States_do_not_have_is_refused()
    {
        var answer = DocumentExamples.Refusal with
        {
            Head = new DocumentHead(DocumentKind.TraceAnswer, 1, Guid.CreateVersion7(), Guid.CreateVersion7(), Now, Spain, Portugal, DocumentExamples.Request.Head.SentBy),
        };

        await RefusedAsync(Abroad.Sign(answer, Now), 422, "exchange-request-unknown");
    }

    [Fact]
    public async Task A_document_that_names_another_State_as_its_sender_is_refused()
    {
        var document = Request(Now);
        var lying = document with { Head = document.Head with { RequestingState = Spain, RequestedState = Portugal } };

        await RefusedAsync(Abroad.Sign(lying, Now), 422, "exchange-states-mismatched");
    }

    [Fact]
    public async Task A_file_that_was_carried_by_hand_is_the_same_document_and_whoever_brings_it_again_has_its_receipt()
    {
        var document = Request(Now);
        var (signed, repeats, replays) = (
            Abroad.Sign(document, Now), await CountedAsync("exchange-document-repeated"), await CountedAsync("exchange-document-replayed"));
        var receipt = await BringAsync(signed);

        Assert.Equal(receipt, await BringAsync(signed));
        Assert.Equal((repeats + 1, replays), (await CountedAsync("exchange-document-repeated"), await CountedAsync("exchange-document-replayed")));
        await RefusedAsync(signed, 409, "exchange-document-replayed");
        Assert.Equal(receipt, (await Abroad.SendAsync(Abroad.Sign(document, Now))).Expect(200).Body!["receipt"]!.GetValue<string>());

        Assert.Equal(1, await ReceivedAsync(document));
        Assert.Equal("file", await _host.ScalarAsync<string>("select channel from registry.exchange_inbox where document_id = $1", document.Head.Id));
    }

    [Fact]
    public async Task Refusals_are_listed_with_what_they_claimed_and_nothing_of_their_content()
    {
        await RefusedAsync(Abroad.Sign(Request(Now), Now.AddDays(-40)), 422, "exchange-document-expired");

        var list = (await _host.ClientAs(Role.Auditor).GetAsync("/api/v1/exchange/refusals?limit=200")).Expect(200).Body!["items"]!.AsArray();

        var line = list.First(one => one!["refusal"]!.GetValue<string>() == "exchange-document-expired")!;
        Assert.Equal(("PRT", "registry"), (line["claimedState"]!.GetValue<string>(), line["channel"]!.GetValue<string>()));
        Assert.DoesNotContain("AB12345", list.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<string> BringAsync(string text)
    {
        using var content = new StringContent(text);
        content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/jose");
        using var taken = await _host.ClientAs(Role.ContactPoint).Http.PostAsync("/api/v1/exchange/document-files", content, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)taken.StatusCode);
        return JsonNode.Parse(await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["receipt"]!.GetValue<string>();
    }

    private async Task RefusedAsync(string text, int status, string name, string mediaType = "application/jose")
    {
        var (before, counted) = (await CountAsync(name), await CountedAsync(name));

        var answer = await SendAsync(_host, text, mediaType);

        Assert.Equal((status, name), (answer.Status, answer.Problem));
        Assert.Equal((before + 1, counted + 1), (await CountAsync(name), await CountedAsync(name)));
    }

    private Task<long> CountAsync(string refusal) =>
        _host.ScalarAsync<long>("select count(*) from registry.exchange_refusal where refusal = $1", refusal);

    private Task<long> CountedAsync(string outcome) =>
        _host.ScalarAsync<long>("select coalesce(sum(count), 0)::bigint from registry.exchange_count where outcome = $1", outcome);

    private Task<long> EventsAsync() => _host.ScalarAsync<long>("select count(*) from registry.mt_events");

    private Task<long> ReceivedAsync(TraceRequestDocument document) => _host.ScalarAsync<long>(
        "select count(*) from registry.mt_events where type = 'inbound_trace_received' and data ->> 'partnerReference' = $1", document.Head.RequestId.ToString());
}
