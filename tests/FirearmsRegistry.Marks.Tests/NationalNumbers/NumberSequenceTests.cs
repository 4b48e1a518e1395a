using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.NationalNumbers;

namespace FirearmsRegistry.Marks.Tests.NationalNumbers;

public sealed class NumberSequenceTests
{
    private static readonly SeriesCode Series = SeriesCode.Parse("GH26A").GetOrThrow();

    [Fact]
    public void About_sixteen_in_a_hundred_running_numbers_are_left_out()
    {
        var skipped = Enumerable.Range(1, 20_000).Count(running => !NumberSequence.TryMake(Series, running, out _));
        Assert.Equal(0.160, skipped / 20_000.0, 0.005);
    }

    [Fact]
    public void Following_a_series_gives_each_running_number_or_the_reason_why_it_was_left_out()
    {
        var explained = new List<int>();
        var running = 0;
        while (running < 500)
        {
            var next = NumberSequence.NextAfter(Series, running);
            explained.AddRange(next.Skipped.Select(skip => skip.Running));
            Assert.All(next.Skipped, skip => Assert.True(skip.Check.AsSpan().IndexOfAny('I', 'O', 'Q') >= 0));
            running = next.Number!.Value.Running;
            explained.Add(running);
        }

        Assert.Equal(Enumerable.Range(1, running), explained);
    }

    [Fact]
    public void A_series_ends_with_its_last_running_number() =>
        Assert.Null(NumberSequence.NextAfter(Series, NationalNumber.MaxRunning).Number);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_000)]
    public void No_number_is_made_outside_the_running_numbers(int running) => Assert.False(NumberSequence.TryMake(Series, running, out _));

    [Theory]
    [InlineData("SUN", 26)]
    [InlineData("XAA", 26)]
    [InlineData("GHA", 1926)]
    [InlineData("GHA", 100)]
    public void No_number_is_made_for_former_countries_and_other_centuries(string country, int year) =>
        Assert.False(NumberSequence.TryMake(CountryCode.Parse(country).GetOrThrow(), year, ClassLetter.Civil, 1, out _));

    [Theory]
    [InlineData("GH26I")]
    [InlineData("ZZ26A")]
    [InlineData("GH2A")]
    [InlineData("gh26a")]
    [InlineData(null)]
    public void Other_texts_are_no_series(string? text) => Assert.False(SeriesCode.Parse(text).IsOk);

    [Fact]
    public void A_series_tells_its_country_year_and_class()
    {
        Assert.Equal(Series, SeriesCode.For(Series.Country, 2026, Series.Class).GetOrThrow());
        Assert.Equal("GHA", Series.Country.ToString());
        Assert.Equal(26, Series.Year);
        Assert.Equal(ClassLetter.Civil, Series.Class);
    }
}
