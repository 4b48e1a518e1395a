using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.Checking;
using FirearmsRegistry.Registry.Catalogues.Seeds;

namespace FirearmsRegistry.Registry.Tests.Catalogues;

public sealed class SeedTests
{
    private static readonly CatalogueSnapshot Seeds = CatalogueSeeds.Load();

    [Theory]
    [InlineData(CatalogueKind.Makers, 150)]
    [InlineData(CatalogueKind.Models, 600)]
    [InlineData(CatalogueKind.Cartridges, 120)]
    [InlineData(CatalogueKind.Types, 18)]
    [InlineData(CatalogueKind.Actions, 12)]
    public void There_are_as_many_seeds_as_were_promised(CatalogueKind kind, int least) =>
        Assert.True(Seeds.Of(kind).Count >= least, $"{kind}: {Seeds.Of(kind).Count}");

    [Fact]
    public void The_makers_whose_arms_are_seized_most_have_their_forms_of_serials() =>
        Assert.True(Seeds.Of(CatalogueKind.Makers).Values.Count(entry => entry.Maker!.SerialPatterns.Count > 0) >= 100);

    [Theory]
    [InlineData(CatalogueKind.Makers)]
    [InlineData(CatalogueKind.Models)]
    [InlineData(CatalogueKind.Cartridges)]
    [InlineData(CatalogueKind.Countries)]
    [InlineData(CatalogueKind.Types)]
    [InlineData(CatalogueKind.Actions)]
    public void Every_seed_obeys_the_rules_for_entries(CatalogueKind kind)
    {
        var broken = EntryRules.Broken(Seeds, kind, Seeds.Of(kind).Values)
            .Select(fault => $"{fault.Code} {fault.Pointer} {fault.Seen}: {fault.Rule}").ToList();

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void Every_country_of_the_country_lists_is_in_the_catalogue_under_its_own_name()
    {
        foreach (var country in CountryCode.Current.Concat(CountryCode.Former))
            Assert.Equal(country.Name, Seeds.Of(CatalogueKind.Countries)[CatalogueCode.Parse(country.Alpha3).GetOrThrow()].Name.ToString());
    }

    [Fact]
    public void Every_former_State_whose_arms_are_about_names_those_that_followed_it() =>
        Assert.All(["SUN", "YUG", "CSK", "DDR", "SCG"],
            code => Assert.NotEmpty(Seeds.Of(CatalogueKind.Countries)[CatalogueCode.Parse(code).GetOrThrow()].Country!.Successors));
}
