using System.Net;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Delivering;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Signing;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>A partner without a registry.</summary>
public sealed class CarryingByHandTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private static readonly CountryCode France = CountryCode.Parse("FRA").GetOrThrow();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_for_a_partner_without_a_registry_is_a_signed_file_that_a_named_human_hands_over_once()
    {
        using var abroad = await ForeignRegistry.MakeKnownAsync(host, France,
            new PartnerChannel(ChannelKind.ByHand, PartnerScenario.Short("Liaison officer, embassy"), true));
        var document = await OweAsync(abroad.PartnerId);
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DeliverDocumentJob>().RunAsync(document, Token);
        var contact = host.ClientAs(Role.ContactPoint);
        Assert.Equal("by_hand", (await contact.GetAsync($"/api/v1/exchange/outbox/{document}")).Expect(200).Body!["state"]!.GetValue<string>());

        using var without = await contact.Http.GetAsync($"/api/v1/exchange/outbox/{document}/file", Token);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var question = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/exchange/outbox/{document}/file");
        question.Headers.Add("Query-Reason", RegistryClient.Reason);
        using var file = await contact.Http.SendAsync(question, Token);
        Assert.Equal((HttpStatusCode.OK, "application/jose"), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
        var signed = UnverifiedJws.Read(await file.Content.ReadAsStringAsync(Token), SignedTypes.Document).Value.Claimed;
        Assert.Equal((document, France), (signed.Jti, signed.Aud));
        Assert.IsType<TraceRequestDocument>(DocumentReader.Read(signed.ContentBytes()).Value);

        var body = new JsonObject { ["recipient"] = "Liaison officer", ["way"] = "Memory stick 14" };
        var handed = (await contact.PostAsync($"/api/v1/exchange/outbox/{document}/hand-overs", body.DeepClone())).Expect(201);
        Assert.Equal("handed_over", handed.Body!["state"]!.GetValue<string>());
        Assert.Equal("exchange-document-gone", (await contact.PostAsync($"/api/v1/exchange/outbox/{document}/hand-overs", body.DeepClone())).Problem);
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.mt_events where stream_id = $1 and type = 'exchange_document_handed_over' and user_name is not null", document));
        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.notice where kind = 'document_undelivered' and resource_path = '/api/v1/exchange/outbox/' || $1", document.ToString()));
    }

    [Fact]
    public async Task What_is_owed_lies_in_the_database_as_ciphertext()
    {
        using var abroad = await ForeignRegistry.MakeKnownAsync(host, CountryCode.Parse("ITA").GetOrThrow());
        var document = await OweAsync(abroad.PartnerId);
        await using var scope = host.Services.CreateAsyncScope();
        var line = await scope.ServiceProvider.GetRequiredService<Outbox>().FindAsync(document, Token);
        var content = await scope.ServiceProvider.GetRequiredService<OutboxContents>().OfAsync(line!, Token);

        Assert.Equal(content, await scope.ServiceProvider.GetRequiredService<OutboxContents>().OfAsync(line!, Token));
        Assert.False(await host.ScalarAsync<bool>("select position($2::bytea in content) > 0 from registry.exchange_outbox where document_id = $1",
            document, "trace_request"u8.ToArray()));
    }

    [Fact]
    public async Task A_document_that_arrived_while_somebody_handed_it_over_stays_delivered_and_nobody_is_told_that_it_did_not()
    {
        using var abroad = await ForeignRegistry.MakeKnownAsync(host, CountryCode.Parse("GRC").GetOrThrow());
        var document = await OweAsync(abroad.PartnerId);
        await host.Services.GetRequiredService<Outbox>().EndAsync(document, OutboxState.Delivered, host.Time.GetUtcNow(), "a receipt", null, Token);
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();

        Assert.False(await Outbox.EndAsync(session, document, OutboxState.ByHand, host.Time.GetUtcNow(), "no-registry-channel", Token));
        session.Events.StartStream<HandedOverDocument>(document, new DocumentHandedOver(
            Guid.CreateVersion7(), PartnerScenario.Short("Liaison officer"), PartnerScenario.Short("Memory stick 14")));
        await session.SaveChangesAsync(Token);

        Assert.Equal("delivered a receipt", await host.ScalarAsync<string>(
            "select state || ' ' || receipt from registry.exchange_outbox where document_id = $1", document));
    }

    /// <summary>A request to the partner, sent as a document that nobody has delivered; the document's id.</summary>
    private async Task<Guid> OweAsync(Guid partner)
    {
        var domestic = await host.AskAsync(await host.SeizeAsync($"HAND-{partner}"[..20], Known<Guid>.Unknown));
        await host.SearchAsync(domestic);
        var contact = host.ClientAs(Role.ContactPoint);
        var draft = (await contact.PostAsync("/api/v1/outbound-trace-requests",
            new JsonObject { ["parentId"] = domestic, ["partnerId"] = partner, ["priority"] = "routine" })).Expect(201);
        (await contact.PostAsync($"{TraceScenario.Requests}/{draft.Id}/submissions", new JsonObject { ["way"] = "document" }, draft.Version)).Expect(200);
        return await host.ScalarAsync<Guid>("select document_id from registry.exchange_outbox where trace_request_id = $1", draft.Id);
    }
}
