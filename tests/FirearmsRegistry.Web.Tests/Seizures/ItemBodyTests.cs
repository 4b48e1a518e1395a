using FirearmsRegistry.Web.Seizures.Items;
using FirearmsRegistry.Web.Shared.Forms;

namespace FirearmsRegistry.Web.Tests.Seizures;

public sealed class ItemBodyTests
{
    [Fact]
    public void A_firearm_is_one_and_has_no_part_and_a_part_has_no_arm()
    {
        var arm = ItemBody.Of(Filled("firearm"))["item"]!;
        var part = ItemBody.Of(Filled("part"))["item"]!;

        Assert.Equal((1, null, "pistol"), (arm["quantity"]!.GetValue<int>(), arm["part"], arm["arm"]!["type"]!.GetValue<string>()));
        Assert.Equal((4, "frame", null), (part["quantity"]!.GetValue<decimal>(), part["part"]!.GetValue<string>(), part["arm"]));
    }

    [Fact]
    public void A_mark_that_nobody_read_is_left_out_and_one_with_unreadable_characters_is_sent_in_the_notation_too()
    {
        var form = Filled("firearm");
        form["/item/marks/0/text"] = "AB1?34";
        form["/item/marks/2/text"] = "SPAIN";

        var marks = ItemBody.Of(form)["item"]!["marks"]!.AsArray();

        Assert.Equal([("AB1?34", "AB1?34"), ("SPAIN", null)], marks.Select(mark => (mark!["text"]!.GetValue<string>(), mark["notation"]?.GetValue<string>())));
    }

    [Fact]
    public void Photos_are_a_list_also_where_there_are_none()
    {
        var form = Filled("firearm");
        Assert.Empty(ItemBody.Of(form)["item"]!["photos"]!.AsArray());
        form["/item/photos"] = "aa,bb";
        Assert.Equal(["aa", "bb"], ItemBody.Of(form)["item"]!["photos"]!.AsArray().Select(hash => hash!.GetValue<string>()));
    }

    private static Form Filled(string kind)
    {
        var form = new Form("item");
        form.Declare("/item/kind", FieldKind.Text, kind);
        form.Declare("/item/quantity", FieldKind.Number, "4");
        form.Declare("/item/part", FieldKind.Text, "frame");
        form.Declare("/item/arm/type", FieldKind.Text, "pistol");
        form.Declare("/item/photos", FieldKind.List);
        for (var place = 0; place < 3; place++)
        {
            form.Declare($"/item/marks/{place}/text", FieldKind.Text);
            form.Declare($"/item/marks/{place}/certainty", FieldKind.Text, "certain");
        }

        return form;
    }
}
