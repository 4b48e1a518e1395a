using System.Buffers.Binary;
using FirearmsRegistry.Symbols.Refusing;

namespace FirearmsRegistry.Symbols.Pictures;

/// <summary>What a picture's first bytes say of it, read before anything is decoded.</summary>
/// <param name="Format">By its signature, never by a file name.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record PictureHeader(PictureFormat Format, int Width, int Height)
{
    /// <summary>Reads and checks the header.</summary>
    public static SymbolResult<PictureHeader> Of(ReadOnlySpan<byte> file, SymbolLimits limits)
    {
        if (file.Length > limits.MostBytes)
            return new SymbolRefusal(SymbolRefusalName.PictureTooLarge, $"The picture has {file.Length} bytes; at most {limits.MostBytes} are taken.");
        if (FormatOf(file) is not { } format)
        {
            return Unread(file) is { } name
                ? new SymbolRefusal(SymbolRefusalName.PictureFormatNotRead, $"{name} pictures are not read; PNG, JPEG, GIF, BMP and WebP are.")
                : new SymbolRefusal(SymbolRefusalName.NotAPicture, "The file is not a PNG, JPEG, GIF, BMP or WebP picture.");
        }

        if (SizeOf(format, file) is not ( > 0, > 0) size)
            return new SymbolRefusal(SymbolRefusalName.PictureDamaged, "The picture's header is cut off or states no size.");
        return (long)size.Width * size.Height > limits.MostPixels
            ? new SymbolRefusal(SymbolRefusalName.PictureTooManyPixels, $"The picture has {size.Width} × {size.Height} pixels; at most {limits.MostPixels} are taken.")
            : new PictureHeader(format, size.Width, size.Height);
    }

    private static PictureFormat? FormatOf(ReadOnlySpan<byte> file) =>
        file is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] ? PictureFormat.Png
        : file is [0xFF, 0xD8, 0xFF, ..] ? PictureFormat.Jpeg
        : file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) ? PictureFormat.Gif
        : file.Length >= 30 && file.StartsWith("BM"u8) ? PictureFormat.Bmp
        : file.Length >= 30 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) ? PictureFormat.WebP
        : null;

    private static string? Unread(ReadOnlySpan<byte> file) =>
        file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) ? "TIFF"
        : file.Length > 12 && file[4..].StartsWith("ftyp"u8) ? "HEIC and AVIF"
        : file.StartsWith("%PDF"u8) ? "PDF documents with"
        : null;

    private static (int Width, int Height)? SizeOf(PictureFormat format, ReadOnlySpan<byte> file) => format switch
    {
        PictureFormat.Png => file.Length >= 24 && file[12..].StartsWith("IHDR"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
            : null,
        PictureFormat.Jpeg => JpegSize(file),
        PictureFormat.Gif => file.Length >= 10
            ? (BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]))
            : null,
        PictureFormat.Bmp => BmpSize(file),
        PictureFormat.WebP => WebPSize(file),
    };

    /// <summary>Walks the segments to the frame header (ISO/IEC 10918-1, B.2.2).</summary>
    private static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length;)
        {
            if (file[at] != 0xFF)
                return null;
            var marker = file[at + 1];
            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    private static (int Width, int Height)? BmpSize(ReadOnlySpan<byte> file)
    {
        const int oldHeader = 12;
        if (BinaryPrimitives.ReadInt32LittleEndian(file[14..]) == oldHeader)
            return (BinaryPrimitives.ReadUInt16LittleEndian(file[18..]), BinaryPrimitives.ReadUInt16LittleEndian(file[20..]));

        // A negative height says that the rows stand from above.
        var height = BinaryPrimitives.ReadInt32LittleEndian(file[22..]);
        return (BinaryPrimitives.ReadInt32LittleEndian(file[18..]), height == int.MinValue ? 0 : Math.Abs(height));
    }

    private static (int Width, int Height)? WebPSize(ReadOnlySpan<byte> file)
    {
        var chunk = file[12..];
        const int mask = 0x3FFF;
        if (chunk.StartsWith("VP8X"u8))
            return (1 + (file[24] | (file[25] << 8) | (file[26] << 16)), 1 + (file[27] | (file[28] << 8) | (file[29] << 16)));
        if (chunk.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
            return (1 + (int)(bits & mask), 1 + (int)((bits >> 14) & mask));
        }

        return chunk.StartsWith("VP8 "u8)
            ? (BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & mask, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & mask)
            : null;
    }
}
