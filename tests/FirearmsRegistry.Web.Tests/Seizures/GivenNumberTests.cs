using FirearmsRegistry.Web.Seizures.CountingOnce;

namespace FirearmsRegistry.Web.Tests.Seizures;

public sealed class GivenNumberTests
{
    private static readonly Guid Seizure = Guid.CreateVersion7();

    private static readonly Guid Item = Guid.CreateVersion7();

    [Fact]
    public void A_number_is_found_alone_and_as_the_last_one_of_an_address()
    {
        Assert.Equal(Item, GivenNumber.In(Item.ToString().ToUpperInvariant()));
        Assert.Equal(Item, GivenNumber.In($"https://registry.example/seizures/{Seizure}/items/{Item}?x"));
        Assert.Equal(Seizure, GivenNumber.In($"/seizures/{Seizure}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("SAME-1/2026")]
    [InlineData("0190ab12-3456-7890-abcd")]
    public void A_reference_is_no_number(string text) => Assert.Null(GivenNumber.In(text));
}
