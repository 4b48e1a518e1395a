using System.Buffers.Binary;
using System.IO.Compression;

namespace FirearmsRegistry.MachineSimulator.Pictures;

/// <summary>Grey pictures as PNG (ISO/IEC 15948), eight bits a pixel.</summary>
internal static class PngFile
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Write(ReadOnlySpan<byte> pixels, int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var png = new MemoryStream();
        png.Write(Signature);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Compressed(pixels, width, height));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Compressed(ReadOnlySpan<byte> pixels, int width, int height)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest))
        {
            for (var row = 0; row < height; row++)
            {
                // Each row begins with its filter: none.
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(row * width, width));
            }
        }

        return data.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] body = [.. type, .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }
}
