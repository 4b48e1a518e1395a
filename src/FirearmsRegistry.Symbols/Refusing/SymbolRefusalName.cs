using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Symbols.Refusing;

/// <summary>The refusals of symbol engines.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum SymbolRefusalName
{
    /// <summary>The bytes do not begin as a picture of a known format does.</summary>
    NotAPicture,

    /// <summary>A picture in a format that is recognised and not read.</summary>
    PictureFormatNotRead,

    /// <summary>More bytes than are taken.</summary>
    PictureTooLarge,

    /// <summary>The header tells of more pixels than are taken.</summary>
    PictureTooManyPixels,

    /// <summary>The header is right and the rest is not.</summary>
    PictureDamaged,

    /// <summary>Decoding and reading took longer than a picture may take.</summary>
    PictureTooSlow,

    /// <summary>Decoding or reading needed more memory than a picture may need.</summary>
    PictureTooDemanding,

    /// <summary>There is nothing to write.</summary>
    PayloadEmpty,

    /// <summary>The payload does not fit into the symbol, or has characters that the symbol cannot carry.</summary>
    PayloadNotWritable,

    /// <summary>The engine broke for a reason that lies in itself; it was replaced.</summary>
    EngineFailed,
}
