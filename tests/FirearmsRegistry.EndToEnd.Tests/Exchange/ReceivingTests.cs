using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Exchange.Signing;
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
    public async Task A_replay_has_the_same_receipt_and_does_nothing_twice()
    {
        var document = Request(Now);
        var first = (await Abroad.SendAsync(Abroad.Sign(document, Now))).Expect(200);

        var again = (await Abroad.SendAsync(Abroad.Sign(document, Now.AddSeconds(30)))).Expect(200);

        Assert.Equal(first.Body!["receipt"]!.GetValue<string>(), again.Body!["receipt"]!.GetValue<string>());
        Assert.Equal(1, await ReceivedAsync(document));
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
    public async Task A_file_that_was_carried_by_hand_is_taken_from_a_contact_point_and_is_the_same_document()
    {
        var document = Request(Now);
        var signed = Abroad.Sign(document, Now);
        var client = _host.ClientAs(Role.ContactPoint);
        using var content = new StringContent(signed);
        content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/jose");
        using var taken = await client.Http.PostAsync("/api/v1/exchange/document-files", content, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)taken.StatusCode);

        (await Abroad.SendAsync(signed)).Expect(200);

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

    private async Task RefusedAsync(string text, int status, string name)
    {
        var before = await CountAsync(name);

        var answer = await Abroad.SendAsync(text);

        Assert.Equal((status, name), (answer.Status, answer.Problem));
        Assert.Equal(before + 1, await CountAsync(name));
    }

    private Task<long> CountAsync(string refusal) =>
        _host.ScalarAsync<long>("select count(*) from registry.exchange_refusal where refusal = $1", refusal);

    private Task<long> EventsAsync() => _host.ScalarAsync<long>("select count(*) from registry.mt_events");

    private Task<long> ReceivedAsync(TraceRequestDocument document) => _host.ScalarAsync<long>(
        "select count(*) from registry.mt_events where type = 'inbound_trace_received' and data ->> 'partnerReference' = $1", document.Head.RequestId.ToString());
}
