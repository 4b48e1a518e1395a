using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Catalogues;

namespace FirearmsRegistry.Web.Administering.Catalogues;

/// <summary>An entry of a catalogue as a form sends it: with the facts of its catalogue, and none left out because nothing was typed there.</summary>
internal static class EntryBody
{
    /// <summary>The member that holds the facts of a catalogue's entries.</summary>
    public static string MemberOf(CatalogueKind kind) => kind switch
    {
        CatalogueKind.Makers => "maker",
        CatalogueKind.Models => "model",
        CatalogueKind.Cartridges => "cartridge",
        CatalogueKind.Countries => "country",
        CatalogueKind.Types => "type",
        CatalogueKind.Actions => "action",
    };

    /// <summary>Completes the entry of a body.</summary>
    /// <param name="body">What was typed.</param>
    /// <param name="kind">The catalogue.</param>
    /// <param name="code">The entry's code where nobody types it.</param>
    public static void Complete(JsonObject body, CatalogueKind kind, string? code = null)
    {
        var entry = Member(body, "entry");
        var facts = Member(entry, MemberOf(kind));
        foreach (var member in MayBeEmpty(kind))
            facts.TryAdd(member, null);
        if (code is not null)
        {
            entry["code"] = code;
            if (kind == CatalogueKind.Countries)
                facts["code"] = code;
        }
        // A country's entry has the code of the country.
        else if (kind == CatalogueKind.Countries && facts["code"] is { } country)
            entry["code"] = country.DeepClone();
    }

    private static string[] MayBeEmpty(CatalogueKind kind) => kind switch
    {
        CatalogueKind.Cartridges => ["metric", "imperial", "cipName", "saamiName", "family"],
        CatalogueKind.Types => ["ncic", "hsHeading"],
        CatalogueKind.Actions => ["ncic"],
        _ => [],
    };

    private static JsonObject Member(JsonObject of, string name)
    {
        if (of[name] is not JsonObject member)
            of[name] = member = [];
        return member;
    }
}
