using System.Globalization;
using System.Text.Json.Nodes;
using FirearmsRegistry.Web.Shared.Forms;

namespace FirearmsRegistry.Web.Figures.Vintages;

/// <summary>Lists as the bodies of the API take them.</summary>
internal static class VintageBodies
{
    /// <summary>Puts the years as a list into a body that has them as they were typed.</summary>
    public static void CompleteYears(JsonObject body) => body["years"] = Years(body["years"]?.GetValue<string>() ?? "");

    /// <summary>Years that were typed one after another. What is no number is sent as it is, so that the use case says so.</summary>
    public static JsonArray Years(string typed) =>
    [
        .. typed.Split(Form.ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? (JsonNode)JsonValue.Create(year) : JsonValue.Create(text)),
    ];
}
