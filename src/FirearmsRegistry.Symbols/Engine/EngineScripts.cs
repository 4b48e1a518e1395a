namespace FirearmsRegistry.Symbols.Engine;

/// <summary>The scripts and WebAssembly modules inside this library.</summary>
internal static class EngineScripts
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string name) =>
        typeof(EngineScripts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the library.");
}
