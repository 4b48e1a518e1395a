using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Web.Seizures.Items;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Forms;
using FirearmsRegistry.Web.Shared.Showing;

namespace FirearmsRegistry.Web.Seizures.Correcting;

/// <summary>An item's correction: the form begins with what stands, and what it does not ask stays as it stands.</summary>
internal static class ItemCorrection
{
    /// <summary>What makes a mark another one where the form shows it otherwise.</summary>
    private static readonly string[] Shown = ["kind", "text", "component", "certainty", "serial"];

    /// <summary>Puts into the form what stands, as it would have been typed.</summary>
    public static Form Begin(Form form, SeizedItemEntry stands)
    {
        form[ItemFields.MarksAt] = Plain.Of(Math.Clamp(stands.Marks.Count, 1, ItemFields.MostMarks));
        return StandingValues.Begin(form, "/item", stands);
    }

    /// <summary>The body: the whole entry as it should have been.</summary>
    public static JsonObject Body(Form form, SeizedItemEntry stands)
    {
        var body = ItemBody.Of(form);
        body.Remove("id");
        var before = JsonSerializer.SerializeToNode(stands, Answers.Json)!.AsObject();
        var item = body["item"]!.AsObject();
        if (before["registeredFirearm"] is { } firearm)
            item["registeredFirearm"] = firearm.DeepClone();
        var marks = before["marks"]!.AsArray();
        item["marks"] = new JsonArray(
            [.. item["marks"]!.AsArray().Select(mark => (marks.FirstOrDefault(old => IsSame(old!, mark!)) ?? mark)!.DeepClone()),
             .. marks.Skip(ItemFields.MostMarks).Select(mark => mark!.DeepClone())]);
        return body;
    }

    private static bool IsSame(JsonNode one, JsonNode other) => Shown.All(member => JsonNode.DeepEquals(one[member], other[member]));
}
