using System.Text.Json;

using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Marks.Tests.Values;

public sealed class KnownTests
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    [Theory]
    [InlineData("""{"country":{"is":"known","value":"GHA"}}""")]
    [InlineData("""{"country":{"is":"none"}}""")]
    [InlineData("""{"country":{"is":"unknown"}}""")]
    public void The_three_states_survive_the_wire(string json)
    {
        var holder = JsonSerializer.Deserialize<Holder>(json, Strict)!;
        Assert.Equal(json, JsonSerializer.Serialize(holder, Strict));
    }

    [Fact]
    public void The_three_states_are_three_values()
    {
        Assert.NotEqual(Known<int>.None, Known<int>.Unknown);
        Assert.NotEqual(Known.Of(0), Known<int>.None);
        Assert.NotEqual(Known.Of(0), Known<int>.Unknown);
        Assert.True(Known.Of(0).TryGet(out var zero));
        Assert.Equal(0, zero);
        Assert.Equal("none", Known<int>.None.Match(_ => "known", () => "none", () => "unknown"));
    }

    [Fact]
    public void Members_may_stand_in_any_order() =>
        Assert.Equal(Known.Of(7), JsonSerializer.Deserialize<Known<int>>("""{"value":7,"is":"known"}"""));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"country":null}""")]
    [InlineData("""{"country":"GHA"}""")]
    [InlineData("""{"country":{}}""")]
    [InlineData("""{"country":[]}""")]
    [InlineData("""{"country":{"is":"known"}}""")]
    [InlineData("""{"country":{"is":"known","value":null}}""")]
    [InlineData("""{"country":{"is":"known","value":"GH"}}""")]
    [InlineData("""{"country":{"is":"known","value":{"is":"none"}}}""")]
    [InlineData("""{"country":{"is":"none","value":"GHA"}}""")]
    [InlineData("""{"country":{"is":"None"}}""")]
    [InlineData("""{"country":{"is":2}}""")]
    [InlineData("""{"country":{"is":null}}""")]
    [InlineData("""{"country":{"Is":"none"}}""")]
    [InlineData("""{"country":{"is":"none","is":"none"}}""")]
    [InlineData("""{"country":{"is":"unknown","note":1}}""")]
    [InlineData("""{"country":{"is":"unknown","note":{"deep":[1]}}}""")]
    [InlineData("""{"country":{"is":"unknown" """)]
    public void Anything_else_is_a_json_error(string json) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Holder>(json, Strict));

    [Fact]
    public void The_error_tells_the_rule_and_where()
    {
        var error = Assert.Throws<FaultJsonException>(() => JsonSerializer.Deserialize<Holder>("""{"country":{"is":"none","value":"GHA"}}""", Strict));
        Assert.Equal("$.country", error.Path);
        Assert.Contains("""{"is":"none"}""", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_and_lists_can_be_values_too()
    {
        var holder = Known.Of(new Holder(Known<CountryCode>.None));
        Assert.Equal("""{"is":"known","value":{"country":{"is":"none"}}}""", JsonSerializer.Serialize(holder, Strict));
        Assert.Equal(holder, JsonSerializer.Deserialize<Known<Holder>>("""{"is":"known","value":{"country":{"is":"none"}}}""", Strict));
        Assert.Equal([1, 2], JsonSerializer.Deserialize<Known<int[]>>("""{"is":"known","value":[1,2]}""").Match(v => v, () => [], () => []));
    }

    [Fact]
    public async Task Values_are_read_from_a_stream_in_small_pieces()
    {
        var json = """{"country":{"is":"known",""" + new string(' ', 40_000) + "\"value\":\"GHA\"}}";
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        var holder = await JsonSerializer.DeserializeAsync<Holder>(stream, Strict, TestContext.Current.CancellationToken);
        Assert.Equal("GHA", holder!.Country.Match(c => c.ToString(), () => "", () => ""));
    }

    [Fact]
    public void A_value_that_says_nothing_is_neither_used_nor_written()
    {
        Assert.False(default(Known<int>).IsStated);
        Assert.Throws<InvalidOperationException>(() => default(Known<int>).Is);
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(default(Known<int>)));
    }

    private sealed record Holder(Known<CountryCode> Country);
}
