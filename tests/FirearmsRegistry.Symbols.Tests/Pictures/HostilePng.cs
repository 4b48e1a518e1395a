using System.Buffers.Binary;
using System.IO.Compression;
using FirearmsRegistry.Symbols.Pictures;

namespace FirearmsRegistry.Symbols.Tests.Pictures;

/// <summary>PNG files that say one thing and hold another, with checksums that are right.</summary>
internal static class HostilePng
{
    /// <summary>A file of some megabytes that unpacks to two gigabytes, in a picture of 16 by 16 pixels.</summary>
    public static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var nothing = new byte[1_000_000];
            for (var i = 0; i < 2_000; i++)
                zlib.Write(nothing);
        }

        return Of(16, 16, packed.ToArray());
    }

    /// <summary>A file of this size in its header and these packed pixels, whatever they are.</summary>
    public static byte[] Of(int width, int height, byte[] data)
    {
        var file = PngWriter.Write(new GreyPicture(1, 1));
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), Crc32(file.AsSpan(12, 17)));
        byte[] chunk = [.. "IDAT"u8, .. data];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32(chunk));
        return [.. file[..33], .. length, .. chunk, .. crc, .. file[^12..]];
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
