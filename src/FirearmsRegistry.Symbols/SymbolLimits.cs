namespace FirearmsRegistry.Symbols;

/// <summary>What a picture may cost. The defaults are the registry's; tests set smaller ones.</summary>
public sealed record SymbolLimits
{
    /// <summary>The most bytes of a picture's file.</summary>
    public int MostBytes { get; init; } = 15_000_000;

    /// <summary>The most pixels of a picture.</summary>
    public long MostPixels { get; init; } = 40_000_000;

    /// <summary>The longest time from the start of decoding to the last symbol; waiting for a free engine does not count.</summary>
    public TimeSpan LongestTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The most memory of the reader, and again of a decoder, in bytes: a multiple of WebAssembly's page of 65,536.</summary>
    public int MostMemory { get; init; } = 512 * 1024 * 1024;

    /// <summary>The most engines at a time; each runs one picture on one core.</summary>
    public int Engines { get; init; } = Environment.ProcessorCount;
}
