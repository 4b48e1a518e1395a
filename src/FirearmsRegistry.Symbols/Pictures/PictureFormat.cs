namespace FirearmsRegistry.Symbols.Pictures;

/// <summary>The formats of pictures that are read; the names in lower case are the decoders'.</summary>
internal enum PictureFormat
{
    Png,
    Jpeg,
    Gif,
    Bmp,
    WebP,
}
