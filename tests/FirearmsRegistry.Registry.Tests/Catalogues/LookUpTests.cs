using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.LookingUp;

namespace FirearmsRegistry.Registry.Tests.Catalogues;

public sealed class LookUpTests
{
    private static readonly CatalogueLookUp Seeds = CatalogueLookUp.Seeded;

    [Theory]
    [InlineData("9 mm Luger")]
    [InlineData("9x19")]
    [InlineData("9 x 19")]
    [InlineData("9×19 mm")]
    [InlineData("9*19")]
    [InlineData("9mm Parabellum")]
    [InlineData("9 MM PARA")]
    [InlineData("9 mm NATO")]
    [InlineData("9х19")]
    [InlineData("9 мм Люгер")]
    [InlineData("CAL. 9 PARA")]
    [InlineData("Cal 9mm Luger")]
    [InlineData("9MM LUGER")]
    [InlineData("٩×١٩ ملم")]
    public void Nine_millimetre_Luger_is_one_cartridge_however_it_is_written(string text) => Assert.Equal(["9x19"], Cartridges(text));

    [Theory]
    [InlineData(".223 Rem", "223_rem")]
    [InlineData("223 Remington", "223_rem")]
    [InlineData("5.56x45", "556x45")]
    [InlineData("5,56 NATO", "556x45")]
    [InlineData(".308 WIN", "308_win")]
    [InlineData("7.62x51", "762x51")]
    [InlineData("7.62 NATO", "762x51")]
    [InlineData("7,62х39 мм", "762x39")]
    [InlineData("۷.۶۲×۳۹", "762x39")]
    [InlineData("7.62x54R", "762x54r")]
    [InlineData(".380 Auto", "9x17")]
    [InlineData("9 mm Kurz", "9x17")]
    [InlineData("7.65 Browning", "32_acp")]
    [InlineData("6.35", "25_acp")]
    [InlineData(".357 Magnum", "357_magnum")]
    [InlineData(".357 MAG", "357_magnum")]
    [InlineData(".45 ACP", "45_acp")]
    [InlineData("11.43x23", "45_acp")]
    [InlineData("22 LONG RIFLE", "22_lr")]
    [InlineData("12 GA", "12_gauge")]
    [InlineData("12 bore", "12_gauge")]
    [InlineData("cal 12", "12_gauge")]
    [InlineData("12/76", "12_76")]
    [InlineData("30-06 SPRG", "30_06")]
    public void A_cartridge_is_found_by_its_synonyms(string text, string code) => Assert.Equal([code], Cartridges(text));

    [Theory]
    [InlineData("9 mm", "9x19", "9x18", "9x17", "9x21")]
    [InlineData(".38", "38_special", "38_sw")]
    [InlineData("7.62", "762x39", "762x51", "762x54r", "762x25")]
    [InlineData(".32", "32_acp", "32_sw_long")]
    public void A_name_that_cartridges_share_names_all_of_them(string text, params string[] codes)
    {
        var found = Cartridges(text);

        Assert.All(codes, code => Assert.Contains(code, found));
    }

    [Theory]
    [InlineData(".223 Rem", "5.56x45")]
    [InlineData(".308 Win", "7.62x51 NATO")]
    [InlineData("9x18", "9x19")]
    [InlineData("9 mm Kurz", "9 mm Luger")]
    [InlineData("7.62x39", "7.62x51")]
    public void Cartridges_that_are_taken_for_each_other_are_not_the_same(string one, string other)
    {
        Assert.False(Seeds.SameCartridge(one, other));
        Assert.Equal(CartridgeAgreement.Different, Seeds.CompareCartridges(one, other));
    }

    [Theory]
    [InlineData("9x19", "9 mm Para", CartridgeAgreement.Same)]
    [InlineData("9 mm", "9x19", CartridgeAgreement.Possible)]
    [InlineData("12 ga", "12/76", CartridgeAgreement.Possible)]
    [InlineData("12/70", "12/76", CartridgeAgreement.Different)]
    [InlineData("wildcat 7", "9x19", CartridgeAgreement.Unknown)]
    [InlineData("wildcat 7", "WILDCAT-7", CartridgeAgreement.Same)]
    [InlineData("9 mm", "12 ga", CartridgeAgreement.Different)]
    public void Two_texts_for_a_cartridge_are_compared_both_ways(string one, string other, CartridgeAgreement agreement)
    {
        Assert.Equal(agreement, Seeds.CompareCartridges(one, other));
        Assert.Equal(agreement, Seeds.CompareCartridges(other, one));
    }

