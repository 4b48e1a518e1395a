using FirearmsRegistry.Symbols.Engine;

namespace FirearmsRegistry.Symbols;

/// <summary>The reader of symbols for browsers: the same engine as the server's, without its writer.</summary>
public static class BrowserReader
{
    /// <summary>Its files by the path under which its own scripts ask for them, with their media types.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["share.js"] = "text/javascript",
        ["reader/index.js"] = "text/javascript",
        ["reader/zxing_reader.wasm"] = "application/wasm",
    };

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static byte[] Read(string path) => EngineScripts.Bytes($"browser/{path}");
}
