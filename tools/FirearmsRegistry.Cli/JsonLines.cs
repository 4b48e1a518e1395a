using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace FirearmsRegistry.Cli;

/// <summary>Writes one JSON object a line, for people and for programs that read the output of this one.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static void WriteJsonLine<T>(this TextWriter output, T line) => output.WriteLine(JsonSerializer.Serialize(line, Options));
}
