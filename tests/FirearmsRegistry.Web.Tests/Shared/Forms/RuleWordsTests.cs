using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Forms;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Shared.Forms;

public sealed class RuleWordsTests
{
    private static readonly Words French = Words.In(ReportLanguage.Fr);

    [Fact]
    public void A_rule_that_every_form_meets_is_told_in_the_reader_s_language_with_its_numbers()
    {
        ShortText.Parse(" ").TryGet(out _, out var fault);

        Assert.Matches("^De 1 à [0-9]+ caractères sur une ligne", RuleWords.Of(French, fault!.Rule));
        Assert.Equal("Ceci est nécessaire.", RuleWords.Of(French, "This member is required."));
        Assert.Equal("Un nombre entier de 1 à 200.", RuleWords.Of(French, "Must be a whole number from 1 to 200."));
    }

    [Fact]
    public void A_rule_of_law_stays_as_it_was_applied() => Assert.Null(RuleWords.Of(French, "Characters are at least 0.08 mm deep."));
}
