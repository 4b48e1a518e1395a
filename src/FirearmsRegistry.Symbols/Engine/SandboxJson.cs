using System.Text.Json;
using System.Text.Json.Serialization;

namespace FirearmsRegistry.Symbols.Engine;

/// <summary>What goes into the sandbox and comes out of it, as JSON that is made at build time: reflection would be a quarter of an engine's start.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReadingEffort))]
[JsonSerializable(typeof(WritingRequest))]
[JsonSerializable(typeof(FoundSymbol[]))]
[JsonSerializable(typeof(WrittenSymbol))]
internal sealed partial class SandboxJson : JsonSerializerContext;

/// <summary>What the engine's writer is asked for; the names are the engine's own.</summary>
internal sealed record WritingRequest(string Format, string Options)
{
    public int Scale => 1;

    public int Rotate => 0;

    public bool Invert => false;

    [JsonPropertyName("addHRT")]
    public bool AddHumanReadableText => false;

    public bool AddQuietZones => false;
}

/// <summary>A symbol as the engine's reader tells it.</summary>
internal sealed record FoundSymbol(string Format, string Text, int[] Bytes, string Identifier, int[][] Corners, bool Inverted, bool Mirrored);

/// <summary>A symbol as the engine's writer tells it, or why there is none.</summary>
internal sealed record WrittenSymbol(int Width, int Height, int[]? Pixels, string? Error);
