using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Catalogues.Adding;
using FirearmsRegistry.Registry.Catalogues.Correcting;
using FirearmsRegistry.Registry.Catalogues.LookingUp;
using FirearmsRegistry.Registry.Catalogues.Withdrawing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class CatalogueExamples
{
    public static AddCatalogueEntryEndpoint.AddCatalogueEntryRequest Add { get; } =
        new(Entry("Armería Ejemplo"), Note.Parse("Letter of the maker, 12 March 2026").GetOrThrow());

    public static CorrectCatalogueEntryEndpoint.CorrectCatalogueEntryRequest Correct { get; } =
        new(Entry("Armería Ejemplo, S.A."), Note.Parse("The name changed with the company's form.").GetOrThrow());

    public static WithdrawCatalogueEntryEndpoint.WithdrawCatalogueEntryRequest Withdraw { get; } =
        new(Note.Parse("The same company as armeria_ejemplo.").GetOrThrow());

    public static LookUpTextEndpoint.LookUpTextRequest LookUp { get; } =
        new(Text("CZ 75 B CAL. 9 LUGER MADE IN CZECH REPUBLIC"));

    private static CatalogueEntry Entry(string name) => new(CatalogueCode.Parse("armeria_ejemplo").GetOrThrow(), Text(name),
        [new CatalogueName(Text("Ejemplo Eibar"), CatalogueNameKind.Alias)],
        new MakerFacts([CountryCode.Parse("ESP").GetOrThrow()], [MakerRole.Maker], [], [SerialPattern.Parse("A9{5}").GetOrThrow()], []));

    private static ShortText Text(string text) => ShortText.Parse(text).GetOrThrow();
}
