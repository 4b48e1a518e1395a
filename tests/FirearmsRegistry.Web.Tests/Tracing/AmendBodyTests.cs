using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Web.Tracing.Crossing;

namespace FirearmsRegistry.Web.Tests.Tracing;

public sealed class AmendBodyTests
{
    private static readonly MarkAsRead Worn = new(MarkKind.Manufacture, MarkText.Parse("AB1234").GetOrThrow(), ComponentKind.Frame, ReadingCertainty.Probable,
        MarkText.Parse("AB1234").GetOrThrow(), MarkReading.Parse("AB1?34").GetOrThrow(), new MarkExamination(RestorationMethod.Etching));

    [Theory]
    [InlineData("AB1234", "AB1?34")]
    [InlineData("AB1235", null)]
    public void A_mark_keeps_how_it_was_read_and_its_notation_while_its_text_stays(string text, string? notation)
    {
        var mark = Assert.Single(Marks($$"""{"text":"{{text}}","serial":"AB1234","kind":"manufacture"}"""))!;

        Assert.Equal(("etching", notation), (mark["how"]!["method"]!.GetValue<string>(), mark["notation"]?.GetValue<string>()));
    }

    [Fact]
    public void A_row_without_text_is_no_mark_and_a_further_one_is_sent_as_it_was_typed()
    {
        var mark = Assert.Single(Marks("""{"kind":"manufacture"}""", """{"text":"CD7","kind":"import"}"""))!;

        Assert.Equal("""{"text":"CD7","kind":"import"}""", mark.ToJsonString());
    }

    private static JsonArray Marks(params string[] typed)
    {
        var body = JsonNode.Parse($$$"""{"arm":{"marks":[{{{string.Join(',', typed)}}}]}}""")!.AsObject();
        AmendBody.Complete(body, [Worn]);
        return body["arm"]!["marks"]!.AsArray();
    }
}
