using System.Text;
using FirearmsRegistry.Benchmarks.Tracing.Files;

namespace FirearmsRegistry.EndToEnd.Tests.Benchmarks;

/// <summary>Without server and database: the benchmarks' parts have no test project of their own.</summary>
public sealed class CsvTableTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csv-");

    public static TheoryData<string, string> Readable => new()
    {
        { "id,serial,year\nA,1,1999\n", "A|1|1999" },
        { "\uFEFFid,serial,year\r\nA,1,1999\r\n\r\nB,2,\r\n", "A|1|1999/B|2|" },
        { "serial,note,ID\n1,x,A", "A|1|" },
        { " id , Serial \nA, 1 ", "A| 1 |" },
        { "id,serial\n\"A,1\",\"2 \"\"inch\"\"\"\n", "A,1|2 \"inch\"|" },
        { "id,serial\nA,6\" barrel\n", "A|6\" barrel|" },
        { "id,serial\nA,\"two\nlines\"\nB,2\n", "A|two\nlines|/B|2|" },
        { "id,serial\n", "" },
        { "id,serial", "" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_table_is_read_whatever_the_order_of_its_columns_its_line_ends_and_its_quotes(string text, string rows) =>
        Assert.Equal(rows, string.Join('/', Read(Write(text)).Select(row => string.Join('|', row.Fields))));

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("id,year\nA,1\n", 1, "\"serial\"")]
    [InlineData("id,serial,ID\nA,1,B\n", 1, "two columns")]
    [InlineData("id,serial\nA,1\nB\n", 3, "2 columns are expected, 1")]
    [InlineData("id,serial\nA,1,2\n", 2, "2 columns are expected, 3")]
    [InlineData("id,serial\nA,\"1\nB,2\n", 2, "not closed")]
    [InlineData("id,serial\nA,\"1\"x\n", 2, "behind the closing quote")]
    public void A_table_that_is_none_is_refused_with_the_line(string text, int line, string reason)
    {
        var file = Write(text);
        var refused = Assert.Throws<UnreadableFileException>(() => Read(file));
        Assert.StartsWith($"{file}:{line}:", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_and_one_that_is_no_UTF_8_are_refused()
    {
        Assert.Contains("cannot be opened", Assert.Throws<UnreadableFileException>(() => Read(Path.Combine(_folder.FullName, "none.csv"))).Message, StringComparison.Ordinal);
        var file = Path.Combine(_folder.FullName, "latin1.csv");
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes("id,serial\nA,\u00C4\n"));
        Assert.Contains("UTF-8", Assert.Throws<UnreadableFileException>(() => Read(file)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string text)
    {
        var file = Path.Combine(_folder.FullName, "table.csv");
        File.WriteAllText(file, text);
        return file;
    }

    private static (int Line, string[] Fields)[] Read(string file) => [.. CsvTable.Read(file, ["id", "serial"], ["year"])];
}
