using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace FirearmsRegistry.Registry.Shared.Csv;

/// <summary>Text of a file, refused where it is in another encoding instead of being read wrongly.</summary>
internal static class Utf8Text
{
    private const string SaveAs = "Save the file as \"CSV UTF-8\" or export it in UTF-8.";

    public static bool TryRead(ReadOnlySpan<byte> bytes, out string text, [NotNullWhen(false)] out CsvFault? fault)
    {
        (text, fault) = ("", null);
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            fault = new CsvFault(1, 1, $"The file is in UTF-16. {SaveAs}");
            return false;
        }

        var read = new StringBuilder(bytes.Length);
        Span<char> characters = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) != System.Buffers.OperationStatus.Done)
            {
                var (line, column) = End(read);
                fault = new CsvFault(line, column, string.Create(CultureInfo.InvariantCulture,
                    $"The byte 0x{bytes[0]:X2} is no UTF-8, as in a file in Windows-1252 or another older encoding. {SaveAs}"));
                return false;
            }

            if (rune.Value == 0)
            {
                var (line, column) = End(read);
                fault = new CsvFault(line, column, "There is a zero byte: this is no text file.");
                return false;
            }

            read.Append(characters[..rune.EncodeToUtf16(characters)]);
            bytes = bytes[used..];
        }

        text = read.ToString();
        return true;
    }

    private static (int Line, int Column) End(StringBuilder read)
    {
        var text = read.ToString();
        return (text.Count(c => c == '\n') + 1, text.Length - text.LastIndexOf('\n'));
    }
}
