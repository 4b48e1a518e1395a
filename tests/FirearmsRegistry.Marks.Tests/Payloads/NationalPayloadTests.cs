using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Payloads;

namespace FirearmsRegistry.Marks.Tests.Payloads;

public sealed class NationalPayloadTests
{
    private static readonly NationalNumber Number = NationalNumber.Parse("GH26A0000001TG").GetOrThrow();

    [Fact]
    public void The_authority_s_payload_is_one_element_in_format_06()
    {
        var payload = NationalPayload.Of(Ncage.Parse("A3309").GetOrThrow(), Number);
        Assert.Equal("[)>\u001E06\u001D25SDA3309GH26A0000001TG\u001E\u0004", payload.Text);
        Assert.Equal(Number, payload.NationalNumber);
        Assert.Equal("DA3309GH26A0000001TG", UniqueItem.Of(payload).GetOrThrow().Uii.ToString());
    }

    [Theory]
    [InlineData("[)>\u001E06\u001D18SA3309GH26A0000001TG\u001E\u0004", true)]
    [InlineData("[)>\u001E06\u001D18SA3309GH26A0000001TH\u001E\u0004", false)]
    [InlineData("[)>\u001E06\u001D25SDA3309GH26AOOOOOO1TG\u001E\u0004", false)]
    [InlineData("[)>\u001E06\u001D25SUNA3309GH26A0000001TG\u001E\u0004", false)]
    [InlineData("[)>\u001E06\u001D25SDA3309GH26A0000001TG-1\u001E\u0004", false)]
    [InlineData("[)>\u001E06\u001DSA3309GH26A0000001TG\u001E\u0004", false)]
    [InlineData("[)>\u001E06\u001D4LGH\u001D25SDA3309GH26A0000001TG\u001E\u0004", true)]
    public void A_national_number_is_found_only_where_it_stands_as_it_was_issued(string text, bool isFound) =>
        Assert.Equal(isFound ? Number : null, PayloadReader.Read(text).GetOrThrow().Payload.NationalNumber);

    [Fact]
    public void A_bare_number_is_a_payload()
    {
        var reading = PayloadReader.Read("GH26A0000001TG").GetOrThrow();
        Assert.Equal((false, Number), (reading.SyntaxRepaired, reading.Payload.NationalNumber!.Value));
        Assert.Equal(new NumberPayload(Number), reading.Payload);
        Assert.Empty(reading.Payload.Elements);
    }

    [Theory]
    [InlineData("GH 26 A0000001 TG")]
    [InlineData("gh26a0000001tg")]
    public void The_printed_form_in_a_symbol_is_understood_and_flagged(string text)
    {
        var reading = PayloadReader.Read(text).GetOrThrow();
        Assert.Equal((true, "GH26A0000001TG"), (reading.SyntaxRepaired, reading.Payload.Text));
    }

    [Theory]
    [InlineData("GH26A0000001TH", "national-number-invalid", 12)]
    [InlineData("GH 26 A0000001 TH", "national-number-invalid", 15)]
    [InlineData("GH26A000X001TG", "national-number-invalid", 8)]
    [InlineData("GH26A000-001TG", "national-number-invalid", 8)]
    [InlineData("GH26A0000001T", "national-number-invalid", 13)]
    [InlineData("GH26A0000001TGX", "national-number-invalid", 14)]
    [InlineData("XX26A0000001TG", "national-number-invalid", 0)]
    [InlineData("GH26I0000001TG", "national-number-invalid", 4)]
    [InlineData("]d1GH26A0000001TH", "national-number-invalid", 15)]
    [InlineData("GH26A0000001TG\u0000", "national-number-invalid", 14)]
    [InlineData("https://example.org", "payload-syntax-unknown", 0)]
    [InlineData(" ", "payload-syntax-unknown", 0)]
    [InlineData("\r\n", "payload-syntax-unknown", 0)]
    [InlineData("\uD800", "payload-syntax-unknown", 0)]
    [InlineData("", "payload-empty", 0)]
    [InlineData(null, "payload-empty", 0)]
    public void A_refusal_has_a_name_and_says_at_which_character(string? text, string name, int at)
    {
        Assert.False(PayloadReader.Read(text).TryGet(out _, out var fault));
        Assert.Equal((name, at), (fault.Name, fault.At));
    }

    [Theory]
    [InlineData("A330")]
    [InlineData("A33099")]
    [InlineData("a3309")]
    [InlineData("A330\u00C9")]
    [InlineData(null)]
    public void Other_texts_are_no_ncage(string? text) => Assert.False(Ncage.Parse(text).IsOk);
}
