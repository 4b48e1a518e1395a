using FirearmsRegistry.Marks.Payloads;

namespace FirearmsRegistry.Marks.Tests.Payloads;

public sealed class UniqueItemTests
{
    private static readonly Ncage Maker = Ncage.Parse("A3309").GetOrThrow();

    [Theory]
    [InlineData("06", "18SA33091234567", "DA33091234567", UiiConstruct.WithinEnterprise)]
    [InlineData("06", "25SLHA33091234567", "LHA33091234567", UiiConstruct.WithinEnterprise)]
    [InlineData("06", "17VA3309|1P98765-1|S77", "DA330998765-177", UiiConstruct.WithinPart)]
    [InlineData("06", "12V123456789|1P98|S77", "UN1234567899877", UiiConstruct.WithinPart)]
    [InlineData("06", "3V0950600|1P98|S77", "09506009877", UiiConstruct.WithinPart)]
    [InlineData("06", "7LW81XWH|1P98|S77", "LDW81XWH9877", UiiConstruct.WithinPart)]
    [InlineData("06", "18VLHA3309|1P98|S77", "LHA33099877", UiiConstruct.WithinPart)]
    [InlineData("06", "17VA3309|1TLOT1|S77", "DA3309LOT177", UiiConstruct.WithinPart)]
    [InlineData("06", "17VA3309|1P98|S77|4LGH", "DA33099877", UiiConstruct.WithinPart)]
    [InlineData("06", "IWVWZZZ1JZXW000001", "WVWZZZ1JZXW000001", UiiConstruct.Equivalent)]
    [InlineData("06", "22S12345678", "12345678", UiiConstruct.Equivalent)]
    [InlineData("05", "800409506001A7", "09506001A7", UiiConstruct.Equivalent)]
    [InlineData("05", "8003095060001343521X", "095060001343521X", UiiConstruct.Equivalent)]
    [InlineData("12", "CAG A3309|SER 1234567", "DA33091234567", UiiConstruct.WithinEnterprise)]
    [InlineData("12", "MFR A3309|PNO 98|SEQ 77", "DA33099877", UiiConstruct.WithinPart)]
    public void The_elements_give_the_identifier_of_table_A_II(string format, string elements, string uii, UiiConstruct construct)
    {
        var item = UniqueItem.Of(Read(format, elements)).GetOrThrow();
        Assert.Equal((uii, construct), (item.Uii.ToString(), item.Construct));
    }

    [Fact]
    public void A_gs1_symbol_gives_it_too() =>
        Assert.Equal("09506001A7", UniqueItem.Of(PayloadReader.Read("]d2800409506001A7").GetOrThrow().Payload).GetOrThrow().Uii.ToString());

    [Theory]
    [InlineData("06", "S77", "uii-incomplete")]
    [InlineData("06", "17VA3309|S77", "uii-incomplete")]
    [InlineData("06", "17VA3309|1P98", "uii-incomplete")]
    [InlineData("06", "18SA33091|25SDA33092", "uii-ambiguous")]
    [InlineData("06", "17VA3309|1P98|1TLOT1|S77", "uii-ambiguous")]
    [InlineData("06", "18SA3309a", "uii-character")]
    [InlineData("06", "25SDA3309 1", "uii-character")]
    [InlineData("06", "25SDA3309123456789012345678901234567890123456789012345678", "uii-length")]
    public void No_identifier_is_guessed(string format, string elements, string name)
    {
        Assert.False(UniqueItem.Of(Read(format, elements)).TryGet(out _, out var fault));
        Assert.Equal(name, fault.Name);
    }

    [Fact]
    public void Both_constructs_are_written()
    {
        Assert.Equal("[)>\u001E06\u001D18SA33091234567\u001E\u0004", IuidPayload.Construct1(Maker, "1234567").GetOrThrow().Text);
        Assert.Equal("[)>\u001E06\u001D17VA3309\u001D1P98\u001DS77\u001E\u0004", IuidPayload.Construct2(Maker, "98", "77").GetOrThrow().Text);
        Assert.Equal("[)>\u001E06\u001D17VA3309\u001D1TL1\u001DS77\u001E\u0004", IuidPayload.Construct2InLot(Maker, "L1", "77").GetOrThrow().Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("1 2")]
    [InlineData("1234567890123456789012345678901234567890123456789012345")]
    public void What_gives_no_identifier_is_not_written(string serial)
    {
        Assert.False(IuidPayload.Construct1(Maker, serial).IsOk);
        Assert.False(IuidPayload.Construct2(Maker, "98", serial).IsOk);
    }

    private static Payload Read(string format, string elements) =>
        PayloadReader.Read($"[)>\u001E{format}\u001D{elements.Replace('|', '\u001D')}\u001E\u0004").GetOrThrow().Payload;
}
