using FirearmsRegistry.Marks.Payloads;

namespace FirearmsRegistry.Marks.Tests.Payloads;

public sealed class RepairTests
{
    private const string Exact = "[)>\u001E06\u001D17VA3309\u001D1PAB 1\u001DS77\u001E\u0004";

    public static TheoryData<string, string, string> Substitutes => new()
    {
        { "^^", "^]", "^D" },
        { "<RS>", "<GS>", "<EOT>" },
        { "<rs>", "<gs>", "<eot>" },
        { "{RS}", "{GS}", "{EOT}" },
        { "[RS]", "[GS]", "[EOT]" },
        { "\u241E", "\u241D", "\u2404" },
        { "\\x1E", "\\x1D", "\\x04" },
        { "\\u001e", "\\u001d", "\\u0004" },
        { "<0x1E>", "<0x1D>", "<0x04>" },
        { "\u001E", "^]", "\u0004" },
        { "", "\u001D", "" },
        { "", "^]", "" },
    };

    [Theory]
    [MemberData(nameof(Substitutes))]
    public void What_readers_write_for_control_characters_is_put_back_and_flagged(string record, string group, string end)
    {
        var reading = PayloadReader.Read(Spell(Exact, record, group, end)).GetOrThrow();
        Assert.True(reading.SyntaxRepaired);
        Assert.Equal(Exact, reading.Payload.Text);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\t")]
    public void A_reader_that_presses_enter_after_the_symbol_is_flagged(string suffix)
    {
        Assert.True(PayloadReader.Read(Exact + suffix).GetOrThrow().SyntaxRepaired);
        Assert.True(PayloadReader.Read("GH26A0000001TG" + suffix).GetOrThrow().SyntaxRepaired);
        Assert.True(PayloadReader.Read("]d221ABC" + suffix).GetOrThrow().SyntaxRepaired);
    }

    [Fact]
    public void A_refusal_of_a_repaired_text_tells_the_place_in_the_text_given()
    {
        Assert.False(PayloadReader.Read("[)><RS>06<GS>SA\u00E9<RS><EOT>").TryGet(out _, out var fault));
        Assert.Equal(("value-character", 15), (fault.Name, fault.At));
    }

    [Theory]
    [InlineData("[)>0625SDA3309GH26A0000001TG", "25S=DA3309GH26A0000001TG")]
    [InlineData("[)>0625SDA3309GH26A0000001TG4LGH", "25S=DA3309GH26A0000001TG", "4L=GH")]
    [InlineData("[)>0618SA3309GH26A0000001TG", "18S=A3309GH26A0000001TG")]
    [InlineData("[)>061P98765", "1P=98765")]
    [InlineData("[)>0616D202605311P98765", "16D=20260531", "1P=98765")]
    [InlineData("[)>12CAG A3309SER 1234567", "CAG=A3309", "SER=1234567")]
    [InlineData("[)>05010950600013435221ABC", "01=09506000134352", "21=ABC")]
    [InlineData("[)>\u001E06S77\u001E\u0004", "S=77")]
    public void Elements_whose_separators_were_stripped_are_told_apart_where_one_way_is_left(string text, params string[] elements)
    {
        var reading = PayloadReader.Read(text).GetOrThrow();
        Assert.True(reading.SyntaxRepaired);
        Assert.Equal(elements, reading.Payload.Elements.Select(element => $"{element.Identifier}={element.Value}"));
    }

    [Theory]
    [InlineData("[)>0617VA33091PABS77")]
    [InlineData("[)>061P981T7S12")]
    [InlineData("[)>0521ABC10DEF")]
    [InlineData("[)>06nothing")]
    public void They_are_never_guessed(string text)
    {
        Assert.False(PayloadReader.Read(text).TryGet(out _, out var fault));
        Assert.Equal(("envelope-separators-lost", 5), (fault.Name, fault.At));
    }

    [Fact]
    public void A_long_text_without_separators_is_refused_without_trying() =>
        Assert.False(PayloadReader.Read("[)>06" + new string('S', 7000)).IsOk);

    [Theory]
    [InlineData("0109506000134352" + "10LOT^]21A", "10=LOT")]
    [InlineData("]d20109506000134352" + "10LOT<GS>21A", "10=LOT")]
    [InlineData("<FNC1>0109506000134352" + "10LOT<FNC1>21A", "10=LOT")]
    [InlineData("0109506000134352" + "10LOT\u241D21A", "10=LOT")]
    [InlineData("\u241D0109506000134352" + "10LOT\u241D21A", "10=LOT")]
    public void Separators_of_element_strings_are_put_back(string text, string second)
    {
        var reading = PayloadReader.Read(text).GetOrThrow();
        Assert.True(reading.SyntaxRepaired);
        Assert.Equal("0109506000134352" + "10LOT\u001D21A", reading.Payload.Text);
        Assert.Equal(second, $"{reading.Payload.Elements[1].Identifier}={reading.Payload.Elements[1].Value}");
    }

    private static string Spell(string text, string record, string group, string end) => text
        .Replace("\u001E", record, StringComparison.Ordinal)
        .Replace("\u001D", group, StringComparison.Ordinal)
        .Replace("\u0004", end, StringComparison.Ordinal);
}
