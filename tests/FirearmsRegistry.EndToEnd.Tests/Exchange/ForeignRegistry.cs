using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared.Texts;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>Another State's registry, played by the test: it has a key that the host knows, and signs what it likes.</summary>
internal sealed class ForeignRegistry : IDisposable
{
    public const string KeyName = "pt-1";

    private readonly RegistryHost _host;

    private ForeignRegistry(RegistryHost host, Guid partnerId) => (_host, PartnerId) = (host, partnerId);

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Guid PartnerId { get; }

    public static CountryCode Portugal { get; } = CountryCode.Parse("PRT").GetOrThrow();

    public static CountryCode Spain { get; } = CountryCode.Parse("ESP").GetOrThrow();

    /// <summary>Makes it known to a host, and the host's own key.</summary>
    public static async Task<ForeignRegistry> MakeKnownAsync(RegistryHost host, CountryCode country, params PartnerChannel[] channels)
    {
        var registry = new ForeignRegistry(host, Guid.CreateVersion7());
        await host.ClientAs(Role.Administrator).PostAsync("/api/v1/exchange/keys", new JsonObject());
        await host.AddPartnerAsync(registry.PartnerId, country, KeyName, SigningKey.Of(registry.Key), channels);
        return registry;
    }

    /// <summary>A request of this State to the host's, with an id of its own unless one is given.</summary>
    public static TraceRequestDocument Request(DateTimeOffset now, Guid? requestId = null, Guid? documentId = null) => DocumentExamples.Request with
    {
        Head = Head(DocumentKind.TraceRequest, now, requestId ?? Guid.CreateVersion7(), documentId),
    };

    /// <summary>The head of a document of a request from Portugal to Spain.</summary>
    public static DocumentHead Head(DocumentKind kind, DateTimeOffset now, Guid requestId, Guid? documentId = null) => new(
        kind, 1, documentId ?? Guid.CreateVersion7(), requestId, now, Portugal, Spain, DocumentExamples.Request.Head.SentBy);

    /// <summary>Signs a document.</summary>
    public string Sign(IExchangeDocument document, DateTimeOffset now, CountryCode? to = null, string name = KeyName, ECDsa? key = null) =>
        DocumentSigner.Sign(SignedTypes.Document, DocumentReader.Write(document), document.Head.Id, Portugal, to ?? Spain, now, name, key ?? Key);

    /// <summary>Hands a signed text in at the door.</summary>
    public Task<ApiAnswer> SendAsync(string text) => SendAsync(_host, text);

    public static async Task<ApiAnswer> SendAsync(RegistryHost host, string text, string mediaType = "application/jose")
    {
        using var content = new StringContent(text, Encoding.ASCII);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var response = await host.Anonymous().PostAsync("/api/v1/exchange/documents", content, TestContext.Current.CancellationToken);
        return new ApiAnswer((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken),
            null, null, response.Content.Headers.ContentType?.MediaType);
    }

    public void Dispose() => Key.Dispose();
}

/// <summary>Partners of a host, as they are on record once an administrator has registered them.</summary>
internal static class PartnerScenario
{
    public static async Task AddPartnerAsync(
        this RegistryHost host, Guid id, CountryCode country, string keyName, SigningKey key, params PartnerChannel[] channels)
    {
        var now = host.Time.GetUtcNow();
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Events.StartStream<Partner>(id,
            new PartnerRegistered(country, Short($"National point of contact of {country.Name}"), [LanguageCode.Parse("en").GetOrThrow()]),
            new PartnerChannelsSet(channels),
            new PartnerKeyAdded(Registry.Exchange.Partners.KeyName.Parse(keyName).GetOrThrow(), key, now.AddDays(-1), now.AddYears(1), Short("by telephone")));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
