using FirearmsRegistry.Registry.Shared;
using Microsoft.OpenApi;

namespace FirearmsRegistry.Server.OpenApi;

/// <summary>The API's description (OpenAPI 3.1) at <c>/swagger/v1/swagger.json</c> and its pages at <c>/swagger</c>.</summary>
internal static class RegistryOpenApi
{
    private static readonly string[] Documented = ["Registry", "Marks", "Indicators"];

    public static IServiceCollection AddRegistryOpenApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => RegistryJson.ConfigureHttp(options.SerializerOptions));
        services.AddEndpointsApiExplorer();
        return services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "Firearms Registry",
                Version = "v1",
                Description = "Marking, recording and tracing firearms, and SDG indicator 16.4.2 from the case records.",
            });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomSchemaIds(SchemaNames.Of);
            options.AddSecurityDefinition("bearer", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "An access token of the configured issuer.",
            });
            DomainWordSchemas.Map(options);
            options.SchemaFilter<StrictObjectFilter>();
            options.OperationFilter<OperationDetailsFilter>();
            foreach (var assembly in Documented)
            {
                var comments = Path.Combine(AppContext.BaseDirectory, $"FirearmsRegistry.{assembly}.xml");
                if (File.Exists(comments))
                    options.IncludeXmlComments(comments);
            }
        });
    }

    public static WebApplication MapRegistryOpenApi(this WebApplication app)
    {
        app.MapSwagger(setupAction: options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1).AllowAnonymous();
        app.UseSwaggerUI(options => options.DocumentTitle = "Firearms Registry API");
        return app;
    }
}
