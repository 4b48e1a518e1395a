using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Shared.Wording;

public sealed class PluralsTests
{
    [Theory]
    [InlineData(ReportLanguage.En, "other one other other")]
    [InlineData(ReportLanguage.Fr, "one one other other")]
    [InlineData(ReportLanguage.Es, "other one other other")]
    [InlineData(ReportLanguage.Zh, "other other other other")]
    public void Two_forms_or_one(ReportLanguage language, string forms) =>
        Assert.Equal(forms, string.Join(' ', new long[] { 0, 1, 2, 100 }.Select(number => Plurals.Of(language, number))));

    [Fact]
    public void Russian_goes_by_the_last_digits() => Assert.Equal(
        "many one few few many many many many one few many",
        string.Join(' ', new long[] { 0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 111 }.Select(number => Plurals.Of(ReportLanguage.Ru, number))));

    [Fact]
    public void Arabic_has_six() => Assert.Equal(
        "zero one two few few many many other other few many",
        string.Join(' ', new long[] { 0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111 }.Select(number => Plurals.Of(ReportLanguage.Ar, number))));

    [Fact]
    public void A_number_stands_in_its_words() => Assert.Equal("1,234 hits", Words.In(ReportLanguage.En).Count("searching.hits", 1234));
}
