using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared.Requests;

namespace FirearmsRegistry.Registry.Shared;

/// <summary>
/// The one way JSON is written and read, over HTTP and in events: camelCase members, snake_case codes, and nothing unknown, missing,
/// doubled or of another kind accepted.
/// </summary>
public static class RegistryJson
{
    /// <summary>The options for HTTP.</summary>
    public static JsonSerializerOptions Options { get; } = Strict();

    /// <summary>Applies the rules that HTTP and stored events share.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        // Converters here win over those on the types; first in the list, because Marten brings one that writes enums in Pascal case.
        // An outcome line is written as the questionnaire's number.
        options.Converters.Insert(0, new RecordIdConverter());
        options.Converters.Insert(0, new SnakeCaseEnumConverter());
        options.Converters.Insert(0, new OutcomeLineJsonConverter());
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        // Marks in any script stay readable in the database and on the wire; HTML-sensitive characters are still escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }

    private static JsonSerializerOptions Strict()
    {
        var options = new JsonSerializerOptions();
        ConfigureHttp(options);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Adds what holds for bodies of requests only.</summary>
    public static void ConfigureHttp(JsonSerializerOptions options)
    {
        Configure(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;
        options.TypeInfoResolver ??= new DefaultJsonTypeInfoResolver();
    }
}
