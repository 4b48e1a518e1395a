using System.Globalization;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Forms;
using FirearmsRegistry.Web.Shared.Wording;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FirearmsRegistry.Web.Tests.Shared.Forms;

[Properties(Arbitrary = [typeof(TypedDateTests)], MaxTest = 1000)]
public sealed class TypedDateTests
{
    private static readonly DateTimeOffset First = new(1500, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly int Days = (int)(new DateTimeOffset(2101, 1, 1, 0, 0, 0, TimeSpan.Zero) - First).TotalDays;

    /// <summary>The digit 0 of the scripts whose digits readers of the six languages have on their keyboards.</summary>
    private static readonly char[] Zeros = ['0', '\u0660', '\u06F0', '\uFF10'];

    /// <summary>Moments to the minute, to the second and to the tick, since each is shown otherwise.</summary>
    public static Arbitrary<DateTimeOffset> AnyMoment() => Arb.From(
        from day in Gen.Choose(0, Days - 1)
        from second in Gen.Choose(0, (24 * 60 * 60) - 1)
        from tick in Gen.Choose(0, (int)TimeSpan.TicksPerSecond - 1)
        from unit in Gen.Elements(TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond, 1)
        let time = (second * TimeSpan.TicksPerSecond) + tick
        select First.AddDays(day).AddTicks(time - (time % unit)));

    public static Arbitrary<PartialDate> AnyDate() => Arb.From(
        from moment in AnyMoment().Generator
        from form in Gen.Elements("yyyy", "yyyy-MM", "yyyy-MM-dd")
        select Date(moment.ToString(form, CultureInfo.InvariantCulture)));

    public static Arbitrary<ReportLanguage> AnyLanguage() => Arb.From(Gen.Elements(Enum.GetValues<ReportLanguage>()));

    public static TheoryData<ReportLanguage> Languages => [.. Enum.GetValues<ReportLanguage>()];

    [Property]
    public bool What_is_shown_of_a_moment_is_read_back_to_the_same_moment(DateTimeOffset moment, ReportLanguage language) =>
        TypedDate.TryMoment(Words.In(language).MomentInFull(moment), out var read) && read == moment;

    [Property]
    public bool What_is_typed_of_a_moment_and_what_is_sent_are_read_back_with_the_digits_of_any_script(DateTimeOffset moment) =>
        Zeros.All(zero => TypedDate.TryMoment(InDigitsFrom(zero, TypedDate.Typed(moment)), out var typed) && typed == moment)
        && TypedDate.TryMoment(TypedDate.Sent(moment), out var sent) && sent == moment;

    [Property]
    public bool What_is_shown_of_a_date_is_read_back_to_the_same_date_and_as_precisely(PartialDate date, ReportLanguage language) =>
        Zeros.All(zero => TypedDate.TryDate(InDigitsFrom(zero, Words.In(language).Date(date)), out var read) && read == date)
        && TypedDate.TryDay(Words.In(language).Date(date), out _) == date.IsDay;

    [Property]
    public bool No_text_makes_it_fail(string? text)
    {
        var moment = TypedDate.TryMoment(text ?? "", out var at);
        return (!moment || at != default) && (!TypedDate.TryDay(text ?? "", out var day) || day.IsDay);
    }

    [Fact]
    public void No_name_of_a_month_means_two_months_in_whichever_languages()
    {
        var named = DateWriting.All.SelectMany(writing => writing.Months).GroupBy(month => month.Key, month => month.Value, StringComparer.OrdinalIgnoreCase);

        Assert.All(named, months => Assert.Single(months.Distinct()));
        Assert.True(named.Count() > 72);
    }

    [Theory]
    [InlineData("2026-11-27", "2026-11-27T00:00:00Z")]
    [InlineData(" 2026-11-27  14:30 ", "2026-11-27T14:30:00Z")]
    [InlineData("2026-11-27T14:30", "2026-11-27T14:30:00Z")]
    [InlineData("2026-11-27 9:05", "2026-11-27T09:05:00Z")]
    [InlineData("2026-11-27 14:30:07", "2026-11-27T14:30:07Z")]
    [InlineData("2026-11-27T14:30:07.25z", "2026-11-27T14:30:07.25Z")]
    [InlineData("2026-11-27 14:30 UTC", "2026-11-27T14:30:00Z")]
    [InlineData("2026-11-27T01:30+02:00", "2026-11-26T23:30:00Z")]
    [InlineData("2026-11-27 20:00 -05:30", "2026-11-28T01:30:00Z")]
    [InlineData("2026\u201111\u201127 14\uFF1A30", "2026-11-27T14:30:00Z")]
    [InlineData("\u2066٢٠٢٦-١١-٢٧ ١٤:٣٠\u2069", "2026-11-27T14:30:00Z")]
    [InlineData("27 november 2026 14:30", "2026-11-27T14:30:00Z")]
    [InlineData("1er mars 2026 à 08:00 UTC", "2026-03-01T08:00:00Z")]
    [InlineData("1 mars 2026", "2026-03-01T00:00:00Z")]
    [InlineData("27 de noviembre de 2026, 14:30", "2026-11-27T14:30:00Z")]
    [InlineData("27 НОЯБРЯ 2026 г., 14:30 UTC", "2026-11-27T14:30:00Z")]
    [InlineData("2026年11月1日 14:30 UTC", "2026-11-01T14:30:00Z")]
    [InlineData("٢٧ نوفمبر ٢٠٢٦، ١٤:٣٠", "2026-11-27T14:30:00Z")]
    public void A_moment_is_read_as_people_write_it_and_sent_in_UTC(string typed, string sent)
    {
        Assert.True(TypedDate.TryMoment(typed, out var moment));
        Assert.Equal(sent, TypedDate.Sent(moment));
        Assert.Equal(sent, TypedDate.Sent(FieldKind.Moment, typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026")]
    [InlineData("2026-11")]
    [InlineData("2026-11-31")]
    [InlineData("2026-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("2026-1-2")]
    [InlineData("2026-11-27 24:00")]
    [InlineData("2026-11-27 14:60")]
    [InlineData("2026-11-27 14")]
    [InlineData("2026-11-27 14:30+15:00")]
    [InlineData("2026-11-27 14:30 CET")]
    [InlineData("03/04/2026")]
    [InlineData("03-04-2026")]
    [InlineData("3.4.2026 14:30")]
    [InlineData("31 April 2026")]
    [InlineData("27 Novembre 2026 г.")]
    public void What_is_no_moment_or_may_be_two_is_none_and_sent_as_it_was_typed(string typed)
    {
        Assert.False(TypedDate.TryMoment(typed, out _));
        Assert.Equal(typed, TypedDate.Sent(FieldKind.Moment, typed));
    }

    [Theory]
    [InlineData("٢٠٢٦-٠٣", "2026-03")]
    [InlineData("2026年3月", "2026-03")]
    [InlineData("март 2026 г.", "2026-03")]
    [InlineData("March 2026", "2026-03")]
    [InlineData("2026 г.", "2026")]
    [InlineData("2026年", "2026")]
    [InlineData("2026", "2026")]
    public void A_date_may_lack_its_day_or_its_month_and_is_no_day_then(string typed, string sent)
    {
        Assert.Equal(sent, TypedDate.Sent(FieldKind.Date, typed));
        Assert.Equal(sent, TypedDate.Sent(FieldKind.KnownDate, typed));
        Assert.Equal(typed, TypedDate.Sent(FieldKind.Day, typed));
    }

    [Fact]
    public void A_day_is_no_moment_and_a_moment_no_day()
    {
        Assert.Equal("2026-11-27", TypedDate.Sent(FieldKind.Day, "27 November 2026"));
        Assert.False(TypedDate.TryDay("2026-11-27 14:30", out _));
        Assert.False(TypedDate.TryDate("2026-11-27T00:00Z", out _));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_the_help_shows_is_read(ReportLanguage language)
    {
        var words = Words.In(language);

        Assert.Contains("2026-11-27 14:30", words["shared.moment_help"], StringComparison.Ordinal);
        Assert.Contains("2026-11-27", words["shared.day_help"], StringComparison.Ordinal);
        Assert.True(TypedDate.TryMoment("2026-11-27 14:30", out _));
    }

    private static string InDigitsFrom(char zero, string text) =>
        string.Concat(text.Select(sign => char.IsAsciiDigit(sign) ? (char)(zero + (sign - '0')) : sign));

    private static PartialDate Date(string text) => PartialDate.Parse(text).TryGet(out var date, out _) ? date : throw new InvalidOperationException(text);
}
