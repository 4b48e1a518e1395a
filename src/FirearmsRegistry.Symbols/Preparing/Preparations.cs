using FirearmsRegistry.Symbols.Pictures;

namespace FirearmsRegistry.Symbols.Preparing;

/// <summary>What can be done to a picture so that separate dots become modules again.</summary>
internal static class Preparations
{
    /// <summary>The mean of squares of pixels: smaller by a whole factor. Rows and columns that fill no square are left out.</summary>
    public static GreyPicture Shrink(GreyPicture picture, int factor)
    {
        var result = new GreyPicture(Math.Max(1, picture.Width / factor), Math.Max(1, picture.Height / factor));
        var (source, target, area) = (picture.Bytes, result.Bytes, factor * factor);
        for (var y = 0; y < result.Height; y++)
        {
            for (var x = 0; x < result.Width; x++)
            {
                var sum = area / 2;
                for (var dy = 0; dy < factor; dy++)
                {
                    var at = (((y * factor) + dy) * picture.Width) + (x * factor);
                    for (var dx = 0; dx < factor; dx++)
                        sum += source[at + dx];
                }

                target[(y * result.Width) + x] = (byte)(sum / area);
            }
        }

        return result;
    }

    /// <summary>Two passes of a running mean in each direction, near enough to a Gaussian.</summary>
    public static GreyPicture Blur(GreyPicture picture, int radius)
    {
        var (a, b) = (new GreyPicture(picture.Width, picture.Height), new GreyPicture(picture.Width, picture.Height));
        Mean(picture.Bytes, a.Bytes, picture.Width, picture.Height, 1, picture.Width, radius);
        Mean(a.Bytes, b.Bytes, picture.Height, picture.Width, picture.Width, 1, radius);
        Mean(b.Bytes, a.Bytes, picture.Width, picture.Height, 1, picture.Width, radius);
        Mean(a.Bytes, b.Bytes, picture.Height, picture.Width, picture.Width, 1, radius);
        return b;
    }

    /// <summary>The darkest pixel within a square: dark dots grow together.</summary>
    public static GreyPicture Darken(GreyPicture picture, int radius)
    {
        var (a, b) = (new GreyPicture(picture.Width, picture.Height), new GreyPicture(picture.Width, picture.Height));
        Least(picture.Bytes, a.Bytes, picture.Width, picture.Height, 1, picture.Width, radius);
        Least(a.Bytes, b.Bytes, picture.Height, picture.Width, picture.Width, 1, radius);
        return b;
    }

    /// <summary>The brightest pixel within a square: for bright dots on dark metal.</summary>
    public static GreyPicture Brighten(GreyPicture picture, int radius) => Invert(Darken(Invert(picture), radius));

    /// <summary>Stretches the brightness so that all but the darkest and brightest hundredth of the pixels fill the whole range.</summary>
    public static GreyPicture Contrast(GreyPicture picture)
    {
        var counts = new int[256];
        foreach (var value in picture.Bytes)
            counts[value]++;
        var left = picture.Bytes.Length / 100;
        var (low, high) = (0, 255);
        for (var sum = counts[low]; sum <= left && low < 254; sum += counts[low])
            low++;
        for (var sum = counts[high]; sum <= left && high > low + 1; sum += counts[high])
            high--;
        return Mapped(picture, value => (byte)Math.Clamp((value - low) * 255 / (high - low), 0, 255));
    }

    /// <summary>Twice as wide and high, with what lies between two pixels in between.</summary>
    public static GreyPicture Enlarge(GreyPicture picture)
    {
        var result = new GreyPicture(picture.Width * 2, picture.Height * 2);
        for (var y = 0; y < result.Height; y++)
        {
            var (above, below) = (y / 2 * picture.Width, Math.Min((y + 1) / 2, picture.Height - 1) * picture.Width);
            for (var x = 0; x < result.Width; x++)
            {
                var (left, right) = (x / 2, Math.Min((x + 1) / 2, picture.Width - 1));
                var sum = picture.Bytes[above + left] + picture.Bytes[above + right] + picture.Bytes[below + left] + picture.Bytes[below + right];
                result.Bytes[(y * result.Width) + x] = (byte)((sum + 2) / 4);
            }
        }

        return result;
    }

    /// <summary>Black for white.</summary>
    public static GreyPicture Invert(GreyPicture picture) => Mapped(picture, value => (byte)(255 - value));

    private static GreyPicture Mapped(GreyPicture picture, Func<byte, byte> map)
    {
        var table = new byte[256];
        for (var value = 0; value < table.Length; value++)
            table[value] = map((byte)value);
        return new GreyPicture(Array.ConvertAll(picture.Bytes, value => table[value]), picture.Width, picture.Height);
    }

    private static void Mean(byte[] source, byte[] target, int length, int lines, int step, int stride, int radius)
    {
        var width = (2 * radius) + 1;
        for (var line = 0; line < lines; line++)
        {
            var start = line * stride;
            var last = start + ((length - 1) * step);
            var sum = (source[start] * (radius + 1)) + (width / 2);
            for (var i = 1; i <= radius; i++)
                sum += source[Math.Min(start + (i * step), last)];
            for (var i = 0; i < length; i++)
            {
                target[start + (i * step)] = (byte)(sum / width);
                sum += source[Math.Min(start + ((i + radius + 1) * step), last)] - source[Math.Max(start + ((i - radius) * step), start)];
            }
        }
    }

    private static void Least(byte[] source, byte[] target, int length, int lines, int step, int stride, int radius)
    {
        for (var line = 0; line < lines; line++)
        {
            var start = line * stride;
            for (var i = 0; i < length; i++)
            {
                byte least = 255;
                for (var k = Math.Max(0, i - radius); k <= Math.Min(length - 1, i + radius); k++)
                    least = Math.Min(least, source[start + (k * step)]);
                target[start + (i * step)] = least;
            }
        }
    }
}
