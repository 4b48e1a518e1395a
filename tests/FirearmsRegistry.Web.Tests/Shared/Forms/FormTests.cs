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
    public void A_list_may_be_typed_a_member_a_line_and_where_its_members_have_blanks_only_so()
    {
        _form.Declare("/days", FieldKind.List);
        _form.Declare("/texts", FieldKind.Lines);
        (_form["/days"], _form["/texts"]) = ("2026-12-25\r\n2026-12-26", "4,539,889\r\nPat. 12\n");

        AssertJson("""{"days":["2026-12-25","2026-12-26"],"texts":["4,539,889","Pat. 12"]}""", _form.Body());
    }

    [Fact]
    public void A_list_has_the_rows_that_were_added_and_those_behind_one_that_was_taken_away_move_up()
    {
        _form.Declare("/ways", FieldKind.Rows);
        AssertJson("""{"ways":[]}""", _form.Body());
        foreach (var way in new[] { "a", "b", "c" })
            AddRow(way);

        _form.RemoveRow("/ways", 1);

        AssertJson("""{"ways":[{"address":"a","first":false},{"address":"c","first":false}]}""", _form.Body());
        _form.AddRow("/ways");
        Assert.Equal("", _form["/ways/2/address"]);
    }

    [Fact]
    public void A_row_that_is_added_is_empty_also_where_the_record_has_one_at_its_place()
    {
        _form.Begin("/ways", "2");
        _form.Begin("/ways/0/address", "a");
        _form.Begin("/ways/1/address", "b");
        _form.Declare("/ways", FieldKind.Rows);
        _form.RemoveRow("/ways", 0);
        _form.AddRow("/ways");
        _form.Declare("/ways/0/address", FieldKind.Text);
        _form.Declare("/ways/1/address", FieldKind.Text);

        Assert.Equal(("b", ""), (_form["/ways/0/address"], _form["/ways/1/address"]));
        Assert.Equal("", _form.Told()["/ways/1/address"]);
    }

    [Fact]
    public void Days_each_on_a_line_are_read_as_a_day_in_a_field_of_its_own_is()
    {
        _form.Declare("/holidays", FieldKind.Days);
        _form["/holidays"] = "2026-12-25\r\n٢٠٢٦-١٢-٢٦\nno day";

        AssertJson("""{"holidays":["2026-12-25","2026-12-26","no day"]}""", _form.Body());
    }

    [Fact]
    public void What_is_refused_of_a_list_stands_with_it_and_what_is_refused_of_a_row_only_beside_its_field()
    {
        _form.Declare("/ways", FieldKind.Rows);
        AddRow("a");
        InputError list = new("/ways", null, "Only one way can be preferred."), row = new("/ways/0/address", "a", "Must be an address.");
        _form.Problem = new Problem("invalid-input", 400, "", null, [list, row], []);

        Assert.Equal([list], _form.ErrorsOfGroup("/ways"));
        Assert.Equal([row], _form.ErrorsAt("/ways/0/address"));
        Assert.Empty(_form.OtherErrors);
    }

    [Fact]
    public void A_secret_is_sent_and_kept_in_no_draft()
    {
        _form.Declare("/secret", FieldKind.Secret);
        _form["/secret"] = "0123";

        AssertJson("""{"secret":"0123"}""", _form.Body());
        Assert.DoesNotContain("0123", _form.Draft(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stood_before_anything_was_typed_is_no_draft()
    {
        _form.Begin("/name", "as it stands");
        _form.Declare("/name", FieldKind.Text);

        Assert.Equal("as it stands", _form["/name"]);
        Assert.Empty(_form.Told());
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

    private void AddRow(string address)
    {
        var row = $"/ways/{_form.RowsAt("/ways")}";
        _form.AddRow("/ways");
        _form.Declare(row + "/address", FieldKind.Text);
        _form.Declare(row + "/first", FieldKind.Flag);
        _form[row + "/address"] = address;
    }

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
