using Bunit;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Forms;
using FirearmsRegistry.Web.Shared.Showing;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Shared.Showing;

public sealed class ShownTests : BunitContext
{
    [Theory]
    [InlineData("AB\u202E12", "U+202E")]
    [InlineData("AB\u00AD12", "U+00AD")]
    [InlineData("AB\u200B12", "U+200B")]
    public void A_mark_stands_left_to_right_and_what_hides_in_it_is_shown_for_what_it_is(string text, string shown)
    {
        var mark = Render<MarkShown>(parameters => parameters.Add(component => component.Text, text)).Find("bdi");

        Assert.Equal("ltr", mark.GetAttribute("dir"));
        Assert.Equal($"AB{shown}12", mark.TextContent);
    }

    [Fact]
    public void What_was_typed_is_text_and_no_markup()
    {
        var shown = Render<FreeText>(parameters => parameters.Add(component => component.Text, "<script>alert(1)</script>"));

        Assert.Empty(shown.FindAll("script"));
        Assert.Equal("<script>alert(1)</script>", shown.Find("bdi").TextContent);
    }

    [Theory]
    [InlineData(ReportLanguage.En)]
    [InlineData(ReportLanguage.Ar)]
    public void A_refusal_shows_value_rule_and_source_and_its_suggestion_is_taken_by_one_click(ReportLanguage language)
    {
        string? taken = null;
        var errors = Render<FieldErrors>(parameters => parameters
            .AddCascadingValue(Words.In(language))
            .Add(component => component.Id, "it")
            .Add(component => component.Errors, [new InputError("/mark/depthMm", "0.01", "Too shallow.", "Modular standard", "0.08")])
            .Add(component => component.Repair, suggestion => taken = suggestion));

        foreach (var text in new[] { "0.01", "Too shallow.", "Modular standard" })
            Assert.Contains(text, errors.Markup, StringComparison.Ordinal);
        errors.Find("button").Click();
        Assert.Equal("0.08", taken);
    }
}
