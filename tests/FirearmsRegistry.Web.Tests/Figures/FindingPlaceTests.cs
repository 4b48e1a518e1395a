using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Figures.Checking;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Figures;

public sealed class FindingPlaceTests
{
    [Theory]
    [InlineData("seized by outcome_line", "Saisies, par résultat du traçage")]
    [InlineData("arms_seized by location, return, 2020", "armes à feu saisies, par lieu d’entrée, <bdi dir=\"auto\">return, 2020</bdi>")]
    [InlineData("5.1 line 1", "Table <bdi dir=\"ltr\">5.1</bdi>, ligne <bdi dir=\"ltr\">1</bdi>")]
    [InlineData("item 1a2b", "<bdi dir=\"ltr\">item 1a2b</bdi>")]
    public void A_place_is_told_in_words(string where, string told) =>
        Assert.Equal(told, FindingPlace.Of(Words.In(ReportLanguage.Fr), where).Value);

    [Fact]
    public void A_change_is_told_by_both_legal_bases()
    {
        var words = Words.In(ReportLanguage.En);

        Assert.Equal("criminal → administrative", FindingPlace.Of(words, "criminal to administrative").Value);
    }
}
