using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using FirearmsRegistry.Registry.Shared;
using Microsoft.OpenApi;

namespace FirearmsRegistry.Server.OpenApi;

/// <summary>The API's description (OpenAPI 3.1) at <c>/swagger/v1/swagger.json</c> and its pages at <c>/swagger</c>.</summary>
internal static class RegistryOpenApi
{
    /// <summary>The name of the security scheme with which the pages sign a person in.</summary>
    public const string SignInScheme = "sign_in";

    private static readonly string[] Documented = ["Registry", "Marks", "Indicators", "Symbols"];

    public static IServiceCollection AddRegistryOpenApi(this IServiceCollection services, IConfiguration configuration)
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
            if (SignIn(configuration) is { } signIn)
                options.AddSecurityDefinition(SignInScheme, signIn);
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
        return app;
    }

    /// <summary>
    /// The pages, which are no endpoint that could be opened to everybody: they stand before the sign-in, which would turn away whoever
    /// wants to sign in by them.
    /// </summary>
    public static WebApplication UseRegistryOpenApiPages(this WebApplication app)
    {
        var access = app.Services.GetRequiredService<AccessSettings>();
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "Firearms Registry API";
            if (access.Authority is not null)
                return;
            options.OAuthClientId(RegisteredClients.Swagger);
            options.OAuthScopes(IssuerScopes.Registry);
            options.OAuthUsePkce();
            options.OAuth2RedirectUrl(RegisteredClients.SwaggerRedirect(access).AbsoluteUri);
        });
        return app;
    }

    /// <summary>How the pages sign a person in with the embedded issuer; null with an outside one, which does not know them.</summary>
    private static OpenApiSecurityScheme? SignIn(IConfiguration configuration)
    {
        var access = AccessSettings.From(configuration);
        return access.Authority is not null ? null : new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "Sign in with the embedded issuer (authorization code with proof key).",
            Flows = new OpenApiOAuthFlows
            {
                AuthorizationCode = new OpenApiOAuthFlow
                {
                    AuthorizationUrl = new Uri(access.Issuer, "connect/authorize"),
                    TokenUrl = new Uri(access.Issuer, "connect/token"),
                    Scopes = new Dictionary<string, string> { [IssuerScopes.Registry] = "Use of the API, as far as the person's roles go." },
                },
            },
        };
    }
}
