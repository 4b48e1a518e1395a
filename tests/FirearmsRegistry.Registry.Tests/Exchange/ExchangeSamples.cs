using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Signing;

namespace FirearmsRegistry.Registry.Tests.Exchange;

/// <summary>The example documents, signed and in pieces, and a partner's key.</summary>
internal static class ExchangeSamples
{
    public static DateTimeOffset Now => DocumentExamples.Now;

    public static CountryCode Spain => DocumentExamples.Spain;

    public static CountryCode Portugal => DocumentExamples.Portugal;

    public static IReadOnlyList<IExchangeDocument> All { get; } =
    [
        DocumentExamples.Request, DocumentExamples.Acknowledgement, DocumentExamples.Question, DocumentExamples.Reminder, DocumentExamples.Refusal, DocumentExamples.Answer,
    ];

    public static PartnerKey Key(ECDsa key, string name = "key-1") => new(
        KeyName.Parse(name).GetOrThrow(), SigningKey.Of(key), Now.AddDays(-10), Now.AddDays(365));

    /// <summary>A document of Spain for Portugal, signed.</summary>
    public static string Sign(
        ECDsa key, CountryCode? to = null, DateTimeOffset? at = null, string name = "key-1", string type = SignedTypes.Document) =>
        DocumentSigner.Sign(type, DocumentReader.Write(DocumentExamples.Request), DocumentExamples.Request.Head.Id, Spain, to ?? Portugal, at ?? Now, name, key);

    public static JsonNode Json(IExchangeDocument document) => JsonNode.Parse(DocumentReader.Write(document))!;

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node);
}
