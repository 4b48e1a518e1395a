using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Symbols.Reading;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FirearmsRegistry.Server.OpenApi;

/// <summary>Adds to each operation what only its endpoint knows: roles, headers, query members, example, problem types.</summary>
internal sealed class OperationDetailsFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<AccessPolicy>().SingleOrDefault() is { } policy)
            SayWhoMay(operation, policy, context);
        else
            operation.Description = Join(operation.Description, "Roles: none, and no token: what is signed speaks for itself.");
        if (metadata.OfType<WriteOperation>().SingleOrDefault() is { } write)
            AddWriteHeaders(operation, write);
        foreach (var query in metadata.OfType<OperationQuery>())
            AddParameter(operation, query.Name, ParameterLocation.Query, query.Required, query.Description, JsonSchemaType.String);
        AddBoundParts(operation, context);
        if (metadata.OfType<OperationFile>().SingleOrDefault() is { } file)
            operation.RequestBody = FileBody(file);
        DescribeFiles(operation);
        if (metadata.OfType<OperationExample>().SingleOrDefault() is { } example)
            AddExample(operation, example);
        if (metadata.OfType<OperationProblems>().ToList() is { Count: > 0 } problems)
            AddProblems(operation, problems.SelectMany(problem => problem.Names));
    }

    private static void SayWhoMay(OpenApiOperation operation, AccessPolicy policy, OperationFilterContext context)
    {
        var roles = policy.Roles.Select(role => Codes.Of(role)).ToList();
        var human = policy.RecordsFacts ? " A person must stand behind the token." : "";
        operation.Description = Join(operation.Description, $"Roles: {string.Join(", ", roles)} (policy `{policy.Name}`).{human}");
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] },
            .. context.Document?.Components?.SecuritySchemes?.ContainsKey(RegistryOpenApi.SignInScheme) == true
                ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(RegistryOpenApi.SignInScheme, context.Document)] = [IssuerScopes.Registry] }]
                : Array.Empty<OpenApiSecurityRequirement>(),
        ];
    }

    private static void AddWriteHeaders(OpenApiOperation operation, WriteOperation write)
    {
        AddParameter(operation, "Idempotency-Key", ParameterLocation.Header, true,
            "A new random value of 8 to 100 characters for each request; the same one when repeating it.", JsonSchemaType.String);
        if (write.ChangesResource)
            AddParameter(operation, "If-Match", ParameterLocation.Header, true, "The ETag of the record as it was read.", JsonSchemaType.String);
    }

    private static void AddBoundParts(OpenApiOperation operation, OperationFilterContext context)
    {
        var parts = context.MethodInfo.GetParameters().Select(parameter => parameter.ParameterType).ToHashSet();
        if (parts.Contains(typeof(GivenQueryReason)))
        {
            AddParameter(operation, GivenQueryReason.Header, ParameterLocation.Header, true,
                $"""Why: `<code>; case="<reference>"`. Codes: {string.Join(", ", Codes.All<QueryReasonCode>())}.""", JsonSchemaType.String);
        }

        if (parts.Contains(typeof(ArmNaming)))
        {
            AddParameter(operation, GivenQueryReason.Header, ParameterLocation.Header, false,
                $"""Why, where the arms are to be named: `<code>; case="<reference>"`. Codes: {string.Join(", ", Codes.All<QueryReasonCode>())}.""",
                JsonSchemaType.String);
        }

        if (parts.Contains(typeof(AsKnownAt)))
            AddParameter(operation, "asKnownAt", ParameterLocation.Query, false, "Recording time, at least 30 s in the past.", JsonSchemaType.String);
        if (parts.Contains(typeof(PageRequest)))
        {
            AddParameter(operation, "limit", ParameterLocation.Query, false, $"1 to {PageRequest.Most}; 50 unless given.", JsonSchemaType.Integer);
            AddParameter(operation, "after", ParameterLocation.Query, false, "The `next` of the page before.", JsonSchemaType.String);
        }

        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.Description is null))
        {
            if (parameter is { In: ParameterLocation.Path, Schema: OpenApiSchema { Format: "uuid" } })
                parameter.Description = "The record's id (UUID).";
        }
    }

    private static void AddParameter(
        OpenApiOperation operation, string name, ParameterLocation place, bool required, string description, JsonSchemaType type)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = place,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = type },
        });
    }

    private static void AddExample(OpenApiOperation operation, OperationExample example)
    {
        if (operation.RequestBody?.Content is { } content && content.TryGetValue("application/json", out var media)
            && media is OpenApiMediaType concrete)
        {
            concrete.Example = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(example.Body, example.Body.GetType(), RegistryJson.Options));
        }
    }

    private static OpenApiRequestBody FileBody(OperationFile file) => new()
    {
        Required = true,
        Description = file.Description,
        Content = file.MediaTypes.ToDictionary(type => type, _ => (IOpenApiMediaType)new OpenApiMediaType { Schema = FileSchema() }),
    };

    /// <summary>An answer that is no JSON is a file, whatever the endpoint's JSON is.</summary>
    private static void DescribeFiles(OpenApiOperation operation)
    {
        foreach (var content in (operation.Responses ?? []).Values.Select(response => response.Content).OfType<IDictionary<string, IOpenApiMediaType>>())
        {
            foreach (var media in content.Where(media => !media.Key.EndsWith("json", StringComparison.Ordinal)).Select(media => media.Value))
            {
                if (media is OpenApiMediaType file)
                    file.Schema = FileSchema();
            }
        }
    }

    private static OpenApiSchema FileSchema() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static void AddProblems(OpenApiOperation operation, IEnumerable<string> names)
    {
        var list = string.Join(", ", names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => $"`{ProblemDocuments.TypePrefix}{name}`"));
        operation.Description = Join(operation.Description, $"Problem types of its own: {list}.");
    }

    private static string Join(string? before, string more) => string.IsNullOrEmpty(before) ? more : $"{before}\n\n{more}";
}
