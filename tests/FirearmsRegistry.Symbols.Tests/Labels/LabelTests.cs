using System.Text;
using System.Xml.Linq;
using FirearmsRegistry.Symbols.Labels;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Symbols.Tests.Labels;

public class LabelTests
{
    private static readonly ModuleMatrix Symbol = new(SymbolFormat.DataMatrix, 10, 10, (column, row) => column == 0 || row == 9);

    [Fact]
    public void A_printer_label_has_the_symbol_and_the_lines()
    {
        var zpl = ZplLabel.Of(Tag("SZ-2026-17/3", "Pistol", "GH26A0000001TG"));

        Assert.Equal(
            """
            ^XA^CI28^PW560^LL296
            ^FO24,24^BXN,4,200,,,,_^FH\^FD\5B\29\3E\1E06\1D25SD0GH01GH26A0000001TG\1E\04^FS
            ^FO160,24^A0N,40^FH\^FDSZ\2D2026\2D17\2F3^FS
            ^FO160,72^A0N,24^FH\^FDCustoms^FS
            ^FO160,104^A0N,24^FH\^FDPistol^FS
            ^FO160,136^A0N,24^FH\^FDGH26A0000001TG^FS
            ^XZ

            """.ReplaceLineEndings("\n"),
            zpl);
    }

    [Theory]
    [InlineData("^XZ^XA^IDR:*.*^FS")]
    [InlineData("~JR")]
    [InlineData("\\5E")]
    [InlineData("two\nlines")]
    public void No_text_becomes_a_command_of_the_printer(string line)
    {
        var body = ZplLabel.Of(Tag("1", line)).Split("^FD")[^1].Split("^FS")[0];

        Assert.DoesNotContain(body, character => character is '^' or '~' or '\n');
        Assert.Equal(line, Unescaped(body));
    }

    [Fact]
    public void A_payload_with_the_usual_escape_gets_another_one()
    {
        var tag = Tag("1") with { Payload = "A_B"u8.ToArray() };

        Assert.Contains("^BXN,4,200,,,,|^FH\\^FDA\\5FB^FS", ZplLabel.Of(tag), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_shows_every_tag_and_takes_no_text_for_markup()
    {
        const string hostile = "<script>alert(1)</script> & \"quotes\"";
        var html = TagSheet.Of(hostile, "en", [Tag("A-1", hostile), Tag("A-2")]);

        var sheet = XDocument.Parse(html.Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Equal(["A-1", "A-2"], sheet.Descendants("h2").Select(heading => heading.Value));
        Assert.Contains(sheet.Descendants("p"), line => line.Value == hostile);
        Assert.Empty(sheet.Descendants("script"));
        Assert.Equal(2, sheet.Descendants().Count(element => element.Name.LocalName == "svg"));
    }

    private static EvidenceTag Tag(string reference, params string[] lines) =>
        new("Customs", reference, lines, "[)>\u001e06\u001d25SD0GH01GH26A0000001TG\u001e\u0004"u8.ToArray(), Symbol);

    private static string Unescaped(string field)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] != '\\')
            {
                bytes.Add((byte)field[i]);
                continue;
            }

            bytes.Add(Convert.FromHexString(field.AsSpan(i + 1, 2))[0]);
            i += 2;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
