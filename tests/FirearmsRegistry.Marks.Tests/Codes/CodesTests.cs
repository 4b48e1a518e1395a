using System.Text.Json;

using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Parsing;

using Wire = FirearmsRegistry.Marks.Codes.Codes;

namespace FirearmsRegistry.Marks.Tests.Codes;

public sealed class CodesTests
{
    [Fact]
    public void The_kinds_of_mark_have_the_codes_of_the_design() =>
        Assert.Equal(
            ["manufacture", "import", "state_transfer", "state_retention", "deactivation", "national_number", "security", "proof", "other"],
            Wire.All<MarkKind>());

    [Fact]
    public void Every_code_is_read_back()
    {
        foreach (var kind in Enum.GetValues<ComponentKind>())
        {
            Assert.True(Wire.TryParse<ComponentKind>(Wire.Of(kind), out var read));
            Assert.Equal(kind, read);
            Assert.Equal(kind, JsonSerializer.Deserialize<ComponentKind>(JsonSerializer.Serialize(kind)));
        }
    }

    [Theory]
    [InlineData("\"StateTransfer\"", "state_transfer")]
    [InlineData("\"STATE_TRANSFER\"", "state_transfer")]
    [InlineData("\"state-transfer\"", "state_transfer")]
    [InlineData("\"stolen\"", null)]
    [InlineData("\"2\"", null)]
    [InlineData("\"import,proof\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"\\ud800\"", null)]
    [InlineData("2", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Anything_but_the_exact_code_is_refused_with_the_list_of_codes(string json, string? suggestion)
    {
        var error = Assert.Throws<FaultJsonException>(() => JsonSerializer.Deserialize<MarkKind>(json));
        Assert.Contains("manufacture, import, state_transfer", error.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, error.Fault.Suggestion);
    }

    [Fact]
    public void A_number_that_is_no_member_has_no_code()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Wire.Of((MarkKind)99));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize((MarkKind)99));
    }

    [Fact]
    public void Codes_are_names_in_maps()
    {
        var map = new Dictionary<MarkKind, int> { [MarkKind.StateTransfer] = 1 };
        Assert.Equal("""{"state_transfer":1}""", JsonSerializer.Serialize(map));
        Assert.Equal(map, JsonSerializer.Deserialize<Dictionary<MarkKind, int>>("""{"state_transfer":1}"""));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Dictionary<MarkKind, int>>("""{"StateTransfer":1}"""));
    }
}
