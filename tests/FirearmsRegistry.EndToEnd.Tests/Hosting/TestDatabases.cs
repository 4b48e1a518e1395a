using FirearmsRegistry.EmbeddedPostgres;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Shared.Storage;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace FirearmsRegistry.EndToEnd.Tests.Hosting;

/// <summary>One PostgreSQL for the run, and a template with the schema, so that a test class gets its own database in milliseconds.</summary>
public sealed class TestDatabases : IAsyncLifetime
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private EmbeddedPostgresServer? _server;
    private string? _template;

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddedPostgresServer.StartForTestsAsync();
        var connection = await _server.CreateTestDatabaseAsync("template");
        await using (var host = new WebApplicationFactory<Program>().WithWebHostBuilder(web => web
                         .UseSetting("ConnectionStrings:Registry", connection)
                         .UseSetting("Registry:SchemaAtStart", "apply")
                         .UseSetting("Registry:FirstSignInLink", "false")
                         .UseSetting("Registry:Jobs:Workers", "0")))
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RegistrySchema>().DiffAsync(CancellationToken.None);
        }

        _template = new NpgsqlConnectionStringBuilder(connection).Database;
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A new database with the schema; its connection string.</summary>
    public async Task<string> CreateAsync(string prefix)
    {
        var name = $"{prefix}_{Guid.CreateVersion7():n}";
        await _one.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection(_server!.ConnectionString("postgres"));
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"create database \"{name}\" template \"{_template}\"", connection);
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            _one.Release();
        }

        return new NpgsqlConnectionStringBuilder(_server.ConnectionString(name)) { MaxPoolSize = 30 }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        _one.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
