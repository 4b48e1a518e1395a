using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.EndToEnd.Tests.Contracts;

/// <summary>What other States' registries are written against: <c>schemas/exchange</c>.</summary>
public sealed class ExchangeContractTests
{
    private static readonly Dictionary<string, (Type Type, DocumentKind Kind, IExchangeDocument[] Examples)> Documents = new()
    {
        ["trace-request"] = (typeof(TraceRequestDocument), DocumentKind.TraceRequest, [DocumentExamples.Request]),
        ["acknowledgement"] = (typeof(AcknowledgementDocument), DocumentKind.Acknowledgement, [DocumentExamples.Acknowledgement]),
        ["more-information"] = (typeof(MoreInformationDocument), DocumentKind.MoreInformation, [DocumentExamples.Question, DocumentExamples.Reminder, DocumentExamples.Information]),
        ["trace-answer"] = (typeof(TraceAnswerDocument), DocumentKind.TraceAnswer, [DocumentExamples.Answer, DocumentExamples.Refusal]),
    };

    public static TheoryData<string> Names => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Schemas_and_examples_are_those_of_the_code(string name)
    {
        var (type, kind, examples) = Documents[name];

        Golden.Compare($"exchange/{name}.v1.schema.json", Text(DocumentSchemas.Of(type, kind, name)));
        for (var number = 0; number < examples.Length; number++)
            Golden.Compare($"exchange/examples/{name}.v1.{number + 1}.json", Text(JsonNode.Parse(DocumentReader.Write(examples[number]))!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Examples_fit_their_schema_and_are_read(string name)
    {
        foreach (var (path, example) in Examples(name))
        {
            Assert.True(SchemaCheck.Faults(Schema(name), example) is [], $"{path}: {string.Join(", ", SchemaCheck.Faults(Schema(name), example))}");
            Assert.Null(DocumentReader.Read(JsonSerializer.SerializeToUtf8Bytes(example)).Refusal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_schema_refuses_the_reader_refuses_too(string name)
    {
        var spoiled = 0;
        foreach (var (_, example) in Examples(name))
        {
            foreach (var (what, document) in SpoiledDocuments.Of(example).Where(one => SchemaCheck.Faults(Schema(name), one.Document).Count > 0))
            {
                spoiled++;
                Assert.True(DocumentReader.Read(JsonSerializer.SerializeToUtf8Bytes(document)).Refusal is not null, $"{name}: {what} was read");
            }
        }

        Assert.True(spoiled > 20, $"Only {spoiled} documents were spoiled.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_from_before_an_addition_is_still_read(string name)
    {
        var required = Schema(name)["required"]!.AsArray().Select(member => member!.GetValue<string>()).ToHashSet();
        foreach (var (path, example) in Examples(name))
        {
            foreach (var added in example.AsObject().Where(member => member.Value is null && !required.Contains(member.Key)).Select(member => member.Key).ToList())
                example.AsObject().Remove(added);

            Assert.True(SchemaCheck.Faults(Schema(name), example) is [], path);
            Assert.Null(DocumentReader.Read(JsonSerializer.SerializeToUtf8Bytes(example)).Refusal);
        }
    }

    private static IEnumerable<(string Path, JsonNode Example)> Examples(string name) =>
        Directory.GetFiles(RepositoryRoot.Below("schemas", "exchange", "examples"), $"{name}.v1.*.json")
            .Select(path => (path, JsonNode.Parse(File.ReadAllText(path))!));

    private static JsonNode Schema(string name) =>
        JsonNode.Parse(File.ReadAllText(RepositoryRoot.Below("schemas", "exchange", $"{name}.v1.schema.json")))!;

    private static string Text(JsonNode node) =>
        node.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = RegistryJson.Options.Encoder });
}
