using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Forms;

namespace FirearmsRegistry.Web.Tests.Shared.Forms;

public sealed class FormTests
{
    private readonly Form _form = new("test");

    [Fact]
    public void A_body_has_what_was_typed_where_the_pointers_say()
    {
        _form.Declare("/origin", FieldKind.Text, "manufactured");
        _form.Declare("/description/maker", FieldKind.KnownText);
        _form.Declare("/description/year", FieldKind.KnownNumber);
        _form.Declare("/mark/heightMm", FieldKind.KnownNumber);
        _form.Declare("/mark/exposed", FieldKind.Flag, "true");
        _form.Declare("/mark/serial", FieldKind.Text);
        _form["/description/maker"] = " Iberia ";
        _form["/description/year"] = "2019";
        _form["/mark/heightMm"] = "1,6";

        AssertJson("""
            {"description":{"maker":{"is":"known","value":"Iberia"},"year":{"is":"known","value":2019}},
             "mark":{"exposed":true,"heightMm":{"is":"known","value":1.6}},"origin":"manufactured"}
            """, _form.Body());
    }

    [Fact]
    public void Lists_are_typed_with_commas_and_numbered_members_are_a_list_in_their_order()
    {
        _form.Declare("/codes", FieldKind.List);
        _form.Declare("/transit", FieldKind.KnownList);
        _form.Declare("/marks/10/text", FieldKind.Text, "last");
        _form.Declare("/marks/2/text", FieldKind.Text, "first");
        _form["/transit"] = "FRA, ITA";

        AssertJson("""
            {"codes":[],"marks":[{"text":"first"},{"text":"last"}],"transit":{"is":"known","value":["FRA","ITA"]}}
            """, _form.Body());
    }

    [Fact]
    public void Unknown_none_and_a_value_are_three_things()
    {
        _form.Declare("/a", FieldKind.KnownText);
        _form.Declare("/b", FieldKind.KnownText);
        _form["/b"] = KnownValue.None;

        AssertJson("""{"a":{"is":"unknown"},"b":{"is":"none"}}""", _form.Body());
    }

    [Fact]
    public void What_is_no_number_is_sent_as_it_is_for_the_use_case_to_refuse()
    {
        _form.Declare("/year", FieldKind.Number);
        _form["/year"] = "about 1990";

        AssertJson("""{"year":"about 1990"}""", _form.Body());
    }

    [Fact]
    public void What_is_refused_of_the_address_stands_beside_its_field_as_well()
    {
        _form.Declare("/source", FieldKind.Text);
        var refused = new InputError("query:source", "", "Must have 1 to 200 characters on one line and no blanks at its ends.");
        _form.Problem = new Problem("invalid-input", 400, "", null, [refused], []);

        Assert.Equal([refused], _form.ErrorsAt("/source"));
        Assert.Empty(_form.OtherErrors);
    }

    [Fact]
    public void A_refusal_stands_beside_its_field_also_where_it_points_below_it_and_else_with_the_form()
    {
        _form.Declare("/mark/heightMm", FieldKind.KnownNumber);
        InputError below = new("/mark/heightMm/value", "x", "Must be a number."), elsewhere = new("header:If-Match", null, "Must be current."),
            namesake = new("/mark/heightMmm", null, "No.");
        _form.Problem = new Problem("invalid-input", 400, "", null, [below, elsewhere, namesake], []);

        Assert.Equal([below], _form.ErrorsAt("/mark/heightMm"));
        Assert.Equal([elsewhere, namesake], _form.OtherErrors);
    }

    [Fact]
    public void A_draft_brings_back_what_was_typed_and_the_same_record_id_and_key()
    {
        _form.Declare("/a", FieldKind.Text);
        _form["/a"] = "typed";
        var again = new Form("test");
        again.Declare("/a", FieldKind.Text);

        again.Resume(_form.Draft());

        Assert.Equal((_form.RecordId, _form.Key, "typed"), (again.RecordId, again.Key, again["/a"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"a\":1}")]
    public void A_draft_that_nobody_can_read_is_left(string? draft)
    {
        var key = _form.Key;

        _form.Resume(draft);

        Assert.Equal(key, _form.Key);
    }

    [Fact]
    public void The_next_record_has_a_new_id_and_key_and_keeps_what_is_not_named()
    {
        var (id, key) = (_form.RecordId, _form.Key);
        (_form["/serial"], _form["/maker"]) = ("1", "Iberia");

        _form.Renew("/serial");

        Assert.NotEqual((id, key), (_form.RecordId, _form.Key));
        Assert.Equal(("", "Iberia"), (_form["/serial"], _form["/maker"]));
    }

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
