using FirearmsRegistry.Marks.Dates;

using FsCheck.Xunit;

namespace FirearmsRegistry.Marks.Tests.Dates;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("1899", "1899-01-01", "1899-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("2026-11-23", "2026-11-23", "2026-11-23")]
    [InlineData("1500", "1500-01-01", "1500-12-31")]
    [InlineData("2100-12-31", "2100-12-31", "2100-12-31")]
    public void A_date_spans_the_days_it_may_mean(string text, string earliest, string latest)
    {
        var date = PartialDate.Parse(text).GetOrThrow();
        Assert.Equal(DateOnly.ParseExact(earliest, "yyyy-MM-dd"), date.Earliest);
        Assert.Equal(DateOnly.ParseExact(latest, "yyyy-MM-dd"), date.Latest);
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1499")]
    [InlineData("2101")]
    [InlineData("0000-00-00")]
    [InlineData("2023-02-29")]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-01-00")]
    [InlineData("2023-1-1")]
    [InlineData("2023-01-32")]
    [InlineData("2023/01/01")]
    [InlineData("20230101")]
    [InlineData(" 2023")]
    [InlineData("+202")]
    [InlineData("2023-01-01T00:00:00Z")]
    [InlineData("\u0662\u0660\u0662\u0663")]
    public void Other_forms_and_days_that_do_not_exist_are_refused(string? text) => Assert.False(PartialDate.Parse(text).IsOk);

    [Theory]
    [InlineData("2024", "2023", true)]
    [InlineData("2024", "2024-01-01", false)]
    [InlineData("2024-02", "2024-01-31", true)]
    [InlineData("2024-01-31", "2024-01", false)]
    public void A_date_is_certainly_after_another_only_if_all_its_days_are(string date, string other, bool certainly)
    {
        var (left, right) = (PartialDate.Parse(date).GetOrThrow(), PartialDate.Parse(other).GetOrThrow());
        Assert.Equal(certainly, left.CertainlyAfter(right));
        Assert.Equal(certainly, right.CertainlyBefore(left));
        Assert.Equal(!certainly, left.PossiblySameAs(right));
    }

    [Property]
    public bool A_day_is_possible_in_its_own_month_and_year(int offset)
    {
        var day = new DateOnly(1800, 1, 1).AddDays((int)((uint)offset % 100_000));
        return PartialDate.OfDay(day).IsDay
            && PartialDate.Parse($"{day:yyyy-MM}").GetOrThrow().PossiblyOn(day)
            && PartialDate.Parse($"{day:yyyy}").GetOrThrow().PossiblyOn(day)
            && PartialDate.Parse(PartialDate.OfDay(day).ToString()).GetOrThrow() == PartialDate.OfDay(day);
    }

    [Fact]
    public void A_day_outside_the_years_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.OfDay(new DateOnly(2101, 1, 1)));

    [Fact]
    public void A_date_that_was_never_parsed_cannot_be_used()
    {
        Assert.Throws<InvalidOperationException>(() => default(PartialDate).Earliest);
        Assert.Throws<InvalidOperationException>(() => default(PartialDate).ToString());
    }
}
