using System.Text.RegularExpressions;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Forms;
using FirearmsRegistry.Web.Tests.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Shared.Forms;

public sealed partial class DraftTests
{
    private readonly Form _form = new("test");

    [Fact]
    public void Every_field_of_a_form_tells_the_browser_where_in_the_draft_it_stands()
    {
        var untold = from file in WebSources.Files("*.razor")
                     let source = File.ReadAllText(file)
                     where source.Contains("@inherits Field", StringComparison.Ordinal)
                     from Match input in Input().Matches(source)
                     where !input.Value.Contains("data-at=", StringComparison.Ordinal) && !IsKeptOtherwise(input.Value)
                     select $"{Path.GetFileName(file)}: {input.Value}";

        Assert.Empty(untold);
    }

    [Fact]
    public void What_a_button_put_into_a_field_is_told_and_the_field_is_shown_anew()
    {
        _form.Declare("/serial", FieldKind.Text);
        var before = _form.Values();
        var shown = 0;
        _form.Changed += () => shown++;

        _form.Say("/serial", "0.08");

        Assert.Equal((1, "0.08"), (shown, _form.Told(before)["/serial"]));
    }

    [Fact]
    public void What_was_typed_is_not_told_to_the_browser_that_told_it_and_what_a_button_put_there_is()
    {
        _form.Declare("/serial", FieldKind.Text);
        var typed = new List<string>();
        _form.Typed += typed.Add;

        _form.Type("/serial", "0.08");
        _form.Say("/serial", "0.09");

        Assert.Equal(["/serial"], typed);
        Assert.Equal("0.09", _form["/serial"]);
    }

    [Fact]
    public void What_stands_in_a_form_at_first_is_no_draft_and_what_was_taken_back_to_it_is_told()
    {
        _form.Declare("/model", FieldKind.Text, "E9");
        Assert.Empty(_form.Told());
        _form["/model"] = "E9 Compact";
        var before = _form.Values();

        _form["/model"] = "E9";

        Assert.Empty(_form.Told());
        Assert.Equal("E9", _form.Told(before)["/model"]);
    }

    [Fact]
    public void Another_record_of_what_is_typed_has_its_own_id_and_key_and_the_same_draft()
    {
        _form.Declare("/name", FieldKind.Text);
        _form["/name"] = "Typed";
        _form.Problem = new Problem("idempotency-key-reused", 422, "", null, [], []);
        var (id, key) = (_form.RecordId, _form.Key);

        _form.BeginAnother();

        Assert.NotEqual((id, key), (_form.RecordId, _form.Key));
        Assert.Equal(("Typed", null), (_form.Told()["/name"], _form.Problem));
    }

    [Fact]
    public void What_is_carried_over_to_the_next_record_is_no_draft_of_it()
    {
        _form.Declare("/serial", FieldKind.Text);
        (_form["/serial"], _form["/maker"]) = ("1", "Iberia");

        _form.Renew("/serial");

        Assert.Empty(_form.Told());
    }

    /// <summary>Files cannot be kept in a tab; what is sent of them is, by the field itself. A case is kept once it is given, and a secret never.</summary>
    private static bool IsKeptOtherwise(string input) =>
        new[] { "type=\"file\"", "type=\"password\"", "-case\"" }.Any(kept => input.Contains(kept, StringComparison.Ordinal));

    [GeneratedRegex(@"<(?:input|select|textarea)\b.*", RegexOptions.CultureInvariant)]
    private static partial Regex Input();
}
