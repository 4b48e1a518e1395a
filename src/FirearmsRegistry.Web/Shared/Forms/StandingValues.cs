using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Showing;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>What stands of a record, as it would have been typed into the form by which it is corrected.</summary>
internal static class StandingValues
{
    /// <summary>Each value by its place.</summary>
    /// <param name="at">The JSON pointer under which it stands in the body.</param>
    /// <param name="stands">What stands.</param>
    public static Dictionary<string, string> Of<T>(string at, T stands)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Put(values, at, JsonSerializer.SerializeToNode(stands, Answers.Json));
        return values;
    }

    private static void Put(Dictionary<string, string> values, string at, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject known when known["is"] is { } said:
                values[at] = said.GetValue<string>() == "none" ? KnownValue.None : "";
                Put(values, at, known["value"]);
                break;
            case JsonObject members:
                foreach (var (name, value) in members)
                    Put(values, $"{at}/{name}", value);
                break;
            case JsonArray list when list.All(each => each is JsonValue):
                values[at] = string.Join(',', list.Select(each => Text(each!)));
                break;
            case JsonArray list:
                values[at] = Plain.Of(list.Count);
                for (var place = 0; place < list.Count; place++)
                    Put(values, $"{at}/{Plain.Of(place)}", list[place]);
                break;
            case not null:
                values[at] = Text(node);
                break;
        }
    }

    private static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
