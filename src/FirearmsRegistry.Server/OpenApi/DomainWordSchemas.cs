using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FirearmsRegistry.Server.OpenApi;

/// <summary>Domain words are strings on the wire, whatever they are in code.</summary>
internal static class DomainWordSchemas
{
    public static void Map(SwaggerGenOptions options)
    {
        foreach (var assembly in new[] { typeof(MarkText).Assembly, typeof(RegistryModules).Assembly })
        {
            foreach (var word in assembly.GetTypes().Where(IsWord))
            {
                options.MapType(word, () => new OpenApiSchema { Type = JsonSchemaType.String });
                options.MapType(typeof(Nullable<>).MakeGenericType(word), () => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null });
            }
        }

        options.MapType<OutcomeLine>(() => new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. OutcomeLines.All.Select(line => System.Text.Json.Nodes.JsonValue.Create(line.Code()))],
        });
    }

    private static bool IsWord(Type type) =>
        type is { IsValueType: true, IsGenericTypeDefinition: false } && type.GetInterfaces().Any(implemented =>
            implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IParsableWord<>));
}
