using FirearmsRegistry.Web.Searching;

namespace FirearmsRegistry.Web.Tests.Searching;

public sealed class SearchPlanTests
{
    [Fact]
    public void An_id_is_a_record_and_nothing_else()
    {
        var id = Guid.CreateVersion7();

        Assert.Equal(new SearchPlan(id, null, null, null, null, null), SearchPlan.Of($" {id} "));
    }

    [Fact]
    public void A_national_number_is_looked_for_as_a_mark_in_its_own_form()
    {
        var plan = SearchPlan.Of("ES20A0000001ND");

        Assert.NotNull(plan.Mark);
        Assert.Null(plan.Name);
        Assert.Null(plan.NumberFault);
    }

    [Fact]
    public void A_mistyped_national_number_says_so_and_is_still_looked_for()
    {
        var plan = SearchPlan.Of("ES20A0000001NE");

        Assert.Equal("ES20A0000001NE", plan.Mark);
        Assert.NotNull(plan.NumberFault);
    }

    [Theory]
    [InlineData("AB1?345")]
    [InlineData("AB*")]
    [InlineData("AB1[58]2")]
    public void A_worn_mark_is_weighed_and_not_looked_for_character_by_character(string text) =>
        Assert.Equal(new SearchPlan(null, null, text, null, null, null), SearchPlan.Of(text));

    [Fact]
    public void Words_may_be_a_mark_or_a_name()
    {
        var plan = SearchPlan.Of("Iberia Arms");

        Assert.Equal(("Iberia Arms", "Iberia Arms", "Iberia Arms"), (plan.Mark, plan.Reading, plan.Name));
    }

    [Fact]
    public void What_is_typed_may_be_the_reference_of_a_seizure_too() => Assert.Equal("GC-2020/114", SearchPlan.Of("GC-2020/114").Reference);

    [Theory]
    [InlineData("[)>\u001e06\u001d18SD1234SC40017\u001e\u0004", "exactly as the symbol has it")]
    [InlineData("[)>\u241e06\u241d18SD1234SC40017\u241e\u2404", "with signs in place of the control characters")]
    [InlineData("]d1[)>\u001e06\u001d18SD1234SC40017\u001e\u0004", "with the scanner's own prefix")]
    public void A_scanned_envelope_is_looked_for_by_the_serial_in_it(string payload, string how)
    {
        var plan = SearchPlan.Of(payload);

        Assert.True(plan == new SearchPlan(null, "SC40017", null, null, null, null), how);
    }

    [Theory]
    [InlineData("[)>\u001e06\u001d18SD1234")]
    [InlineData("]d1")]
    [InlineData("[)>")]
    [InlineData("\u001d\u001d\u0000")]
    public void A_broken_envelope_is_taken_as_it_is(string payload) => Assert.NotNull(SearchPlan.Of(payload));

    [Theory]
    [InlineData("[")]
    [InlineData("\\")]
    public void What_is_no_notation_is_not_weighed(string text) => Assert.Null(SearchPlan.Of(text).Reading);
}
