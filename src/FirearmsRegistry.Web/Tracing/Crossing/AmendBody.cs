using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using FirearmsRegistry.Web.Shared.Forms;

namespace FirearmsRegistry.Web.Tracing.Crossing;

/// <summary>A draft as it stands, to be typed over, and the body that writes it anew.</summary>
internal static class AmendBody
{
    /// <summary>What stands in the fields first.</summary>
    public static IReadOnlyDictionary<string, string> FirstOf(TraceRequestDetails request)
    {
        var (arm, grounds, first) = (request.CrossBorder!.Arm, request.Grounds, new Dictionary<string, string>(StringComparer.Ordinal));
        first["/priority"] = Codes.Of(request.Priority);
        first["/urgencyJustification"] = request.UrgencyJustification?.ToString() ?? "";
        first["/neededUntil"] = request.CrossBorder.NeededUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        first["/grounds/illicitGround"] = Codes.Of(grounds.IllicitGround);
        first["/grounds/legalJustification"] = grounds.LegalJustification.ToString();
        first["/grounds/circumstances"] = KnownValue.Typed(grounds.Circumstances);
        first["/grounds/description"] = grounds.Description?.ToString() ?? "";
        first["/grounds/intendedUse"] = grounds.IntendedUse.ToString();
        first["/grounds/requestingAuthority"] = grounds.RequestingAuthority.ToString();
        first["/grounds/caseReference"] = grounds.CaseReference?.ToString() ?? "";
        first["/arm/type"] = Codes.Of(arm.Type);
        first["/arm/maker"] = KnownValue.Typed(arm.Maker);
        first["/arm/model"] = KnownValue.Typed(arm.Model);
        first["/arm/calibre"] = KnownValue.Typed(arm.Calibre);
        first["/arm/manufactureCountry"] = KnownValue.Typed(arm.ManufactureCountry);
        first["/arm/yearOfManufacture"] = KnownValue.Typed(arm.YearOfManufacture);
        first["/arm/foundOn"] = KnownValue.Typed(arm.FoundOn);
        foreach (var (index, mark) in arm.Marks.Index())
        {
            var at = $"/arm/marks/{index}";
            first[at + "/text"] = mark.Text.ToString();
            first[at + "/serial"] = mark.Serial?.ToString() ?? "";
            first[at + "/kind"] = Codes.Of(mark.Kind);
            first[at + "/component"] = Codes.Of(mark.Component);
            first[at + "/certainty"] = Codes.Of(mark.Certainty);
        }

        return first;
    }

    /// <summary>
    /// Gives each mark what no field shows: how it was read, and, while its text and number stay as they were, its notation. A mark whose text was
    /// emptied is left out.
    /// </summary>
    public static void Complete(JsonObject body, IReadOnlyList<MarkAsRead> before)
    {
        var told = new JsonArray();
        foreach (var (index, typed) in (body["arm"]?["marks"] as JsonArray ?? []).OfType<JsonObject>().Index())
        {
            if (typed["text"] is null)
                continue;
            var mark = (JsonObject)typed.DeepClone();
            if (index < before.Count && JsonSerializer.SerializeToNode(before[index], RegistryJson.Options) is JsonObject known)
            {
                Keep("how");
                if (JsonNode.DeepEquals(known["text"], typed["text"]) && JsonNode.DeepEquals(known["serial"], typed["serial"]))
                    Keep("notation");

                void Keep(string member)
                {
                    if (known[member] is { } kept)
                        mark[member] = kept.DeepClone();
                }
            }

            told.Add(mark);
        }

        body["arm"]!["marks"] = told;
    }
}
