using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Administering;

public sealed class PolicyWordsTests
{
    public static TheoryData<ReportLanguage> AllLanguages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_policy_that_comes_with_the_system_is_named_in_words(ReportLanguage language) =>
        Assert.All(MarkPolicies.Ids, id => Assert.True(Words.In(language).Has($"administering.policies.{id}"), id));
}
