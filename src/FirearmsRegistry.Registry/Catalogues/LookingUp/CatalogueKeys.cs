using System.Text.RegularExpressions;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Registry.Catalogues.LookingUp;

/// <summary>What names are compared by: the exact search key, and for each kind what people write in several ways made one.</summary>
internal static partial class CatalogueKeys
{
    private const string Joiners = "AND|UND|ET|&";

    private const string Forms = "INC|LLC|LTD|LIMITED|COMPANY|CO|CORP|CORPORATION|GMBH|MBH|AG|KG|JSC|OJSC|OAO|OOO|ZAO|PLC|PTY|KFT|RT|NYRT|ZRT"
        + "|OY|AB|NV|BV|CIE|ООО|ОАО|АО|ЗАО";

    // Written with and without their full stops.
    private const string DottedForms = @"S\.?A\.?S|S\.?A|S\.?P\.?A|S\.?R\.?L|S\.?N\.?C|S\.?L|A\.?S|A\.?D|S\.?R\.?O|D\.?D|D\.?O\.?O|L\.?T\.?D\.?A"
        + @"|DE C\.?V|C\.?V";

    private static readonly (string Long, string Short)[] CartridgeWords =
    [
        ("MAGNUM", "MAG"), ("REMINGTON", "REM"), ("WINCHESTER", "WIN"), ("PARABELLUM", "PARA"), ("SPRINGFIELD", "SPRG"),
        ("WEATHERBY", "WBY"), ("SPECIAL", "SPL"), ("SPCL", "SPL"), ("SPEC", "SPL"), ("AUTOMATIC", "AUTO"), ("BROWNING", "BRNG"),
        ("LONGRIFLE", "LR"), ("GAUGE", "GA"), ("BORE", "GA"),
    ];

    /// <summary>The key of a name that is written in one way.</summary>
    public static string Of(string name) => SearchKey.Of(name).ExactKey;

    /// <summary>The key by which names of a catalogue are told apart.</summary>
    public static string Of(CatalogueKind kind, string name) => kind switch
    {
        CatalogueKind.Models => OfModel(name),
        CatalogueKind.Cartridges => OfCartridge(name),
        CatalogueKind.Countries => OfCountry(name),
        CatalogueKind.Makers or CatalogueKind.Types or CatalogueKind.Actions => Of(name),
    };

    /// <summary>A maker's name without "and" and without what only tells the legal form; the same as the plain key where that leaves nothing.</summary>
    public static string OfMaker(string name)
    {
        var bare = Of(LegalForms().Replace(name, " "));
        return bare.Length == 0 ? Of(name) : bare;
    }

    /// <summary>A cartridge's name: multiplication signs are letters, units and "calibre" are dropped, long words are short.</summary>
    public static string OfCartridge(string name)
    {
        var key = Of(TimesSigns().Replace(name, "x"));
        key = Units().Replace(CalibreWords().Replace(key, ""), "");
        foreach (var (@long, @short) in CartridgeWords)
            key = key.Replace(@long, @short, StringComparison.Ordinal);
        return key;
    }

    /// <summary>A country's name without "made in".</summary>
    public static string OfCountry(string name) => Of(MadeIn().Replace(name, ""));

    /// <summary>A model's name without the word "model".</summary>
    public static string OfModel(string name)
    {
        var bare = Of(ModelWords().Replace(name, ""));
        return bare.Length == 0 ? Of(name) : bare;
    }

    // Initials such as M.A.S. hold no legal form.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}]|\p{L}\.)(?:" + Joiners + "|" + Forms + "|" + DottedForms + @")(?![\p{L}\p{N}]|\.\p{L}\.)\.?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LegalForms();

    [GeneratedRegex(@"(?<=[\p{Nd}Rr])\s*[×*✕хХ]\s*(?=\p{Nd})")]
    private static partial Regex TimesSigns();

    [GeneratedRegex(@"(?<=[0-9])(?:MM|ملم|毫米)")]
    private static partial Regex Units();

    [GeneratedRegex(@"\A(?:CALIBRE|CALIBER|CALIBRO|KALIBER|KALIBR|CAL|KAL)(?=.)")]
    private static partial Regex CalibreWords();

    [GeneratedRegex(
        @"\A\s*(?:MADE\s+IN|MADE|HECHO\s+EN|FABRICAD[OA]\s+(?:EN|NO|NA)|IND[UÚ]STRIA|FABRIQU[EÉ]\s+EN|СДЕЛАНО\s+В)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MadeIn();

    [GeneratedRegex(@"\A\s*(?:MODELLO|MODELO|MODELE|MODÈLE|MODELL|MODEL|MOD)(?:\.\s*|\s+)(?=.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ModelWords();
}