    [Theory]
    [InlineData("Glock", "glock")]
    [InlineData("GLOCK Ges.m.b.H.", "glock")]
    [InlineData("Глок", "glock")]
    [InlineData("غلوك", "glock")]
    [InlineData("Γκλοκ", "glock")]
    [InlineData("Smith and Wesson", "smith_wesson")]
    [InlineData("S&W", "smith_wesson")]
    [InlineData("SMITH & WESSON INC.", "smith_wesson")]
    [InlineData("Fabrique Nationale d'Armes de Guerre", "fn_herstal")]
    [InlineData("Crvena Zastava", "zastava")]
    [InlineData("Црвена Застава", "zastava")]
    [InlineData("زاستافا", "zastava")]
    [InlineData("Ижмаш", "kalashnikov")]
    [InlineData("Izhmash", "kalashnikov")]
    [InlineData("BAIKAL", "izhmekh")]
    [InlineData("Ceska Zbrojovka", "cz")]
    [InlineData("Česká zbrojovka a.s.", "cz")]
    [InlineData("Heckler & Koch GmbH", "heckler_koch")]
    [InlineData("Heckler & Koch, Inc.", "hk_usa")]
    [InlineData("Sarsılmaz", "sarsilmaz")]
    [InlineData("SARSILMAZ", "sarsilmaz")]
    [InlineData("Forjas Taurus S.A.", "taurus")]
    [InlineData("Remington Arms Co., Inc.", "remington")]
    [InlineData("Remington Rand", "remington_rand")]
    [InlineData("Springfield Armory, Inc.", "springfield_armory_inc")]
    [InlineData("Arsenal, Inc.", "arsenal_inc")]
    [InlineData("Arsenal AD", "arsenal_bg")]
    [InlineData("byf", "mauser")]
    public void A_maker_is_found_by_its_aliases_former_names_and_other_scripts(string text, string code) =>
        Assert.Equal([code], Seeds.FindMaker(text).Codes.Select(found => found.ToString()));

    [Fact]
    public void A_name_that_two_companies_share_names_both() => Assert.Equal(
        ["springfield_armory_inc", "springfield_armory_us"], Seeds.FindMaker("Springfield Armory").Codes.Select(code => code.ToString()));

    [Theory]
    [InlineData("no such maker")]
    [InlineData("")]
    [InlineData("★")]
    public void What_is_not_in_the_catalogue_is_not_found_and_that_is_all(string text)
    {
        Assert.False(Seeds.FindMaker(text).IsFound);
        Assert.False(Seeds.FindCartridge(text).IsFound);
        Assert.False(Seeds.FindCountry(text).IsFound);
        Assert.False(Seeds.FindModel(null, text).IsFound);
    }

    [Theory]
    [InlineData("glock", "17", "glock_17")]
    [InlineData("glock", "GLOCK 17", "glock_17")]
    [InlineData("glock", "G-17", "glock_17")]
    [InlineData("cz", "CZ 75 B", "cz_75")]
    [InlineData("zastava", "M70 AB2", "zastava_m70")]
    [InlineData("smith_wesson", "Model 10", "smith_wesson_model_10")]
    [InlineData("smith_wesson", "10-5", "smith_wesson_model_10")]
    [InlineData("kalashnikov", "АКМ", "kalashnikov_akm")]
    [InlineData("norinco", "56式", "norinco_type_56")]
    public void A_model_is_found_within_its_maker(string maker, string text, string code) =>
        Assert.Equal([code], Seeds.FindModel(Code(maker), text).Codes.Select(found => found.ToString()));

    [Fact]
    public void A_model_of_another_maker_is_not_found() => Assert.False(Seeds.FindModel(Code("glock"), "P226").IsFound);

    [Fact]
    public void A_model_without_its_maker_names_those_of_all_makers()
    {
        var found = Seeds.FindModel(null, "M1911A1").Codes.Select(code => code.ToString()).ToList();

        Assert.Contains("colt_m1911a1", found);
        Assert.Contains("remington_rand_m1911a1", found);
    }

