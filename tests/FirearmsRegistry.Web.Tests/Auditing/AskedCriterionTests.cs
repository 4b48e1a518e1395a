using System.Text.Json;
using System.Text.RegularExpressions;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Auditing.AccessLog;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Auditing;

public sealed partial class AskedCriterionTests
{
    [Fact]
    public void What_was_left_open_is_not_told_and_several_values_are_kept_apart()
    {
        var asked = AskedCriterion.Of(JsonElement.Parse("""{"mark":"AB1","asKnownAt":null,"texts":["AB1","CD2"],"marks":3,"serials":[]}"""));

        Assert.Equal([("mark", AskedKind.Mark), ("texts", AskedKind.Mark), ("marks", AskedKind.Code)], asked.Select(one => (one.Name, one.Kind)));
        Assert.Equal(["AB1", "CD2"], asked[1].Values);
    }

    [Fact]
    public void A_series_of_numbers_is_told_by_its_name_and_not_by_its_id() =>
        Assert.Equal(AskedKind.NumberSeries, Assert.Single(AskedCriterion.Of(JsonElement.Parse("""{"seriesId":"0198c0de-0000-7000-8000-00000000000a"}"""))).Kind);

    [Fact]
    public void What_is_no_object_asks_nothing() => Assert.Empty(AskedCriterion.Of(JsonElement.Parse("[]")));

    [Fact]
    public void Every_act_that_the_registry_logs_has_words()
    {
        var acts = Directory.EnumerateFiles(RepositoryRoot.Below("src", "FirearmsRegistry.Registry"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText).Where(source => source.Contains("AccessLogEntry", StringComparison.Ordinal) || source.Contains("lookUps.LogAsync(", StringComparison.Ordinal))
            .SelectMany(source => Act().Matches(source).Select(match => match.Groups["act"].Value)).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(acts.Count > 12);
        Assert.All(acts, act => Assert.True(Words.In(ReportLanguage.En).Has("auditing.action." + act), act));
    }

    [GeneratedRegex("\"(?<act>(?:search|read|list|issue|ask|answer)_[a-z_]+)\"")]
    private static partial Regex Act();
}
