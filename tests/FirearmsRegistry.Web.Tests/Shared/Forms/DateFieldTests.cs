using Bunit;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Forms;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Shared.Forms;

public sealed class DateFieldTests : BunitContext
{
    private readonly Form _form = new("it");

    [Theory]
    [InlineData(ReportLanguage.En, "27 November 2026, 14:30 UTC")]
    [InlineData(ReportLanguage.Ar, "27 تشرين الثاني/نوفمبر 2026، 14:30 UTC")]
    public void What_was_understood_is_told_in_the_readers_words_and_sent_in_UTC(ReportLanguage language, string understood)
    {
        var field = Field(language, FieldKind.Moment);

        field.Find("input").Change("٢٠٢٦-١١-٢٧ ١٤:٣٠");

        Assert.Equal(understood, field.Find("[role=status]").TextContent);
        Assert.Empty(field.FindAll(".error"));
        Assert.Equal("2026-11-27T14:30:00Z", _form.Body()["at"]!.GetValue<string>());
    }

    [Fact]
    public void What_cannot_be_read_is_told_beside_the_field_and_sent_as_it_was_typed()
    {
        var field = Field(ReportLanguage.En, FieldKind.Moment);

        field.Find("input").Change("next week");

        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
        Assert.Contains(field.Find(".error[role=alert]").Id!, field.Find("input").GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Equal("", field.Find("[role=status]").TextContent);
        Assert.Equal("next week", _form.Body()["at"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_the_use_case_refused_there_is_told_and_nothing_beside_it()
    {
        var field = Field(ReportLanguage.En, FieldKind.Day);
        field.Find("input").Change("2026-02-31");

        await field.InvokeAsync(() =>
        {
            _form.Problem = new Problem("invalid-input", 400, "Not so.", null, [new InputError("/at", "2026-02-31", "A real day.")], []);
        });

        Assert.Empty(field.FindAll("[role=alert]"));
        Assert.Single(field.FindAll("li.error"));
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_date_may_be_known_to_the_year_alone_and_known_to_be_none()
    {
        var field = Field(ReportLanguage.Ru, FieldKind.KnownDate);

        field.Find("input.mark").Change("2026");
        Assert.Equal("2026 г.", field.Find("[role=status]").TextContent);
        Assert.Equal("""{"is":"known","value":"2026"}""", _form.Body()["at"]!.ToJsonString());

        field.Find("input[type=checkbox]").Change(true);
        Assert.Equal("", field.Find("input.mark").GetAttribute("value") ?? "");
        Assert.Equal("""{"is":"none"}""", _form.Body()["at"]!.ToJsonString());
    }

    private IRenderedComponent<DateField> Field(ReportLanguage language, FieldKind kind) => Render<DateField>(parameters => parameters
        .AddCascadingValue(Words.In(language))
        .AddCascadingValue(_form)
        .Add(field => field.At, "/at")
        .Add(field => field.As, kind)
        .Add(field => field.Label, "It"));
}
