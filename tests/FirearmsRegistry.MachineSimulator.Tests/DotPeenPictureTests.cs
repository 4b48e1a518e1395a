using System.Buffers.Binary;
using System.IO.Compression;
using FirearmsRegistry.MachineSimulator.Pictures;
using FirearmsRegistry.MachineSimulator.Simulating;

namespace FirearmsRegistry.MachineSimulator.Tests;

public class DotPeenPictureTests
{
    private const int HeaderEnd = 33;
    private static readonly CutMark Cut = new("A", new Dictionary<string, string> { ["1"] = "GH26A0000001TG", ["2"] = "GH 26 A0000001 TG" }, true);

    [Fact]
    public void A_picture_is_a_grey_png_of_the_size_asked_for()
    {
        var png = DotPeenPicture.Draw(Cut, new PictureOptions(), Checkers);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal((640, 480), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.Equal(640 * 480, Pixels(png).Length);
    }

    [Fact]
    public void The_same_seed_gives_the_same_picture_and_another_seed_another_one()
    {
        Assert.Equal(DotPeenPicture.Draw(Cut, new PictureOptions { Seed = 7 }), DotPeenPicture.Draw(Cut, new PictureOptions { Seed = 7 }));
        Assert.NotEqual(DotPeenPicture.Draw(Cut, new PictureOptions { Seed = 7 }), DotPeenPicture.Draw(Cut, new PictureOptions { Seed = 8 }));
    }

    [Fact]
    public void Nothing_is_clipped()
    {
        var border = new PictureOptions { Noise = 0 };
        for (var seed = 0; seed < 20; seed++)
        {
            var pixels = Pixels(DotPeenPicture.Draw(Checkers(""), border with { Seed = seed }));
            for (var x = 0; x < 640; x++)
                Assert.True(pixels[x] > 100 && pixels[479 * 640 + x] > 100);
            for (var y = 0; y < 480; y++)
                Assert.True(pixels[y * 640] > 100 && pixels[y * 640 + 639] > 100);
        }
    }

    [Fact]
    public void A_mark_that_broke_off_has_fewer_dots()
    {
        var options = new PictureOptions { Noise = 0 };
        Assert.True(Dark(Cut with { IsWhole = false }, options) < Dark(Cut, options));
    }

    [Fact]
    public void The_encoder_is_given_the_text_of_the_symbols_place()
    {
        string? given = null;
        DotPeenPicture.Draw(Cut, new PictureOptions { SymbolPlace = "2" }, payload =>
        {
            given = payload;
            return Checkers(payload);
        });
        Assert.Equal("GH 26 A0000001 TG", given);
    }

    private static int Dark(CutMark cut, PictureOptions options) => Pixels(DotPeenPicture.Draw(cut, options, Checkers)).Count(pixel => pixel < 100);

    private static bool[,] Checkers(string payload)
    {
        var modules = new bool[18, 18];
        for (var row = 0; row < 18; row++)
            for (var column = 0; column < 18; column++)
                modules[row, column] = column == 0 || row == 17 || (row + column + payload.Length) % 2 == 0;
        return modules;
    }

    private static byte[] Pixels(byte[] png)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(HeaderEnd));
        using var zlib = new ZLibStream(new MemoryStream(png, HeaderEnd + 8, length), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        var pixels = new List<byte>();
        var above = new byte[640];
        foreach (var row in rows.ToArray().Chunk(641))
        {
            // Each row is the difference from the one above (filter 2).
            Assert.Equal(2, row[0]);
            for (var x = 0; x < 640; x++)
                above[x] += row[x + 1];
            pixels.AddRange(above);
        }

        return [.. pixels];
    }
}
