using FirearmsRegistry.Symbols.Pictures;
using FirearmsRegistry.Symbols.Preparing;
using FirearmsRegistry.Symbols.Reading;
using FirearmsRegistry.Symbols.Refusing;
using FirearmsRegistry.Symbols.Writing;
using Microsoft.ClearScript;

namespace FirearmsRegistry.Symbols.Engine;

/// <summary>ZXing-C++ as WebAssembly in V8: a stranger's picture is decoded and read inside a sandbox with bounded memory and time.</summary>
/// <param name="limits">What a picture may cost.</param>
/// <param name="time">Measures it.</param>
public sealed class ZXingSymbolEngine(SymbolLimits limits, TimeProvider time) : ISymbolEngine, IDisposable
{
    private readonly EnginePool _pool = new(limits, time);

    /// <summary>With the registry's limits.</summary>
    public ZXingSymbolEngine()
        : this(new SymbolLimits(), TimeProvider.System)
    {
    }

    /// <summary>How many engines were started so far, those that replaced a broken one among them.</summary>
    public int EnginesStarted => _pool.Started;

    /// <inheritdoc/>
    public async Task<SymbolResult<ModuleMatrix>> WriteAsync(SymbolOrder order, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (SymbolFormats.WriterName(order.Format) is null)
            throw new ArgumentOutOfRangeException(nameof(order), order.Format, "This kind of symbol is read only.");
        if (order.Payload.IsEmpty)
            return new SymbolRefusal(SymbolRefusalName.PayloadEmpty, "There is nothing to write.");
        try
        {
            var (matrix, error) = await _pool.UseAsync(sandbox => sandbox.Write(order), token);
            return matrix is not null
                ? matrix
                : new SymbolRefusal(SymbolRefusalName.PayloadNotWritable, $"The payload of {order.Payload.Length} bytes cannot be written so: {error}");
        }
        catch (Exception e) when (e is TimeoutException or ScriptEngineException)
        {
            return new SymbolRefusal(SymbolRefusalName.EngineFailed, "The symbol engine failed and was replaced.");
        }
    }

    /// <inheritdoc/>
    public async Task<SymbolResult<PictureReading>> ReadAsync(ReadOnlyMemory<byte> picture, CancellationToken token)
    {
        if (!PictureHeader.Of(picture.Span, limits).TryGet(out var header, out var refusal))
            return refusal;
        try
        {
            return await _pool.UseAsync(sandbox => Read(sandbox, header, picture, token), token);
        }
        catch (TimeoutException)
        {
            return new SymbolRefusal(SymbolRefusalName.PictureTooSlow, $"Reading the picture took longer than {limits.LongestTime.TotalSeconds:0.#} seconds.");
        }
        catch (ScriptEngineException)
        {
            return new SymbolRefusal(SymbolRefusalName.EngineFailed, "The symbol engine failed at this picture and was replaced.");
        }
    }

    /// <summary>Ends the engines; no reading may be under way.</summary>
    public void Dispose() => _pool.Dispose();

    private SymbolResult<PictureReading> Read(Sandbox sandbox, PictureHeader header, ReadOnlyMemory<byte> file, CancellationToken token)
    {
        var began = time.GetTimestamp();
        if (!sandbox.Decode(header, file.ToArray()).TryGet(out var picture, out var refusal))
            return refusal;
        return new PreparationLadder(picture, Look, () => time.GetElapsedTime(began) < limits.LongestTime / 2).Climb();

        IReadOnlyList<ReadSymbol> Look(GreyPicture prepared, ReadingEffort effort)
        {
            token.ThrowIfCancellationRequested();
            return sandbox.Read(prepared, effort);
        }
    }
}
