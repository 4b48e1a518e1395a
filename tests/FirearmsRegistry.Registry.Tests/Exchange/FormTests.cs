using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Exchange.Forms;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Tests.Exchange;

public sealed class FormTests
{
    private static readonly FormSource Source = new(DocumentExamples.Id(100), DocumentExamples.Now, DocumentExamples.Request.Content, Obliterated: false,
        DocumentExamples.Spain, ShortText.Parse("National point of contact of Spain").GetOrThrow());

    [Fact]
    public void The_tracing_center_s_form_has_its_parts_and_fields_in_their_order()
    {
        var fields = TracingCenterForm.Fields(Source);

        Assert.Equal(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"], fields.Select(field => field.Part.Split(' ')[0]).Distinct());
        Assert.Equal(
            ["Serial number", "Obliterated", "Manufacturer", "Type", "Calibre", "Model", "Country of origin", "Importer", "Additional markings"],
            fields.Where(field => field.Part.StartsWith("V ", StringComparison.Ordinal)).Select(field => field.Name));
        Assert.Equal(("AB12345", "no", "Example Arms", "pistol", "9 mm Luger", "unknown", "PRT"),
            (Value(fields, "Serial number"), Value(fields, "Obliterated"), Value(fields, "Manufacturer"), Value(fields, "Type"), Value(fields, "Calibre"),
                Value(fields, "Model"), Value(fields, "Country of origin")));
    }

    [Fact]
    public void What_a_registry_does_not_hold_stays_empty_for_a_person_to_fill_in()
    {
        var fields = TracingCenterForm.Fields(Source);

        Assert.All(fields.Where(field => field.Part.StartsWith("VI", StringComparison.Ordinal) && !field.Part.StartsWith("VIII", StringComparison.Ordinal)),
            field => Assert.Equal("", field.Value));
        Assert.Contains(fields, field => field is { Required: true, Name: "NCIC crime code", Value: "" });
    }

    [Fact]
    public void A_number_that_was_not_read_with_certainty_is_named_last_and_as_such()
    {
        var certain = DocumentExamples.Request.Content.Arm.Marks[0] with { Component = ComponentKind.Slide };
        var restored = certain with { Component = ComponentKind.Other, Certainty = ReadingCertainty.Probable, Serial = MarkText.Parse("ZZ9").GetOrThrow() };

        Assert.Equal(("AB12345", "ZZ9 (probable)"), (Serial(restored, certain), Serial(restored)));

        static string Serial(params MarkAsRead[] marks) =>
            (Source with { Content = Source.Content with { Arm = Source.Content.Arm with { Marks = marks } } }).Serial;
    }

    [Fact]
    public void The_importer_is_the_one_that_is_marked_else_the_one_on_record()
    {
        var unmarked = Source with { ImporterOnRecord = Short("Import House Ltd"), Place = Short("Cádiz, port") };
        var mark = DocumentExamples.Request.Content.Arm.Marks[0] with { Kind = MarkKind.Import, Text = MarkText.Parse("IMP HOUSE DE 2015").GetOrThrow() };
        var marked = unmarked with { Content = unmarked.Content with { Arm = unmarked.Content.Arm with { Marks = [mark] } } };

        Assert.Equal(("", "Import House Ltd", "IMP HOUSE DE 2015"),
            (Importer(Source), Importer(unmarked), Importer(marked)));
        Assert.Equal((false, true, false), (Source.NamesHolder, unmarked.NamesHolder, marked.NamesHolder));
        Assert.Equal("Cádiz, port", Value(TracingCenterForm.Fields(unmarked), "Recovery address or location"));
        var american = Source with { Content = Source.Content with { Arm = Source.Content.Arm with { ManufactureCountry = Known.Of(CountryCode.Parse("USA").GetOrThrow()) } } };
        Assert.Equal((true, false), (IsRequired(Source), IsRequired(american)));
    }

    private static string Importer(FormSource source) => Value(TracingCenterForm.Fields(source), "Importer");

    private static bool IsRequired(FormSource source) => TracingCenterForm.Fields(source).Single(field => field.Name == "Importer").Required;

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();

    [Fact]
    public void Interpol_s_record_names_the_arm_and_why_it_is_asked_for()
    {
        var fields = InterpolRecord.Fields(Source);

        Assert.Equal(("AB12345", "ESP", "national law"), (Value(fields, "Serial number"), Value(fields, "Requesting country"), Value(fields, "Why illicit")));
    }

    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("=\"x\",1", "\"'=\"\"x\"\",1\"")]
    [InlineData("AB12345", "AB12345")]
    public void A_value_that_a_spreadsheet_would_run_is_disarmed(string value, string cell) =>
        Assert.Equal($"part,field,required,value\r\nP,N,no,{cell}\r\n", FormTexts.Csv([new FormField("P", "N", false, value)]));

    [Fact]
    public void A_page_holds_marks_as_text_and_never_as_markup()
    {
        var mark = DocumentExamples.Request.Content.Arm.Marks[0] with { Text = MarkText.Parse("<script>1</script>").GetOrThrow() };
        var content = DocumentExamples.Request.Content with { Arm = DocumentExamples.Request.Content.Arm with { Type = ArmType.Pistol, Marks = [mark] } };

        var page = FormTexts.Html("T", TracingCenterForm.Fields(Source with { Content = content }));

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    private static string Value(IReadOnlyList<FormField> fields, string name) => fields.First(field => field.Name == name).Value;
}
