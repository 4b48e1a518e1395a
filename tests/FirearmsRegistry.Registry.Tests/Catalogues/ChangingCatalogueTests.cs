using System.Text;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.Adding;
using FirearmsRegistry.Registry.Catalogues.Correcting;
using FirearmsRegistry.Registry.Catalogues.Importing;
using FirearmsRegistry.Registry.Catalogues.LookingUp;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Catalogues.Seeds;
using FirearmsRegistry.Registry.Catalogues.Withdrawing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Tests.Catalogues;

public sealed class ChangingCatalogueTests
{
    private static readonly CatalogueSnapshot Seeds = CatalogueSeeds.Load();
    private static readonly Note Why = Note.Parse("Looked at the arm.").GetOrThrow();

    [Fact]
    public void An_addition_is_an_event_with_its_source()
    {
        var added = AddCatalogueEntry.Decide(new AddCatalogueEntry(CatalogueKind.Makers, Maker("acme", "Acme Arms"), Why), Seeds).Value;

        Assert.Equal((CatalogueKind.Makers, "acme", Why), (added.Kind, added.Entry.Code.ToString(), added.Source));
    }

    [Fact]
    public void A_code_that_is_taken_is_refused() => Assert.Equal("catalogue-code-taken",
        AddCatalogueEntry.Decide(new AddCatalogueEntry(CatalogueKind.Makers, Maker("glock", "Other"), Why), Seeds).Refusal!.Name);

    [Fact]
    public void A_name_of_another_entry_is_refused_unless_it_is_told_to_be_ambiguous()
    {
        var clash = Maker("acme", "Acme", "Glock");

        Assert.Equal("/entry/names/0/kind", Add(clash)!.Errors[0].Pointer);
        Assert.Null(Add(clash with { Names = [new CatalogueName(Text("Glock"), CatalogueNameKind.Ambiguous)] }));
        Assert.Equal("/entry/name", Add(Maker("acme", "GLOCK"))!.Errors[0].Pointer);
    }

    [Fact]
    public void An_entry_of_another_kind_or_with_a_dangling_reference_is_refused()
    {
        var model = new CatalogueEntry(Code("acme_1"), Text("1"), [], Model: new ModelFacts(Code("no_such"), Code("pistol"),
            Known<CatalogueCode>.Unknown, [Code("9x19"), Code("nothing")], Known.Of(2001), Known.Of(1999)));

        var errors = AddCatalogueEntry.Decide(new AddCatalogueEntry(CatalogueKind.Models, model, Why), Seeds).Refusal!.Errors;

        Assert.Equal(["/entry/model/maker", "/entry/model/cartridges/1", "/entry/model/madeTo"], errors.Select(error => error.Pointer));
        Assert.Equal("/entry/maker", Assert.Single(AddCatalogueEntry.Decide(new AddCatalogueEntry(CatalogueKind.Makers, model, Why), Seeds)
            .Refusal!.Errors).Pointer);
    }

    [Fact]
    public void A_correction_of_a_seed_keeps_the_original()
    {
        var seed = Seeds.Find(CatalogueKind.Makers, Code("glock"))!;
        var after = seed with { Name = Text("Glock GmbH") };

        var corrected = CorrectCatalogueEntry.Decide(new CorrectCatalogueEntry(CatalogueKind.Makers, seed.Code, after, Why), seed, Seeds).Value;

        Assert.Equal((seed, after), (corrected.Before, corrected.After));
        Assert.Equal("nothing-corrected",
            CorrectCatalogueEntry.Decide(new CorrectCatalogueEntry(CatalogueKind.Makers, seed.Code, seed, Why), seed, Seeds).Refusal!.Name);
        Assert.Equal("/entry/code", CorrectCatalogueEntry.Decide(
            new CorrectCatalogueEntry(CatalogueKind.Makers, seed.Code, after with { Code = Code("other") }, Why), seed, Seeds).Refusal!.Errors[0].Pointer);
    }

