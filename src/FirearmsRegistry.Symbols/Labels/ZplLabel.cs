using System.Globalization;
using System.Text;

namespace FirearmsRegistry.Symbols.Labels;

/// <summary>A tag in ZPL II, the language of label printers (TCP port 9100). The printer draws the Data Matrix itself, at its own resolution.</summary>
public static class ZplLabel
{
    /// <summary>The commands for one label.</summary>
    /// <param name="tag">What stands on it.</param>
    /// <param name="dotsPerMillimetre">Of the printer: 6, 8, 12 or 24.</param>
    /// <param name="widthMillimetres">Of the label.</param>
    /// <param name="heightMillimetres">Of the label.</param>
    public static string Of(EvidenceTag tag, int dotsPerMillimetre = 8, int widthMillimetres = 70, int heightMillimetres = 37)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentOutOfRangeException.ThrowIfLessThan(dotsPerMillimetre, 6);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dotsPerMillimetre, 24);
        const double margin = 3;
        const double moduleMillimetres = 0.5;
        const double textColumn = 20;
        int Dots(double millimetres) => (int)Math.Round(millimetres * dotsPerMillimetre);

        var zpl = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"^XA^CI28^PW{Dots(widthMillimetres)}^LL{Dots(heightMillimetres)}\n")
            .Append(CultureInfo.InvariantCulture, $"^FO{Dots(margin)},{Dots(margin)}^BXN,{Dots(moduleMillimetres)},200,,,,{EscapeFor(tag.Payload.Span)}")
            .Append(CultureInfo.InvariantCulture, $"^FH\\^FD{Field(tag.Payload.Span)}^FS\n");
        var y = margin;
        foreach (var (text, height) in Enumerable.Concat([(tag.Reference, 5.0), (tag.Authority, 3.0)], tag.Lines.Select(line => (line, 3.0))))
        {
            zpl.Append(CultureInfo.InvariantCulture, $"^FO{Dots(textColumn)},{Dots(y)}^A0N,{Dots(height)}^FH\\^FD{Field(Encoding.UTF8.GetBytes(text))}^FS\n");
            y += height + 1;
        }

        return zpl.Append("^XZ\n").ToString();
    }

    /// <summary>Inside a Data Matrix field one character begins commands of its own; one is chosen that the payload does not have.</summary>
    private static char EscapeFor(ReadOnlySpan<byte> payload)
    {
        foreach (var character in "_|#@!$%&+=")
        {
            if (!payload.Contains((byte)character))
                return character;
        }

        throw new ArgumentException("The payload has every character that could serve as the printer's escape.", nameof(payload));
    }

    /// <summary>Everything but letters and digits as hexadecimal, so that no text can become a command.</summary>
    private static string Field(ReadOnlySpan<byte> bytes)
    {
        var field = new StringBuilder();
        foreach (var value in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value == ' ')
                field.Append((char)value);
            else
                field.Append(CultureInfo.InvariantCulture, $"\\{value:X2}");
        }

        return field.ToString();
    }
}
