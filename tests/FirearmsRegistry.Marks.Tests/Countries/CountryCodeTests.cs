using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Marks.Tests.Countries;

public sealed class CountryCodeTests
{
    [Theory]
    [InlineData("GHA", "GH", 288, "Ghana")]
    [InlineData("ESP", "ES", 724, "Spain")]
    [InlineData("AFG", "AF", 4, "Afghanistan")]
    [InlineData("TUR", "TR", 792, "T\u00FCrkiye")]
    public void A_country_has_its_codes_and_name(string alpha3, string alpha2, int number, string name)
    {
        var country = CountryCode.Parse(alpha3).GetOrThrow();
        Assert.Equal((alpha2, number, name), (country.Alpha2, country.M49, country.Name));
        Assert.False(country.IsFormer || country.IsUserAssigned);
        Assert.True(CountryCode.TryFromAlpha2(alpha2, out var same));
        Assert.Equal(country, same);
    }

    [Fact]
    public void The_list_is_complete_and_without_doubles()
    {
        Assert.Equal(249, CountryCode.Current.Count);
        Assert.Equal(249, CountryCode.Current.Select(country => country.Alpha2).Distinct().Count());
        Assert.Equal(249, CountryCode.Current.Select(country => country.M49).Distinct().Count());
        Assert.Equal(30, CountryCode.Former.Count);
        Assert.Empty(CountryCode.Current.Intersect(CountryCode.Former));
        Assert.All(CountryCode.Current.Concat(CountryCode.Former), country => Assert.Equal(country, CountryCode.Parse(country.ToString()).GetOrThrow()));
    }

    [Theory]
    [InlineData("SUN", 1992)]
    [InlineData("YUG", 2003)]
    [InlineData("CSK", 1993)]
    [InlineData("DDR", 1990)]
    [InlineData("SCG", 2006)]
    [InlineData("ANT", 2010)]
    public void Former_countries_stay_countries_of_manufacture(string alpha3, int withdrawnIn)
    {
        var country = CountryCode.Parse(alpha3).GetOrThrow();
        Assert.True(country.IsFormer);
        Assert.Equal(withdrawnIn, country.WithdrawnIn);
    }

    [Fact]
    public void Withdrawn_alpha_2_codes_are_not_read_from_metal()
    {
        Assert.False(CountryCode.TryFromAlpha2("SU", out _));
        Assert.False(CountryCode.TryFromAlpha2(null, out _));
        Assert.True(CountryCode.TryFromAlpha2("SK", out var slovakia));
        Assert.Equal("SVK", slovakia.ToString());
    }

    [Theory]
    [InlineData("XAA")]
    [InlineData("XZZ")]
    [InlineData("XKX")]
    public void User_assigned_codes_have_no_alpha_2_and_no_number(string text)
    {
        var code = CountryCode.Parse(text).GetOrThrow();
        Assert.True(code.IsUserAssigned);
        Assert.False(code.IsFormer);
        Assert.Null(code.Alpha2);
        Assert.Null(code.M49);
    }

    [Theory]
    [InlineData("GH", "GHA")]
    [InlineData("gh", "GHA")]
    [InlineData("gha", "GHA")]
    [InlineData(" GHA ", "GHA")]
    [InlineData("Ghana", "GHA")]
    [InlineData("ZZZ", null)]
    [InlineData("X1A", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Anything_else_is_refused_with_what_was_probably_meant(string? text, string? suggestion)
    {
        Assert.False(CountryCode.Parse(text).TryGet(out _, out var fault));
        Assert.Equal(suggestion, fault.Suggestion);
    }

    [Fact]
    public void A_country_that_was_never_parsed_cannot_be_used()
    {
        Assert.Throws<InvalidOperationException>(() => default(CountryCode).ToString());
        Assert.Throws<InvalidOperationException>(() => default(CountryCode).Name);
    }
}
