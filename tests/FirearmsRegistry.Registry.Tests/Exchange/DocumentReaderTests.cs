using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Shared.Refusing;
using static FirearmsRegistry.Registry.Tests.Exchange.ExchangeSamples;

namespace FirearmsRegistry.Registry.Tests.Exchange;

public sealed class DocumentReaderTests
{
    public static TheoryData<int> Every => [.. Enumerable.Range(0, All.Count)];

    [Theory]
    [MemberData(nameof(Every))]
    public void A_document_is_read_as_it_was_written_and_written_alike_again(int which)
    {
        var written = DocumentReader.Write(All[which]);

        var read = DocumentReader.Read(written);

        Assert.Null(read.Refusal);
        Assert.Equal(All[which].Head, read.Value.Head);
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(DocumentReader.Write(read.Value)));
    }

    [Theory]
    [InlineData("trace_request", 2)]
    [InlineData("trace_request", 0)]
    [InlineData("order", 1)]
    [InlineData("Trace_Request", 1)]
    public void A_kind_or_version_that_is_not_known_is_refused_by_that_name(string kind, int version)
    {
        var json = Json(DocumentExamples.Request);
        json["head"]!["kind"] = kind;
        json["head"]!["version"] = version;

        Assert.Equal("exchange-version-unknown", Refuse(json).Name);
    }

    [Fact]
    public void A_later_version_is_refused_for_its_version_whatever_else_it_holds()
    {
        var json = Json(DocumentExamples.Request);
        json["head"]!["version"] = 2;
        json["novelty"] = true;

        Assert.Equal("exchange-version-unknown", Refuse(json).Name);
    }

    [Fact]
    public void An_unknown_member_is_refused_with_its_pointer()
    {
        var json = Json(DocumentExamples.Request);
        json["content"]!["arm"]!["owner"] = "somebody";

        var refusal = Refuse(json);

        Assert.Equal("exchange-document-invalid", refusal.Name);
        Assert.Equal("/content/arm/owner", Assert.Single(refusal.Errors).Pointer);
    }

    [Fact]
    public void An_over_long_text_is_refused_and_nothing_of_it_is_repeated()
    {
        var json = Json(DocumentExamples.Question);
        json["text"] = new string('x', 5000);

        var refusal = Refuse(json);

        Assert.Equal("exchange-document-invalid", refusal.Name);
        Assert.All(refusal.Errors, error => Assert.Null(error.Seen));
    }

    [Fact]
    public void A_mark_of_ten_thousand_characters_is_refused()
    {
        var json = Json(DocumentExamples.Request);
        json["content"]!["arm"]!["marks"]![0]!["text"] = new string('A', 10_000);

        Assert.Equal("exchange-document-invalid", Refuse(json).Name);
    }

    [Fact]
    public void A_refusal_without_one_of_the_four_reasons_is_refused()
    {
        var json = Json(DocumentExamples.Refusal);
        ((JsonObject)json).Remove("reason");

        Assert.Contains("/reason", Refuse(json).Errors.Select(error => error.Pointer));
    }

    [Fact]
    public void A_request_without_legal_ground_is_refused_with_its_pointer()
    {
        var json = Json(DocumentExamples.Request);
        ((JsonObject)json["content"]!["grounds"]!).Remove("legalJustification");

        Assert.Equal("/content/grounds/legalJustification", Assert.Single(Refuse(json).Errors).Pointer);
    }

    [Fact]
    public void A_document_that_is_cut_anywhere_is_refused_and_never_read_as_another()
    {
        var written = DocumentReader.Write(DocumentExamples.Request);
        for (var length = 0; length < written.Length; length++)
            Assert.NotNull(DocumentReader.Read(written.AsMemory(0, length)).Refusal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("""{"head":null}""")]
    [InlineData("""{"head":{"kind":1,"version":"1"}}""")]
    [InlineData("""{"head":{"kind":"trace_request","version":1}}""")]
    public void What_is_no_document_is_refused(string text) =>
        Assert.NotNull(DocumentReader.Read(Encoding.UTF8.GetBytes(text)).Refusal);

    private static Refusal Refuse(JsonNode json)
    {
        var refusal = DocumentReader.Read(Bytes(json)).Refusal;
        Assert.NotNull(refusal);
        return refusal;
    }
}
