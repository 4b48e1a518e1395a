using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Wording;
using FirearmsRegistry.Web.Touring;

namespace FirearmsRegistry.Web.Tests.Touring;

public sealed class TourStepsTests
{
    [Fact]
    public void Every_step_leads_to_a_page_and_has_words_in_every_language()
    {
        var steps = Enum.GetValues<Role>().SelectMany(TourSteps.Of).ToList();

        Assert.NotEmpty(TourSteps.Of(Role.Administrator));
        Assert.All(steps, step => Assert.True(PagesModules.HasPage(step.Address), step.Address));
        foreach (var words in Enum.GetValues<ReportLanguage>().Select(Words.In))
            Assert.All(steps, step => Assert.True(words.Has($"touring.{step.Name}") && words.Has($"touring.{step.Name}_what"), $"{words.Code}: {step.Name}"));
    }

    [Fact]
    public void An_address_at_which_no_page_stands_is_told_from_one_with_values_in_it()
    {
        Assert.True(PagesModules.HasPage("/administering/catalogues/makers"));
        Assert.False(PagesModules.HasPage("/administering/nothing"));
        Assert.False(PagesModules.HasPage(null));
    }
}
