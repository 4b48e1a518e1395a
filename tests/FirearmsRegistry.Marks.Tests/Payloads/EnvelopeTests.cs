using FirearmsRegistry.Marks.Payloads;

namespace FirearmsRegistry.Marks.Tests.Payloads;

public sealed class EnvelopeTests
{
    private const string Head = "[)>\u001E06\u001D";
    private const string Tail = "\u001E\u0004";

    [Theory]
    [InlineData("[)>\u001E06\u001D1PAB-12/3\u001DSX 99\u001E\u0004", ElementSyntax.DataIdentifiers, "1P=AB-12/3", "S=X 99")]
    [InlineData("[)>\u001E05\u001D0109506000134352\u001D21AB\u001E\u0004", ElementSyntax.ApplicationIdentifiers, "01=09506000134352", "21=AB")]
    [InlineData("[)>\u001E12\u001DCAG A3309\u001DSER 1234567\u001E\u0004", ElementSyntax.TextElements, "CAG=A3309", "SER=1234567")]
    public void Each_format_is_taken_apart(string text, ElementSyntax syntax, params string[] elements)
    {
        var reading = PayloadReader.Read(text).GetOrThrow();
        Assert.False(reading.SyntaxRepaired);
        Assert.Equal(text, reading.Payload.Text);
        Assert.Equal(syntax, Assert.Single(Assert.IsType<EnvelopePayload>(reading.Payload).Envelopes).Syntax);
        Assert.Equal(elements, reading.Payload.Elements.Select(element => $"{element.Identifier}={element.Value}"));
    }

    [Fact]
    public void Several_envelopes_follow_each_other()
    {
        var reading = PayloadReader.Read("[)>\u001E06\u001DSA1\u001E05\u001D10LOT\u001E\u0004").GetOrThrow();
        Assert.False(reading.SyntaxRepaired);
        Assert.Equal(["06", "05"], Assert.IsType<EnvelopePayload>(reading.Payload).Envelopes.Select(envelope => envelope.Format));
        Assert.Equal("[)>\u001E06\u001DSA1\u001E05\u001D10LOT\u001E\u0004", reading.Payload.Text);
    }

    [Fact]
    public void The_record_separator_before_the_end_may_be_left_out()
    {
        var reading = PayloadReader.Read("[)>\u001E06\u001DSA1\u0004").GetOrThrow();
        Assert.False(reading.SyntaxRepaired);
        Assert.Equal(Head + "SA1" + Tail, reading.Payload.Text);
    }

    [Fact]
    public void Blanks_and_readers_substitutes_in_values_are_kept()
    {
        var reading = PayloadReader.Read(Head + "1P  A <GS> ^] \u001DS B " + Tail).GetOrThrow();
        Assert.False(reading.SyntaxRepaired);
        Assert.Equal(["  A <GS> ^] ", " B "], reading.Payload.Elements.Select(element => element.Value));
    }

    [Fact]
    public void An_identifier_that_nobody_listed_is_kept_and_may_repeat()
    {
        var payload = PayloadReader.Read(Head + "33Zx\u001D33Zy\u001DZa\u001DZb" + Tail).GetOrThrow().Payload;
        Assert.Equal(["33Z", "33Z", "Z", "Z"], payload.Elements.Select(element => element.Identifier));
    }

    [Theory]
    [InlineData("[]>\u001E06\u001DS1\u001E\u0004", "envelope-header-broken", 1)]
    [InlineData("[)>\u001E", "envelope-header-broken", 4)]
    [InlineData("[)>\u001E6\u001DS1\u001E\u0004", "envelope-header-broken", 5)]
    [InlineData("[)>\u001E07\u001DS1\u001E\u0004", "envelope-format-unknown", 4)]
    [InlineData("[)>\u001E06\u001E\u0004", "envelope-without-elements", 6)]
    [InlineData("[)>\u001E06S1\u001DS2\u001E\u0004", "envelope-separator-missing", 6)]
    [InlineData("[)>\u001E06\u001D\u001DS1\u001E\u0004", "identifier-unknown", 7)]
    [InlineData("[)>\u001E06\u001Ds1\u001E\u0004", "identifier-unknown", 7)]
    [InlineData("[)>\u001E06\u001D1234S1\u001E\u0004", "identifier-unknown", 7)]
    [InlineData("[)>\u001E05\u001D9912\u001E\u0004", "identifier-unknown", 7)]
    [InlineData("[)>\u001E12\u001DSER1234567\u001E\u0004", "identifier-unknown", 7)]
    [InlineData("[)>\u001E06\u001DS\u001E\u0004", "value-empty", 8)]
    [InlineData("[)>\u001E06\u001DSA\u00E9\u001E\u0004", "value-character", 9)]
    [InlineData("[)>\u001E06\u001DSA\u001FB\u001E\u0004", "value-character", 9)]
    [InlineData("[)>\u001E06\u001DS1\u001D1P2\u001DS3\u001E\u0004", "identifier-repeated", 14)]
    [InlineData("[)>\u001E06\u001D17VA330\u001E\u0004", "value-length", 14)]
    [InlineData("[)>\u001E06\u001D17VA33099\u001E\u0004", "value-length", 15)]
    [InlineData("[)>\u001E06\u001D4LXQ\u001E\u0004", "value-content", 9)]
    [InlineData("[)>\u001E06\u001D16D20260230\u001E\u0004", "value-content", 16)]
    [InlineData("[)>\u001E06\u001D16D20261301\u001E\u0004", "value-content", 14)]
    [InlineData("[)>\u001E06\u001D16D00001301\u001E\u0004", "value-content", 10)]
    [InlineData("[)>\u001E06\u001DIWVWZZZ1JZXW00000O\u001E\u0004", "value-character", 24)]
    [InlineData("[)>\u001E06\u001DS1\u001E\u0004more", "envelope-continues-after-end", 11)]
    [InlineData("]d1[)>\u001E06\u001DS\u001E\u0004", "value-empty", 11)]
    public void A_refusal_has_a_name_and_says_at_which_character(string text, string name, int at)
    {
        Assert.False(PayloadReader.Read(text).TryGet(out _, out var fault));
        Assert.Equal((name, at), (fault.Name, fault.At));
        Assert.NotEmpty(fault.Rule);
    }

    [Fact]
    public void Elements_of_two_vocabularies_do_not_share_an_envelope()
    {
        var serial = Element(ElementSyntax.DataIdentifiers, "S", "1");
        var gtin = Element(ElementSyntax.ApplicationIdentifiers, "01", "09506000134352");
        Assert.False(Envelope.Of(serial, gtin).IsOk);
        Assert.False(Envelope.Of().IsOk);
        Assert.False(EnvelopePayload.Of().IsOk);
        Assert.False(Gs1Payload.Of(serial).IsOk);
    }

    [Theory]
    [InlineData("1", "8S123456")]
    [InlineData("", "S1")]
    [InlineData("S1", "2")]
    [InlineData(null, null)]
    public void An_element_that_would_be_read_back_as_another_is_not_made(string? identifier, string? value) =>
        Assert.False(PayloadElement.Of(ElementSyntax.DataIdentifiers, identifier, value).IsOk);

    private static PayloadElement Element(ElementSyntax syntax, string identifier, string value) => PayloadElement.Of(syntax, identifier, value).GetOrThrow();
}
