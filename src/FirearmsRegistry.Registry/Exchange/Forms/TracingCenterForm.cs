using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using static FirearmsRegistry.Registry.Exchange.Forms.FormSource;

namespace FirearmsRegistry.Registry.Exchange.Forms;

/// <summary>
/// A request in the order of the fields of ATF Form 3312.1 (National Tracing Center trace request). What only that authority's own agents
/// have, and what a registry does not hold, stays empty for a person to fill in.
/// </summary>
internal static class TracingCenterForm
{
    private const string Initiation = "I Trace initiation";
    private const string Crime = "II Crime code";
    private const string Agent = "III Requesting ATF agent";
    private const string Agency = "IV Other agency";
    private const string Firearm = "V Firearm";
    private const string Possessor = "VI Possessor";
    private const string Associate = "VII Associate";
    private const string Recovery = "VIII Recovery";
    private const string Additional = "IX Dealer, obliterated serial, additional information";

    private static readonly string[] PersonFields =
        ["Name", "Alias", "Alias date of birth", "Height", "Weight", "Sex", "Ethnicity", "Race", "Address"];

    /// <summary>The fields, all of them, in their order.</summary>
    public static IReadOnlyList<FormField> Fields(FormSource source)
    {
        var (content, grounds, arm) = (source.Content, source.Content.Grounds, source.Content.Arm);
        var obliterated = source.Obliterated switch { true => "yes", false => "no", null => "unknown" };
        return
        [
            Optional(Initiation, "Date of request", Day(source.RequestedAt)),
            Required(Initiation, "Priority", Codes.Of(content.Priority)),
            Optional(Initiation, "Justification of urgency", content.UrgencyJustification?.ToString()),
            Optional(Initiation, "Special instructions", null),
            Required(Crime, "NCIC crime code", null),
            Optional(Crime, "Project code, title or initiative", null),
            Required(Agent, "Organisation code", null), Optional(Agent, "Phone", null), Optional(Agent, "Fax", null), Optional(Agent, "Name", null),
            Optional(Agent, "Badge", null), Optional(Agent, "ATF case number", null), Optional(Agent, "Field office", null),
            Required(Agency, "ORI number", null), Optional(Agency, "Phone", null), Optional(Agency, "Fax", null), Optional(Agency, "Officer name", null),
            Optional(Agency, "Badge", null),
            Optional(Agency, "Agency case number", grounds.CaseReference?.ToString() ?? source.RequestId.ToString()),
            Optional(Agency, "Department or unit", grounds.RequestingAuthority.ToString()),
            Optional(Agency, "Mailing address", $"{source.Authority}, {source.RequestingState.Name}"),
            Required(Firearm, "Serial number", source.Serial),
            Required(Firearm, "Obliterated", obliterated),
            Required(Firearm, "Manufacturer", Shown(arm.Maker)),
            Required(Firearm, "Type", Words(Codes.Of(arm.Type))),
            Required(Firearm, "Calibre", Shown(arm.Calibre)),
            Required(Firearm, "Model", Shown(arm.Model)),
            Required(Firearm, "Country of origin", Shown(arm.ManufactureCountry)),
            new(Firearm, "Importer", !arm.ManufactureCountry.TryGet(out var origin) || origin.Alpha3 != "USA", source.Importer),
            Optional(Firearm, "Additional markings", string.Join("; ", source.AllMarks)),
            .. PersonFields.Select(name => Optional(Possessor, name, null)),
            .. PersonFields.Select(name => Optional(Associate, name, null)),
            Optional(Recovery, "Recovery date", Shown(arm.FoundOn)),
            Optional(Recovery, "Recovery address or location", source.Place?.ToString()),
            Optional(Recovery, "Vehicle", null),
            Optional(Additional, "Circumstances", Shown(grounds.Circumstances)),
            Optional(Additional, "Legal justification", grounds.LegalJustification.ToString()),
            Optional(Additional, "Intended use of the information", grounds.IntendedUse.ToString()),
            Optional(Additional, "Description", grounds.Description?.ToString()),
            Optional(Additional, "Year of manufacture", Shown(arm.YearOfManufacture)),
        ];
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static FormField Required(string part, string name, string? value) => new(part, name, true, value ?? "");

    private static FormField Optional(string part, string name, string? value) => new(part, name, false, value ?? "");
}