    [Fact]
    public void A_later_seed_does_not_overwrite_the_registers_own_word()
    {
        var seed = Seeds.Find(CatalogueKind.Makers, Code("glock"))!;
        var record = new CatalogueRecord();
        record.Apply(new CatalogueEntryCorrected(CatalogueKind.Makers, seed, seed with { Name = Text("Ours") }, Why));
        var later = Overlay.With(Seeds, CatalogueKind.Makers, [seed with { Name = Text("Theirs") }]);

        Assert.Equal("Ours", Overlay.Of(later, [record]).Find(CatalogueKind.Makers, seed.Code)!.Name.ToString());
    }

    [Fact]
    public void What_others_refer_to_is_not_withdrawn_and_what_is_withdrawn_is_not_found()
    {
        Assert.Equal("catalogue-entry-in-use", Withdraw(Seeds, CatalogueKind.Cartridges, "9x19").Refusal!.Name);
        var withdrawn = Withdraw(Seeds, CatalogueKind.Makers, "crescent").Value;
        var record = new CatalogueRecord();
        record.Apply(withdrawn);

        Assert.False(new CatalogueLookUp(Overlay.Of(Seeds, [record])).FindMaker("Crescent Fire Arms").IsFound);
    }

    [Fact]
    public void A_table_is_added_corrected_and_left_alone_line_by_line()
    {
        var plan = Import("code,name,countries,roles\nacme,Acme,ESP,maker\nmeriden,Meriden Works,USA,maker\n").Value;

        Assert.Equal(("acme", "meriden"), (Assert.Single(plan.Added).Code.ToString(), Assert.Single(plan.Corrected).After.Code.ToString()));
        Assert.Equal("Meriden Fire Arms", plan.Corrected[0].Before.Name.ToString());
    }

    [Fact]
    public void One_line_that_breaks_a_rule_refuses_the_whole_table()
    {
        var refusal = Import("code,name,countries,roles,links\nacme,Acme,ESP,maker,\nbeta,Beta,ESP,maker,importer_of:nobody\n").Refusal!;

        Assert.Equal("line:3,column:1", Assert.Single(refusal.Errors).Pointer);
        Assert.Equal("nobody", refusal.Errors[0].Seen);
    }

    [Fact]
    public void An_entry_that_stands_twice_and_a_table_without_lines_are_refused()
    {
        Assert.Equal("line:3,column:1", Import("code,name,roles\nacme,Acme,maker\nacme,Other,maker\n").Refusal!.Errors[0].Pointer);
        Assert.Equal("line:1,column:1", Import("code,name,roles\n").Refusal!.Errors[0].Pointer);
    }

    private static Refusal? Add(CatalogueEntry entry) =>
        AddCatalogueEntry.Decide(new AddCatalogueEntry(CatalogueKind.Makers, entry, Why), Seeds).Refusal;

    private static Result<CatalogueEntryWithdrawn> Withdraw(CatalogueSnapshot all, CatalogueKind kind, string code) =>
        WithdrawCatalogueEntry.Decide(new WithdrawCatalogueEntry(kind, Code(code), Why), all.Find(kind, Code(code))!, all);

    private static Result<ImportPlan> Import(string table) =>
        ImportPlan.Decide(CatalogueKind.Makers, Encoding.UTF8.GetBytes(table), Seeds);

    private static CatalogueEntry Maker(string code, string name, params string[] aliases) => new(Code(code), Text(name),
        [.. aliases.Select(alias => new CatalogueName(Text(alias), CatalogueNameKind.Alias))],
        new MakerFacts([CountryCode.Parse("ESP").GetOrThrow()], [MakerRole.Maker], [], [], []));

    private static CatalogueCode Code(string text) => CatalogueCode.Parse(text).GetOrThrow();

    private static ShortText Text(string text) => ShortText.Parse(text).GetOrThrow();
}
