using System.Text;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.Importing;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Tests.Catalogues;

/// <summary>Tables as people send them: every refusal names line and column.</summary>
public sealed class CatalogueTableTests
{
    private const string Header = "code,name,countries,roles,aliases\n";

    [Theory]
    [InlineData("code,name,countries,roles,aliases\nacme,Acme,ESP,maker,A|B\n")]
    [InlineData("\uFEFFcode,name,countries,roles,aliases\r\nacme,Acme,ESP,maker,A|B\r\n")]
    [InlineData("code;name;countries;roles;aliases\nacme;Acme;ESP;maker;A|B")]
    [InlineData("code\tname\tcountries\troles\taliases\nacme\tAcme\tESP\tmaker\tA|B\n\n")]
    [InlineData("name,code,aliases,roles,countries\n\"Acme\",acme, A | B ,maker,ESP\n,,,,\n")]
    public void A_table_is_read_whatever_the_spreadsheet_made_of_it(string text)
    {
        var entry = Assert.Single(Read(text).Value).Entry;

        Assert.Equal("acme", entry.Code.ToString());
        Assert.Equal(["A", "B"], entry.Names.Select(name => name.Text.ToString()));
        Assert.Equal("ESP", Assert.Single(entry.Maker!.Countries).Alpha3);
    }

    [Fact]
    public void Quoted_cells_hold_separators_line_ends_and_quotation_marks()
    {
        var rows = Read(Header + "acme,\"Acme, \"\"Best\"\"\",ESP,maker,\n\"beta\",Beta,ESP,maker,\"A\n|B\"\n").Value;

        Assert.Equal("Acme, \"Best\"", rows[0].Entry.Name.ToString());
        Assert.Equal("line:3,column:1", rows[1].Place);
    }

    [Theory]
    [InlineData("acme,Acme,ESP;maker,A\n", "line:2,column:21")]
    [InlineData("acme,Acme,ESP,maker,A,B\n", "line:2,column:23")]
    [InlineData("acme,Ac\"me,ESP,maker,A\n", "line:2,column:8")]
    [InlineData("acme,\"Acme\"x,ESP,maker,A\n", "line:2,column:12")]
    [InlineData("acme,\"Acme,ESP,maker,A\n", "line:2,column:6")]
    [InlineData("Acme Co,Acme,ESP,maker,A\n", "line:2,column:1")]
    [InlineData("acme,,ESP,maker,A\n", "line:2,column:6")]
    [InlineData("acme,Acme,ESP|XX,maker,A\n", "line:2,column:11")]
    [InlineData("acme,Acme,ESP,producer,A\n", "line:2,column:15")]
    [InlineData("good,Good,ESP,maker,\n\"bad\nname\",B,ESP,maker,\n", "line:3,column:1")]
    public void A_line_that_cannot_be_read_is_named_with_its_column(string line, string place) =>
        Assert.Equal(place, Read(Header + line).Refusal!.Errors[0].Pointer);

    [Fact]
    public void All_that_is_wrong_is_told_in_one_answer()
    {
        var errors = Read(Header + "A,Acme,ESP,maker,\nacme,Acme,XX,producer,\n").Refusal!.Errors;

        Assert.Equal(["line:2,column:1", "line:3,column:11", "line:3,column:14"], errors.Select(error => error.Pointer));
    }

    [Theory]
    [InlineData("code,nom\n", "line:1,column:6")]
    [InlineData("code,name,code\n", "line:1,column:11")]
    [InlineData("name\nx\n", "line:1,column:1")]
    [InlineData("", "line:1,column:1")]
    public void A_header_that_is_not_the_catalogues_is_refused(string text, string place) =>
        Assert.Contains(place, Read(text).Refusal!.Errors.Select(error => error.Pointer));

    [Fact]
    public void A_file_in_Windows_1252_is_refused_where_its_first_foreign_letter_stands()
    {
        byte[] file = [.. Encoding.ASCII.GetBytes(Header + "acme,Armer"), 0xED, .. Encoding.ASCII.GetBytes("a,ESP,maker,\n")];

        var error = Assert.Single(CatalogueTable.Read(CatalogueKind.Makers, file).Refusal!.Errors);

        Assert.Equal("line:2,column:11", error.Pointer);
        Assert.Contains("0xED", error.Rule, StringComparison.Ordinal);
        Assert.Contains("UTF-8", error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_UTF_16_or_with_zero_bytes_is_refused()
    {
        Assert.Contains("UTF-16", Refused(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Header)).ToArray()).Rule, StringComparison.Ordinal);
        Assert.Equal("line:1,column:3", Refused("co\0de,name\n"u8.ToArray()).Pointer);
    }

    private static InputError Refused(byte[] file) => Assert.Single(CatalogueTable.Read(CatalogueKind.Makers, file).Refusal!.Errors);

    private static Result<IReadOnlyList<EntryRow>> Read(string text) => CatalogueTable.Read(CatalogueKind.Makers, Encoding.UTF8.GetBytes(text));
}
