using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Numbers.Opening;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.Registry.Tests.Numbers;

public sealed class OpenNumberSeriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly RegistryCountry Ghana = new(CountryCode.Parse("GHA").GetOrThrow());

    [Fact]
    public void A_series_of_the_registry_s_own_country_is_opened()
    {
        var opened = Decide("GHA", 2026).Value;

        Assert.Equal(new NumberSeriesOpened(Ghana.Code, 2026, ClassLetter.Civil), opened);
    }

    [Theory]
    [InlineData("FRA", 2026, "foreign-series", "/country")]
    [InlineData("GHA", 26, "invalid-input", "/year")]
    [InlineData("GHA", 1999, "invalid-input", "/year")]
    [InlineData("GHA", 2028, "invalid-input", "/year")]
    public void A_foreign_series_and_a_year_out_of_range_are_refused(string country, int year, string refusal, string pointer)
    {
        var refused = Decide(country, year).Refusal!;

        Assert.Equal((refusal, pointer), (refused.Name, refused.Errors[0].Pointer));
    }

    [Fact]
    public void Next_year_s_series_may_be_prepared() => Assert.Null(Decide("GHA", 2027).Refusal);

    [Fact]
    public void A_series_that_is_open_is_not_opened_again() =>
        Assert.Equal("series-open-already", Decide("GHA", 2026, new NumberSeries()).Refusal!.Name);

    private static FirearmsRegistry.Registry.Shared.Refusing.Result<NumberSeriesOpened> Decide(
        string country, int year, NumberSeries? existing = null) =>
        OpenNumberSeries.Decide(
            new OpenNumberSeries(CountryCode.Parse(country).GetOrThrow(), year, ClassLetter.Civil), Ghana, Now, existing);
}
