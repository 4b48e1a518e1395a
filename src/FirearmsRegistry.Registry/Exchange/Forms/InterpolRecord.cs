using FirearmsRegistry.Marks.Codes;
using static FirearmsRegistry.Registry.Exchange.Forms.FormSource;

namespace FirearmsRegistry.Registry.Exchange.Forms;

/// <summary>What a person types into INTERPOL's iARMS for a trace request; its own field names are not public, so these are plain ones.</summary>
internal static class InterpolRecord
{
    private const string Request = "Request";
    private const string Firearm = "Firearm";
    private const string Grounds = "Grounds";

    /// <summary>The fields.</summary>
    public static IReadOnlyList<FormField> Fields(FormSource source)
    {
        var (content, grounds, arm) = (source.Content, source.Content.Grounds, source.Content.Arm);
        return
        [
            new(Request, "Record", true, "trace request"),
            new(Request, "Requesting country", true, source.RequestingState.ToString()),
            new(Request, "National central bureau or authority", true, source.Authority.ToString()),
            new(Request, "Reference", true, source.RequestId.ToString()),
            new(Request, "Case", false, grounds.CaseReference?.ToString() ?? ""),
            new(Request, "Priority", true, Codes.Of(content.Priority)),
            new(Request, "Justification of urgency", false, content.UrgencyJustification?.ToString() ?? ""),
            new(Firearm, "Make", true, Shown(arm.Maker)),
            new(Firearm, "Model", true, Shown(arm.Model)),
            new(Firearm, "Calibre", true, Shown(arm.Calibre)),
            new(Firearm, "Serial number", true, source.Serial),
            new(Firearm, "Country of manufacture", true, Shown(arm.ManufactureCountry)),
            new(Firearm, "Year of manufacture", false, Shown(arm.YearOfManufacture)),
            new(Firearm, "Type", true, Words(Codes.Of(arm.Type))),
            new(Firearm, "All marks", false, string.Join("; ", source.AllMarks)),
            new(Firearm, "Recovered on", false, Shown(arm.FoundOn)),
            new(Grounds, "Why illicit", true, Words(Codes.Of(grounds.IllicitGround))),
            new(Grounds, "Legal justification", true, grounds.LegalJustification.ToString()),
            new(Grounds, "Circumstances", true, Shown(grounds.Circumstances)),
            new(Grounds, "Intended use of the information", true, grounds.IntendedUse.ToString()),
        ];
    }
}
