using FirearmsRegistry.Marks.Payloads;

namespace FirearmsRegistry.Marks.Tests.Payloads;

public sealed class Gs1Tests
{
    private const string Box = "0109506000134352" + "11260531" + "10LOT-7\u001D30500\u001D422288";

    [Fact]
    public void The_elements_of_an_ammunition_box_are_read()
    {
        var reading = PayloadReader.Read(Box).GetOrThrow();
        Assert.False(reading.SyntaxRepaired);
        Assert.Null(reading.Symbology);
        Assert.Equal(
            ["01=09506000134352", "11=260531", "10=LOT-7", "30=500", "422=288"],
            Assert.IsType<Gs1Payload>(reading.Payload).Elements.Select(element => $"{element.Identifier}={element.Value}"));
        Assert.Equal(Box, reading.Payload.Text);
    }

    [Theory]
    [InlineData("]d2")]
    [InlineData("]C1")]
    [InlineData("]Q3")]
    [InlineData("]e0")]
    public void A_symbology_identifier_of_a_gs1_symbol_is_understood(string prefix)
    {
        var reading = PayloadReader.Read(prefix + Box).GetOrThrow();
        Assert.False(reading.SyntaxRepaired);
        Assert.Equal(prefix, reading.Symbology.ToString());
        Assert.Equal(Box, reading.Payload.Text);
    }

    [Theory]
    [InlineData("800309506000134352")]
    [InlineData("8003095060001343521X")]
    [InlineData("8004095060001/A")]
    [InlineData("11260500")]
    [InlineData("11240229")]
    [InlineData("30007")]
    [InlineData("422810")]
    [InlineData("21!\"%&'()*+,-./:;<=")]
    public void Values_within_the_rules_are_taken(string text) => Assert.Equal(text, PayloadReader.Read(text).GetOrThrow().Payload.Text);

    [Theory]
    [InlineData("0109506000134353", "value-check-digit", 15)]
    [InlineData("010950600013435", "value-length", 15)]
    [InlineData("01A9506000134352", "value-character", 2)]
    [InlineData("010950600013435299", "identifier-unknown", 16)]
    [InlineData("10123456789012345678901", "value-length", 22)]
    [InlineData("10A B", "value-character", 3)]
    [InlineData("10A#", "value-character", 3)]
    [InlineData("10AB\u000A1", "value-character", 4)]
    [InlineData("11261301", "value-content", 4)]
    [InlineData("11260431", "value-content", 6)]
    [InlineData("11250229", "value-content", 6)]
    [InlineData("30123456789", "value-length", 10)]
    [InlineData("422999", "value-content", 3)]
    [InlineData("42228", "value-length", 5)]
    [InlineData("800319506000134352", "value-content", 4)]
    [InlineData("800309506000134353", "value-check-digit", 17)]
    [InlineData("8003095060001A4352", "value-character", 13)]
    [InlineData("800409A1", "value-content", 6)]
    [InlineData("8004095", "value-length", 7)]
    [InlineData("21A\u001D21B", "identifier-repeated", 4)]
    [InlineData("21A\u001D\u001D10B", "identifier-unknown", 4)]
    [InlineData("21", "value-empty", 2)]
    [InlineData("\u001D", "identifier-unknown", 1)]
    [InlineData("99ABC", "identifier-unknown", 0)]
    [InlineData("]d1" + Box, "symbol-not-gs1", 3)]
    [InlineData("]d2GH26A0000001TG", "identifier-unknown", 3)]
    [InlineData("]d2", "payload-empty", 3)]
    [InlineData("]12", "symbology-identifier-broken", 1)]
    [InlineData("]d", "symbology-identifier-broken", 2)]
    public void A_refusal_has_a_name_and_says_at_which_character(string text, string name, int at)
    {
        Assert.False(PayloadReader.Read(text).TryGet(out _, out var fault));
        Assert.Equal((name, at), (fault.Name, fault.At));
    }

    [Theory]
    [InlineData("\u001D" + Box)]
    [InlineData(Box + "\u001D")]
    [InlineData("0109506000134352\u001D11260531\u001D10LOT-7\u001D30500\u001D422288")]
    public void Separators_that_say_nothing_are_left_out_and_flagged(string text)
    {
        var reading = PayloadReader.Read(text).GetOrThrow();
        Assert.True(reading.SyntaxRepaired);
        Assert.Equal(Box, reading.Payload.Text);
    }

    [Fact]
    public void A_value_that_spells_a_separator_is_not_written_since_it_would_be_read_as_two() =>
        Assert.False(PayloadElement.Of(ElementSyntax.ApplicationIdentifiers, "21", "A<GS>10B").IsOk);
}
