namespace FirearmsRegistry.Symbols.Pictures;

/// <summary>A picture without colours.</summary>
public sealed class GreyPicture
{
    /// <summary>A black picture.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public GreyPicture(int width, int height)
        : this(new byte[width * height], width, height)
    {
    }

    /// <summary>A picture of the pixels given, which it keeps.</summary>
    /// <param name="pixels">Row by row from above, 0 black to 255 white.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public GreyPicture(byte[] pixels, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, width * height);
        (Bytes, Width, Height) = (pixels, width, height);
    }

    /// <summary>In pixels.</summary>
    public int Width { get; }

    /// <summary>In pixels.</summary>
    public int Height { get; }

    /// <summary>Row by row from above, 0 black to 255 white.</summary>
    public Span<byte> Pixels => Bytes;

    internal byte[] Bytes { get; }
}
