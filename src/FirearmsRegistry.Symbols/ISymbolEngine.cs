using FirearmsRegistry.Symbols.Reading;
using FirearmsRegistry.Symbols.Refusing;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Symbols;

/// <summary>Writes and reads machine-readable codes. Safe for concurrent use.</summary>
public interface ISymbolEngine
{
    /// <summary>Encodes a payload.</summary>
    /// <param name="order">What to encode, and as which symbol.</param>
    /// <param name="token">Gives up waiting for a free engine.</param>
    /// <returns>The modules, or <c>payload_empty</c>, <c>payload_not_writable</c> or <c>engine_failed</c>.</returns>
    Task<SymbolResult<ModuleMatrix>> WriteAsync(SymbolOrder order, CancellationToken token);

    /// <summary>Finds every symbol in a picture: PNG, JPEG, GIF (its first image), BMP or WebP.</summary>
    /// <param name="picture">The file's bytes, from whomever.</param>
    /// <param name="token">Gives up waiting for a free engine, and ends the reading.</param>
    /// <returns>
    /// The symbols, none if there is none, or one of the refusals of <see cref="SymbolRefusalName"/> that speak of pictures.
    /// </returns>
    Task<SymbolResult<PictureReading>> ReadAsync(ReadOnlyMemory<byte> picture, CancellationToken token);
}