    [Theory]
    [InlineData("ESP", "ESP")]
    [InlineData("es", "ESP")]
    [InlineData("España", "ESP")]
    [InlineData("MADE IN SPAIN", "ESP")]
    [InlineData("USSR", "SUN")]
    [InlineData("СССР", "SUN")]
    [InlineData("CCCP", "SUN")]
    [InlineData("Made in Yugoslavia", "YUG")]
    [InlineData("Југославија", "YUG")]
    [InlineData("W. Germany", "DEU")]
    [InlineData("Österreich", "AUT")]
    [InlineData("مصر", "EGY")]
    [InlineData("ΕΛΛΑΣ", "GRC")]
    [InlineData("Hecho en México", "MEX")]
    [InlineData("Brasil", "BRA")]
    public void A_country_is_found_by_what_stands_on_arms(string text, string code) =>
        Assert.Equal([code], Seeds.FindCountry(text).Codes.Select(found => found.ToString()));

    [Fact]
    public void A_former_State_names_those_that_answer_for_its_arms() => Assert.Contains(
        "SRB", Seeds.Snapshot.Find(CatalogueKind.Countries, Code("YUG"))!.Country!.Successors.Select(country => country.Alpha3));

    [Theory]
    [InlineData("century_arms", "zastava", true)]
    [InlineData("interarms", "walther", true)]
    [InlineData("sears", "high_standard", true)]
    [InlineData("zastava", "century_arms", false)]
    [InlineData("interarms", "glock", false)]
    public void Who_imports_whose_arms_is_known(string importer, string maker, bool is_) =>
        Assert.Equal(is_, Seeds.IsImporterOf(Code(importer), Code(maker)));

    [Theory]
    [InlineData("interarms", true)]
    [InlineData("zastava", false)]
    [InlineData("century_arms", false)]
    public void A_company_that_only_imports_is_no_maker(string company, bool is_) => Assert.Equal(is_, Seeds.IsNoMaker(Code(company)));

    [Theory]
    [InlineData("glock", "4,539,889")]
    [InlineData("colt", "PAT. AUG. 5, 1884")]
    public void A_patent_that_stands_on_the_makers_arms_is_told(string maker, string text) => Assert.True(Seeds.IsPatentOf(Code(maker), text));

    [Fact]
    public void A_model_taken_for_a_serial_is_told()
    {
        Assert.True(Seeds.IsModelOf(Code("smith_wesson"), "MOD. 19-3"));
        Assert.False(Seeds.IsModelOf(Code("smith_wesson"), "K123456"));
    }

    [Theory]
    [InlineData("ABC123", true)]
    [InlineData("AB-123", true)]
    [InlineData("ABC123US", true)]
    [InlineData("ABC1234", false)]
    public void A_serial_is_compared_with_the_makers_known_forms(string serial, bool fits) => Assert.Equal(fits, Seeds.FitsSerialOf(Code("glock"), serial));

    [Theory]
    [InlineData("ruger", "123-45678", true)]
    [InlineData("ruger", "12345", true)]
    [InlineData("ruger", "AB-12345", false)]
    [InlineData("singer", "S800123", true)]
    [InlineData("singer", "800123", false)]
    [InlineData("canik", "T6472-20 BC 01234", true)]
    [InlineData("canik", "20 BC 01234", false)]
    [InlineData("inland", "6071188", true)]
    [InlineData("inland", "6071188A", false)]
    public void The_seeds_know_forms_of_makers_whose_arms_nearly_all_follow_them(string maker, string serial, bool fits) =>
        Assert.Equal(fits, Seeds.FitsSerialOf(Code(maker), serial));

    [Fact]
    public void Where_no_form_is_known_none_is_asserted() => Assert.Null(Seeds.FitsSerialOf(Code("voere"), "123"));

    [Fact]
    public void A_whole_mark_is_taken_apart()
    {
        var found = TextLookUp.Find(Seeds, "CZ 75 B CAL. 9 LUGER MADE IN CZECH REPUBLIC");

        Assert.Equal(
            [(CatalogueKind.Makers, "cz"), (CatalogueKind.Models, "cz_75"), (CatalogueKind.Cartridges, "9x19"), (CatalogueKind.Countries, "CZE")],
            found.Select(match => (match.Kind, match.Codes[0].ToString())));
    }

    private static CatalogueCode Code(string text) => CatalogueCode.Parse(text).GetOrThrow();

    private static List<string> Cartridges(string text) => [.. Seeds.FindCartridge(text).Codes.Select(code => code.ToString())];
}
