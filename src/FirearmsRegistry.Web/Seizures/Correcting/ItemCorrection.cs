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

    /// <summary>What stands, as it would have been typed.</summary>
    public static Dictionary<string, string> First(SeizedItemEntry stands) => new(StandingValues.Of("/item", stands))
    {
        [ItemFields.MarksAt] = Plain.Of(Math.Clamp(stands.Marks.Count, 1, ItemFields.MostMarks)),
    };

    /// <summary>Makes the body of what was typed: the whole entry as it should have been.</summary>
    public static void Complete(JsonObject body, SeizedItemEntry stands)
    {
        ItemBody.Complete(body);
        var before = JsonSerializer.SerializeToNode(stands, Answers.Json)!.AsObject();
        var item = body["item"]!.AsObject();
        if (before["registeredFirearm"] is { } firearm)
            item["registeredFirearm"] = firearm.DeepClone();
        var marks = before["marks"]!.AsArray();
        item["marks"] = new JsonArray(
            [.. item["marks"]!.AsArray().Select(mark => (marks.FirstOrDefault(old => IsSame(old!, mark!)) ?? mark)!.DeepClone()),
             .. marks.Skip(ItemFields.MostMarks).Select(mark => mark!.DeepClone())]);
    }

    private static bool IsSame(JsonNode one, JsonNode other) => Shown.All(member => JsonNode.DeepEquals(one[member], other[member]));
}
