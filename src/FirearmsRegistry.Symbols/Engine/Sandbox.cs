using System.Text;
using System.Text.Json;
using FirearmsRegistry.Symbols.Pictures;
using FirearmsRegistry.Symbols.Reading;
using FirearmsRegistry.Symbols.Refusing;
using FirearmsRegistry.Symbols.Writing;
using Microsoft.ClearScript;
using Microsoft.ClearScript.JavaScript;
using Microsoft.ClearScript.V8;

namespace FirearmsRegistry.Symbols.Engine;

/// <summary>
/// One V8 isolate with the symbol engine and the picture decoders, all of it WebAssembly without any call out of it. For one caller at a time.
/// </summary>
internal sealed class Sandbox : IDisposable
{
    // WebAssembly memory never shrinks, so that an engine which has seen a huge picture is not kept.
    private const int WornMemory = 48 * 1024 * 1024;
    private const int ScriptHeapMebibytes = 128;
    private const ulong ArrayBytes = 256 * 1024 * 1024;

    // The engine's numbers of the rectangular Data Matrix, from 8 × 18 to 16 × 48 modules.
    private static readonly int[] Rectangles = [25, 26, 27, 28, 29, 30];

    private static readonly TimeSpan LongestRelease = TimeSpan.FromSeconds(5);

    private readonly V8ScriptEngine _engine;
    private readonly ScriptObject _sandbox;
    private readonly int _mostMemory;
    private readonly HashSet<PictureFormat> _decoders = [];

    // Decided before the first isolate, for the whole process: V8 has no threads of its own here, and collects no code.
    static Sandbox()
    {
        V8Settings.GlobalFlags |= V8GlobalFlags.DisableBackgroundWork;
        CodeCollection.SwitchOff();
    }

    private Sandbox(V8ScriptEngine engine, ScriptObject sandbox, int mostMemory) => (_engine, _sandbox, _mostMemory) = (engine, sandbox, mostMemory);

    /// <summary>Whether it holds more memory than an idle engine should.</summary>
    public bool IsWorn => Convert.ToInt64(_sandbox.InvokeMethod("memory"), null) > WornMemory;

