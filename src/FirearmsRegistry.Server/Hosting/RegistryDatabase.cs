using FirearmsRegistry.EmbeddedPostgres;
using FirearmsRegistry.Registry.Shared.Storage;
using Npgsql;

namespace FirearmsRegistry.Server.Hosting;

/// <summary>
/// The PostgreSQL that this server uses: the configured one, or a private one that lives and ends with it. Exactly one
/// <see cref="NpgsqlDataSource"/> serves events, sign-in and jobs.
/// </summary>
internal sealed class RegistryDatabase : IAsyncDisposable
{
    /// <summary>Apply the schema at the start, as tests do. Outside Production the private server does so by itself; in Production nothing does.</summary>
    public const string SchemaAtStart = "Registry:SchemaAtStart";

    private const string Name = "firearms_registry";

    private readonly EmbeddedPostgresServer? _server;
    private readonly bool _appliesSchema;

    private RegistryDatabase(EmbeddedPostgresServer? server, bool appliesSchema) => (_server, _appliesSchema) = (server, appliesSchema);

    public static async Task<RegistryDatabase> OpenAsync(WebApplicationBuilder builder, ServerCommand command)
    {
        var configured = builder.Configuration.GetConnectionString("Registry");
        if (command.Demo && builder.Configuration["Registry:Country"] is not "ESP")
            throw new ServerStartException("--demo loads what Spain reported: it needs Registry:Country=ESP.");
        if (command.Demo && (configured is not null || builder.Environment.IsProduction()))
        {
            throw new ServerStartException(
                "--demo runs only on its own private database and not in the environment Production. Leave ConnectionStrings:Registry out.");
        }

        EmbeddedPostgresServer? server = null;
        if (configured is null)
        {
            server = await StartPrivateAsync(builder, command);
            await server.CreateDatabaseAsync(Name);
            configured = server.ConnectionString(Name);
        }

        var asked = builder.Configuration[SchemaAtStart] == "apply";
        if (asked && builder.Environment.IsProduction())
            throw new ServerStartException($"{SchemaAtStart}=apply is refused in Production: run `schema apply`.");

        var options = new NpgsqlConnectionStringBuilder(configured) { ApplicationName = "firearms-registry", MaxAutoPrepare = 50 };
        builder.Services.AddSingleton(_ => new NpgsqlDataSourceBuilder(options.ConnectionString).Build());
        return new RegistryDatabase(server, asked || (server is not null && !builder.Environment.IsProduction()));
    }

    /// <summary>True where the schema is up to date, applying it where that is this server's to do.</summary>
    public async Task<bool> PrepareSchemaAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var schema = scope.ServiceProvider.GetRequiredService<RegistrySchema>();
        var stopping = app.Lifetime.ApplicationStopping;
        if (_appliesSchema)
        {
            await schema.ApplyAsync(stopping);
            return true;
        }

        if ((await schema.DiffAsync(stopping)).Length == 0)
            return true;
        await Console.Error.WriteLineAsync(
            "The database schema is not up to date. Look at `schema diff`, then run `schema apply`, and start again.");
        return false;
    }

    /// <summary>Whether the private PostgreSQL died and could not be started again.</summary>
    public bool HasEnded => _server?.Exited.IsFaulted == true;

    /// <summary>Ends the server when its private PostgreSQL has ended for good: without it, nothing can be answered or kept.</summary>
    public void EndWith(WebApplication app)
    {
        if (_server is null)
            return;
        _ = _server.Exited.ContinueWith(
            ended =>
            {
                if (ended.IsFaulted)
                    app.Logger.LogCritical(ended.Exception?.GetBaseException(), "The private PostgreSQL has ended; so does this server.");
                app.Lifetime.StopApplication();
            },
            CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private static async Task<EmbeddedPostgresServer> StartPrivateAsync(WebApplicationBuilder builder, ServerCommand command)
    {
        var directory = builder.Configuration["Registry:DataDirectory"]
                        ?? EmbeddedPostgresPaths.DefaultDataDirectory(command.Demo ? "demo" : "registry");
        try
        {
            return await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = directory });
        }
        catch (EmbeddedPostgresException fault)
        {
            throw new ServerStartException(fault.Message);
        }
    }
}
