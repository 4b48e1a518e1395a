using System.Text.Json.Nodes;

namespace FirearmsRegistry.Web.Tracing.Crossing;

/// <summary>The handling restriction in a body: nothing where none was chosen.</summary>
internal static class RestrictionBody
{
    /// <summary>Completes the body.</summary>
    public static void Complete(JsonObject body)
    {
        if (body["restriction"] is not JsonObject restriction)
            return;
        if (restriction["thirdParties"] is null)
        {
            body.Remove("restriction");
            return;
        }

        // No purpose chosen: any lawful one; no day typed: without end. Both are said, since terms that are left out are no terms.
        if (restriction["purposes"] is null or JsonArray { Count: 0 })
            restriction["purposes"] = null;
        restriction["expiresAt"] ??= null;
        // A day is typed; it is lent to the end of it.
        LastDay.ToItsEnd(restriction, "expiresAt");
    }
}
