using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Web.Shared.Acting;
using FirearmsRegistry.Web.Shared.Showing;

namespace FirearmsRegistry.Web.Shared.Forms;

/// <summary>What stands of a record, as it would have been typed into the form by which it is corrected.</summary>
internal static class StandingValues
{
    /// <summary>Puts it into the form, before its fields are there.</summary>
    /// <param name="form">The form.</param>
    /// <param name="at">The JSON pointer under which it stands in the body.</param>
    /// <param name="stands">What stands.</param>
    public static Form Begin<T>(Form form, string at, T stands)
    {
        Put(form, at, JsonSerializer.SerializeToNode(stands, Answers.Json));
        return form;
    }

    /// <summary>The same by its places, for a form that is made elsewhere.</summary>
    public static IReadOnlyDictionary<string, string> Of<T>(string at, T stands) => Begin(new Form(""), at, stands).Values();

    private static void Put(Form form, string at, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject known when known["is"] is { } said:
                form.Begin(at, said.GetValue<string>() == "none" ? KnownValue.None : "");
                Put(form, at, known["value"]);
                break;
            case JsonObject members:
                foreach (var (name, value) in members)
                    Put(form, $"{at}/{name}", value);
                break;
            case JsonArray list when list.All(each => each is JsonValue):
                form.Begin(at, string.Join(',', list.Select(each => Text(each!))));
                break;
            case JsonArray list:
                form.Begin(at, Plain.Of(list.Count));
                for (var place = 0; place < list.Count; place++)
                    Put(form, $"{at}/{Plain.Of(place)}", list[place]);
                break;
            case not null:
                form.Begin(at, Text(node));
                break;
        }
    }

    private static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
