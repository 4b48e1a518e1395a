using System.Buffers.Binary;
using System.IO.Compression;

namespace FirearmsRegistry.Symbols.Pictures;

/// <summary>Writes grey pictures as PNG (ISO/IEC 15948): 8 bits a pixel, not interlaced, every row as the difference from the one above.</summary>
public static class PngWriter
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <summary>The file's bytes.</summary>
    /// <param name="picture">What to write.</param>
    /// <param name="pixelsPerMetre">For printing at size; 0 says nothing.</param>
    public static byte[] Write(GreyPicture picture, int pixelsPerMetre = 0)
    {
        ArgumentNullException.ThrowIfNull(picture);
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], picture.Height);
        header[8] = 8;
        Chunk(file, "IHDR"u8, header);

        if (pixelsPerMetre > 0)
        {
            Span<byte> physical = stackalloc byte[9];
            BinaryPrimitives.WriteInt32BigEndian(physical, pixelsPerMetre);
            BinaryPrimitives.WriteInt32BigEndian(physical[4..], pixelsPerMetre);
            physical[8] = 1;
            Chunk(file, "pHYs"u8, physical);
        }

        Chunk(file, "IDAT"u8, Compressed(picture));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compressed(GreyPicture picture)
    {
        const byte up = 2;
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            var above = new byte[picture.Width];
            var filtered = new byte[picture.Width + 1];
            filtered[0] = up;
            for (var y = 0; y < picture.Height; y++)
            {
                var row = picture.Pixels.Slice(y * picture.Width, picture.Width);
                for (var x = 0; x < row.Length; x++)
                    filtered[x + 1] = (byte)(row[x] - above[x]);
                row.CopyTo(above);
                zlib.Write(filtered);
            }
        }

        return output.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    private static uint CrcOf(int value)
    {
        const uint polynomial = 0xEDB88320;
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) != 0 ? polynomial ^ (crc >> 1) : crc >> 1;
        return crc;
    }
}
