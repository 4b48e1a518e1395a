using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Web.Administering.Catalogues;

namespace FirearmsRegistry.Web.Tests.Administering;

public sealed class EntryBodyTests
{
    public static TheoryData<CatalogueKind> Kinds => [.. Enum.GetValues<CatalogueKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_entry_in_which_nothing_was_typed_has_the_facts_of_its_catalogue(CatalogueKind kind)
    {
        var body = new JsonObject();

        EntryBody.Complete(body, kind);

        Assert.IsType<JsonObject>(body["entry"]![EntryBody.MemberOf(kind)]);
    }

    [Fact]
    public void What_was_left_empty_of_a_cartridge_is_sent_as_nothing_and_so_can_be_read()
    {
        var body = JsonNode.Parse("""{"entry":{"name":"10 mm Test","code":"10_test","names":[],"cartridge":{"bore":"rifled","notTheSameAs":[]}}}""")!.AsObject();

        EntryBody.Complete(body, CatalogueKind.Cartridges);

        var entry = body["entry"].Deserialize<CatalogueEntry>(RegistryJson.Options)!;
        Assert.Equal((BoreType.Rifled, null, null), (entry.Cartridge!.Bore, entry.Cartridge.Metric, entry.Cartridge.Family));
    }

    [Fact]
    public void The_code_of_a_country_that_is_corrected_stays_in_both_of_its_places()
    {
        var body = JsonNode.Parse("""{"entry":{"name":"Kosovo","names":[],"country":{"successors":[]}}}""")!.AsObject();

        EntryBody.Complete(body, CatalogueKind.Countries, "XKX");

        var entry = body["entry"].Deserialize<CatalogueEntry>(RegistryJson.Options)!;
        Assert.Equal(("XKX", "XKX"), (entry.Code.ToString(), entry.Country!.Code.ToString()));
    }

    [Fact]
    public void The_code_of_a_country_is_that_of_its_entry_and_a_code_that_stays_is_not_typed()
    {
        var country = JsonNode.Parse("""{"entry":{"country":{"code":"XKX","successors":[]}}}""")!.AsObject();
        var maker = new JsonObject();

        EntryBody.Complete(country, CatalogueKind.Countries);
        EntryBody.Complete(maker, CatalogueKind.Makers, "glock");

        Assert.Equal(("XKX", "glock"), (country["entry"]!["code"]!.GetValue<string>(), maker["entry"]!["code"]!.GetValue<string>()));
    }
}
