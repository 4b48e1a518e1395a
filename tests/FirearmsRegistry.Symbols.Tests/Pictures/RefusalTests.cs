using System.Text;
using FirearmsRegistry.Symbols.Refusing;

namespace FirearmsRegistry.Symbols.Tests.Pictures;

public class RefusalTests(SharedEngine shared)
{
    public static TheoryData<string, SymbolRefusalName> Strangers => new()
    {
        { "", SymbolRefusalName.NotAPicture },
        { "just text", SymbolRefusalName.NotAPicture },
        { "<svg xmlns='http://www.w3.org/2000/svg'/>", SymbolRefusalName.NotAPicture },
        { "GIF89", SymbolRefusalName.NotAPicture },
        { "GIF89a", SymbolRefusalName.PictureDamaged },
        { "%PDF-1.7", SymbolRefusalName.PictureFormatNotRead },
        { "II*\0........", SymbolRefusalName.PictureFormatNotRead },
        { "....ftypheic........", SymbolRefusalName.PictureFormatNotRead },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task What_is_no_picture_is_refused_by_name(string file, SymbolRefusalName name) =>
        Assert.Equal(name, (await shared.RefusalAsync(Encoding.Latin1.GetBytes(file))).Name);

    [Fact]
    public async Task Random_bytes_are_refused()
    {
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var file = new byte[random.Next(200)];
            random.NextBytes(file);
            Assert.Equal(SymbolRefusalName.NotAPicture, (await shared.RefusalAsync(file)).Name);
        }
    }

    [Fact]
    public async Task More_than_15_megabytes_are_refused() =>
        Assert.Equal(SymbolRefusalName.PictureTooLarge, (await shared.RefusalAsync(new byte[15_000_001])).Name);

    [Theory]
    [InlineData(65_535, 65_535)]
    [InlineData(8_000, 5_001)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task More_than_40_megapixels_are_refused_before_decoding(int width, int height)
    {
        var started = shared.Engine.EnginesStarted;

        Assert.Equal(SymbolRefusalName.PictureTooManyPixels, (await shared.RefusalAsync(HostilePng.Of(width, height, []))).Name);
        Assert.Equal(started, shared.Engine.EnginesStarted);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    [InlineData(-1, 10)]
    public async Task A_header_without_a_size_is_refused(int width, int height) =>
        Assert.Equal(SymbolRefusalName.PictureDamaged, (await shared.RefusalAsync(HostilePng.Of(width, height, []))).Name);

    [Fact]
    public async Task Other_formats_headers_are_measured_too()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0xFF, 0xFF, 0xFF, 0xFF, 3, 0, 0, 0];
        byte[] gif = [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0];
        byte[] bmp = [.. "BM"u8, .. new byte[12], 40, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[10]];
        byte[] webp = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0xFF, 0xFF, 0];

        foreach (var file in (byte[][])[jpeg, gif, bmp, webp])
            Assert.Equal(SymbolRefusalName.PictureTooManyPixels, (await shared.RefusalAsync(file)).Name);
    }

    [Theory]
    [InlineData("label.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("label.webp")]
    [InlineData("label.bmp")]
    [InlineData("interlaced.png")]
    public async Task A_picture_that_is_cut_off_is_refused(string fixture)
    {
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", fixture), TestContext.Current.CancellationToken);

        Assert.Equal(SymbolRefusalName.PictureDamaged, (await shared.RefusalAsync(file[..(file.Length / 3)])).Name);
    }

    [Fact]
    public async Task A_small_picture_that_unpacks_to_gigabytes_stays_within_its_memory()
    {
        var refusal = await shared.RefusalAsync(HostilePng.Bomb());

        Assert.Contains(refusal.Name, (SymbolRefusalName[])[SymbolRefusalName.PictureDamaged, SymbolRefusalName.PictureTooDemanding, SymbolRefusalName.PictureTooSlow]);
    }
}
