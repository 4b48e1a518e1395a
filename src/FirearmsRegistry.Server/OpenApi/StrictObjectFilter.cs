using FirearmsRegistry.Marks.Values;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FirearmsRegistry.Server.OpenApi;

/// <summary>Says of schemas what the reader enforces: three-state values have their three shapes, and objects take no unknown members.</summary>
internal sealed class StrictObjectFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema concrete)
            return;
        if (context.Type.IsGenericType && context.Type.GetGenericTypeDefinition() == typeof(Known<>))
            DescribeKnown(concrete, context);
        else if (concrete.Type == JsonSchemaType.Object && context.Type.Namespace?.StartsWith("FirearmsRegistry", StringComparison.Ordinal) == true)
            concrete.AdditionalPropertiesAllowed = false;
    }

    private static void DescribeKnown(OpenApiSchema schema, SchemaFilterContext context)
    {
        var value = context.SchemaGenerator.GenerateSchema(context.Type.GetGenericArguments()[0], context.SchemaRepository);
        schema.Type = JsonSchemaType.Object;
        schema.AdditionalPropertiesAllowed = false;
        schema.Description = "Known (with its value), none, or unknown: three different facts.";
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["is"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["known", "none", "unknown"] },
            ["value"] = value,
        };
        schema.Required = new HashSet<string> { "is" };
    }
}
