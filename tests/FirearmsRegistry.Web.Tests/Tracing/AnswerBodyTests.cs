using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Web.Tracing.Crossing;

namespace FirearmsRegistry.Web.Tests.Tracing;

public sealed class AnswerBodyTests
{
    private const string Typed =
        """
        "finding":"positive","reason":"national_security","explanation":"x","expectedOn":"2026-03-01","facts":{"outcome":"too_old"}
        """;

    [Theory]
    [InlineData("answered", "facts finding")]
    [InlineData("partially_answered", "expectedOn facts finding")]
    [InlineData("delayed", "expectedOn explanation reason")]
    [InlineData("restricted", "explanation facts finding reason")]
    [InlineData("refused", "explanation reason")]
    public void Only_what_the_sort_of_answer_shows_is_sent(string kind, string members)
    {
        var body = Body(kind);

        AnswerBody.Complete(body, []);

        Assert.Equal(members, string.Join(' ', body["answer"]!.AsObject().Select(member => member.Key).Where(name => name != "kind").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_stations_of_the_proposal_are_told_with_it()
    {
        var body = Body("answered");

        AnswerBody.Complete(body, [new AnswerHop(HopKind.Sale, Known<PartialDate>.Unknown)]);

        Assert.Equal("sale", body["answer"]!["facts"]!["hops"]![0]!["kind"]!.GetValue<string>());
    }

    [Fact]
    public void No_restriction_is_sent_where_none_was_chosen_and_a_day_is_lent_to_its_end()
    {
        var none = JsonNode.Parse("""{"restriction":{"purposes":[],"informBeforeDisclosure":false}}""")!.AsObject();
        var lent = JsonNode.Parse("""{"restriction":{"purposes":[],"thirdParties":"never","expiresAt":"2026-12-31"}}""")!.AsObject();

        RestrictionBody.Complete(none);
        RestrictionBody.Complete(lent);

        Assert.Equal("{}", none.ToJsonString());
        Assert.Equal("""{"restriction":{"purposes":null,"thirdParties":"never","expiresAt":"2027-01-01T00:00:00Z"}}""", lent.ToJsonString());
    }

    [Fact]
    public void Terms_without_purposes_and_without_an_end_are_terms_that_the_use_case_takes()
    {
        var body = JsonNode.Parse("""{"restriction":{"thirdParties":"with_consent","informBeforeDisclosure":true}}""")!.AsObject();

        RestrictionBody.Complete(body);

        var restriction = body["restriction"].Deserialize<HandlingRestriction>(RegistryJson.Options)!;
        Assert.Equal((null, null, true), (restriction.Purposes, restriction.ExpiresAt, restriction.InformBeforeDisclosure));
    }

    private static JsonObject Body(string kind) => JsonNode.Parse($$$"""{"answer":{"kind":"{{{kind}}}",{{{Typed}}} }}""")!.AsObject();
}
