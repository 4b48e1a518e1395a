using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Web.Shared.Forms;

namespace FirearmsRegistry.Web.Seizures.Items;

/// <summary>The body of an item as the use case takes it: without the fields of the kinds that it is not, and of marks that nobody read.</summary>
internal static class ItemBody
{
    public static JsonObject Of(Form form)
    {
        var body = form.Body();
        body["id"] = form.RecordId;
        Complete(body);
        return body;
    }

    /// <summary>Makes it of what was typed.</summary>
    public static void Complete(JsonObject body)
    {
        if (body["item"] is not JsonObject item)
            return;
        var kind = item["kind"]?.GetValue<string>();
        if (kind != "firearm")
            item.Remove("arm");
        else
            item["quantity"] = 1;
        if (kind != "part")
            item.Remove("part");
        item["photos"] ??= new JsonArray();
        item["marks"] = new JsonArray([.. Marks(item)]);
    }

    private static IEnumerable<JsonNode> Marks(JsonObject item)
    {
        foreach (var mark in item["marks"] as JsonArray ?? [])
        {
            if (mark?["text"]?.GetValue<string>() is not { Length: > 0 } read)
                continue;
            var told = mark.DeepClone();
            // Typed once: what is clear is the text, and what is not is the notation beside it.
            if (MarkReading.Parse(read).TryGet(out var reading, out _) && !reading.IsExact)
                told["notation"] = told["serial"]?.GetValue<string>() is { } serial && MarkReading.Parse(serial).TryGet(out var number, out _) ? number.ToString() : read;
            yield return told;
        }
    }
}
