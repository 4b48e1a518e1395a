using System.Globalization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Server.Demo;

/// <summary>Invented identities: makers, serials and names that belong to nobody.</summary>
internal static class DemoWords
{
    private static readonly string[] Makers = ["Example Arms", "Muestra y Hermanos", "Taller Ficticio", "Sample Works", "Invented Forge"];

    private static readonly string[] GivenNames = ["Ana", "Bruno", "Carla", "Diego", "Elena", "Fabio", "Gema", "Hugo", "Irene", "Jorge"];

    private static readonly string[] FamilyNames = ["Ejemplo", "Muestra", "Prueba", "Modelo", "Ensayo", "Caso", "Supuesto", "Figurado"];

    private static readonly string[] Cities = ["Alfa", "Beta", "Gamma", "Delta", "Épsilon"];

    public static CountryCode Spain { get; } = CountryCode.Parse("ESP").GetOrThrow();

    private static readonly CountryCode[] Destinations = [.. new[] { "FRA", "PRT", "BEL", "DEU" }.Select(code => CountryCode.Parse(code).GetOrThrow())];

    public static ShortText Text(string text) => ShortText.Parse(text).GetOrThrow();

    public static Note Note(string text) => Registry.Shared.Texts.Note.Parse(text).GetOrThrow();

    public static CountCode Code(string code) => CountCode.Parse(code).GetOrThrow();

    public static PartialDate Day(DateOnly day) => PartialDate.OfDay(day);

    public static string Maker(int index) => Makers[index % Makers.Length];

    public static MarkText Serial(int index) => MarkText.Parse(string.Create(CultureInfo.InvariantCulture, $"{7_000_000 + index}")).GetOrThrow();

    public static MarkText WholeMark(int index, int year) =>
        MarkText.Parse(string.Create(CultureInfo.InvariantCulture, $"{Maker(index).ToUpperInvariant()} ES {year} {Serial(index)}")).GetOrThrow();

    public static int YearMade(int index) => 1975 + (index % 40);

    public static Known<ShortText> Calibre(ArmType type) => Known.Of(Text(type switch
    {
        ArmType.Shotgun or ArmType.Combination => "12/70",
        ArmType.Revolver => ".38 Special",
        ArmType.Rifle or ArmType.Carbine => ".308 Win",
        ArmType.AssaultRifle or ArmType.LightMachineGun => "5.56x45",
        _ => "9 mm Luger",
    }));

    public static CountryCode Destination(int index) => Destinations[index % Destinations.Length];

    public static string PersonName(int index) => string.Create(CultureInfo.InvariantCulture,
        $"{GivenNames[index % GivenNames.Length]} {FamilyNames[index / GivenNames.Length % FamilyNames.Length]} {Roman(index / 80)}");

    public static ShortText Place(int index) => Text($"Municipio {Cities[index % Cities.Length]}");

    private static string Roman(int index) => index.ToString("'N'0000", CultureInfo.InvariantCulture);
}