    public static Sandbox Start(SymbolLimits limits)
    {
        var engine = new V8ScriptEngine(
            new V8RuntimeConstraints { MaxOldSpaceSize = ScriptHeapMebibytes, MaxArrayBufferAllocation = ArrayBytes },
            V8ScriptEngineFlags.None);
        try
        {
            foreach (var script in (ReadOnlySpan<string>)["stand-ins.js", "zxing.js", "sandbox.js"])
                engine.Execute(new DocumentInfo(script), EngineScripts.Text(script));
            var started = new Sandbox(engine, (ScriptObject)engine.Global["sandbox"], limits.MostMemory);
            using (var module = started.Array(EngineScripts.Bytes("zxing.wasm")))
                started._sandbox.InvokeMethod("startZXing", module, limits.MostMemory);
            return started._sandbox.InvokeMethod("started") is true
                ? started
                : throw new InvalidOperationException("The symbol engine did not start.");
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>Decodes a picture whose header was checked.</summary>
    public SymbolResult<GreyPicture> Decode(PictureHeader header, byte[] file)
    {
        StartDecoder(header.Format);
        var place = _sandbox.InvokeMethod("place", Name(header.Format), file.Length);
        try
        {
            if (place is not ITypedArray<byte> bytes)
                return Undecoded(place);
            using (bytes)
                bytes.WriteBytes(file, 0, (ulong)file.Length, 0);
            var decoded = _sandbox.InvokeMethod("decode", header.Width, header.Height);
            if (decoded is not ITypedArray<byte> pixels)
                return Undecoded(decoded);
            using (pixels)
                return new GreyPicture(pixels.ToArray(), header.Width, header.Height);
        }
        finally
        {
            _sandbox.InvokeMethod("finish");
        }
    }

    /// <summary>Finds the symbols.</summary>
    public IReadOnlyList<ReadSymbol> Read(GreyPicture picture, ReadingEffort effort)
    {
        using (var place = (ITypedArray<byte>)_sandbox.InvokeMethod("reserve", picture.Bytes.Length))
            place.WriteBytes(picture.Bytes, 0, (ulong)picture.Bytes.Length, 0);
        var found = (string)_sandbox.InvokeMethod("read", picture.Width, picture.Height, JsonSerializer.Serialize(effort, SandboxJson.Default.ReadingEffort));
        return found == "[]" ? [] : [.. JsonSerializer.Deserialize(found, SandboxJson.Default.FoundSymbolArray)!.Select(Read).OfType<ReadSymbol>()];
    }

    /// <summary>Encodes; the error is the engine's own sentence.</summary>
    public (ModuleMatrix? Matrix, string? Error) Write(SymbolOrder order)
    {
        if (order is not { Format: SymbolFormat.DataMatrix, Shape: SymbolShape.Rectangular })
            return Write(order, order.Format == SymbolFormat.DataMatrix ? "forceSquare" : "");
        // Left to itself, the engine takes the smallest of all sizes, square or not.
        foreach (var version in Rectangles)
        {
            if (Write(order, $"version={version}") is { Matrix: not null } written)
                return written;
        }

        return Write(order, "");
    }

    private (ModuleMatrix? Matrix, string? Error) Write(SymbolOrder order, string options)
    {
        var request = JsonSerializer.Serialize(
            new WritingRequest(SymbolFormats.WriterName(order.Format)!, options), SandboxJson.Default.WritingRequest);
        var written = JsonSerializer.Deserialize(Encoded(order.Payload.Span, request), SandboxJson.Default.WrittenSymbol)!;
        return written.Error is null
            ? (Matrix(order.Format, written), null)
            : (null, written.Error);
    }

    /// <summary>Ends what it is doing, from another thread. It is of no use afterwards.</summary>
    public void Interrupt() => _engine.Interrupt();

    /// <remarks>
    /// Whoever disposes of an engine does not wait for ever, whatever V8 does.
    /// </remarks>
    public void Dispose()
    {
        var releasing = new Thread(Release) { IsBackground = true, Name = "Symbol engine release" };
        releasing.Start();
        releasing.Join(LongestRelease);
    }

    private void Release()
    {
        _sandbox.Dispose();
        _engine.Dispose();
    }

    private static string Name(PictureFormat format) => format.ToString().ToLowerInvariant();

    private static ModuleMatrix Matrix(SymbolFormat format, WrittenSymbol written) => new(
        format,
        written.Width,
        // The engine gives bars a height of its own.
        format == SymbolFormat.Code_128 ? 1 : written.Height,
        (column, row) => written.Pixels![(row * written.Width) + column] == 0);

    /// <summary>ASCII goes in as text, which is packed more densely than bytes are.</summary>
    private string Encoded(ReadOnlySpan<byte> payload, string request)
    {
        if (Ascii.IsValid(payload))
            return (string)_sandbox.InvokeMethod("writeText", Encoding.ASCII.GetString(payload), request);
        using var bytes = Array(payload.ToArray());
        return (string)_sandbox.InvokeMethod("writeBytes", bytes, request);
    }

    private void StartDecoder(PictureFormat format)
    {
        if (!_decoders.Add(format))
            return;
        using var module = Array(EngineScripts.Bytes($"{Name(format)}.wasm"));
        _sandbox.InvokeMethod("startDecoder", Name(format), module, _mostMemory);
    }

    private static SymbolRefusal Undecoded(object why) => why is "memory"
        ? new SymbolRefusal(SymbolRefusalName.PictureTooDemanding, "Decoding the picture needs more memory than a picture may need.")
        : new SymbolRefusal(SymbolRefusalName.PictureDamaged, "The picture is cut off, damaged, or packed in a way that is not read, such as CMYK.");

    private static ReadSymbol? Read(FoundSymbol found) => SymbolFormats.OfEngine(found.Format) is { } format
        ? new ReadSymbol(format, found.Text, System.Array.ConvertAll(found.Bytes, value => (byte)value), found.Identifier,
            new SymbolPosition(At(found, 0), At(found, 1), At(found, 2), At(found, 3)), found.Inverted, found.Mirrored)
        : null;

    private static PixelPoint At(FoundSymbol found, int corner) => new(found.Corners[corner][0], found.Corners[corner][1]);

    private ITypedArray<byte> Array(byte[] bytes)
    {
        var array = (ITypedArray<byte>)_sandbox.InvokeMethod("bytes", bytes.Length);
        array.WriteBytes(bytes, 0, (ulong)bytes.Length, 0);
        return array;
    }
}
