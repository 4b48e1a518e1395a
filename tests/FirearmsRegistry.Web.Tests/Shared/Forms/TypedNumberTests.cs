using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Forms;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Tests.Shared.Forms;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("2019", "2019")]
    [InlineData("-3", "-3")]
    [InlineData("1.6", "1.6")]
    [InlineData("1,6", "1.6")]
    [InlineData("0,08", "0.08")]
    [InlineData("1 200", "1200")]
    [InlineData("1\u00A0200,5", "1200.5")]
    [InlineData("1\u202F200\u202F000", "1200000")]
    [InlineData("1,200,000", "1200000")]
    [InlineData("1,200.5", "1200.5")]
    [InlineData("\u0661\u0662\u066B\u0665", "12.5")]
    [InlineData("\u06F1\u06F9\u06F9\u06F0", "1990")]
    public void A_number_is_read_as_the_languages_write_it(string typed, string number)
    {
        Assert.True(TypedNumber.TryParse(typed, out var read));
        Assert.Equal(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("1,200")]
    [InlineData("1,2,3")]
    [InlineData("12 34")]
    [InlineData("1,200,00")]
    [InlineData("about 1990")]
    [InlineData("1.2.3")]
    [InlineData("")]
    public void What_may_be_read_in_two_ways_or_in_none_is_no_number(string typed) => Assert.False(TypedNumber.TryParse(typed, out _));

    [Fact]
    public void What_a_page_shows_is_read_as_the_same_number_or_not_at_all()
    {
        foreach (var words in Enum.GetValues<ReportLanguage>().Select(Words.In))
        {
            foreach (var number in new long[] { 0, 7, 120, 1_200, 12_345, 999_999, 1_200_000, 1_234_567_890 })
            {
                if (TypedNumber.TryParse(words.Number(number), out var read))
                    Assert.Equal(number, read);
                else
                    Assert.Matches("^[0-9]{1,3},[0-9]{3}$", words.Number(number));
            }
        }
    }
}
