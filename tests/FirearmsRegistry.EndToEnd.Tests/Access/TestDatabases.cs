using FirearmsRegistry.EmbeddedPostgres;

[assembly: AssemblyFixture(typeof(FirearmsRegistry.EndToEnd.Tests.Access.TestDatabases))]

namespace FirearmsRegistry.EndToEnd.Tests.Access;

/// <summary>One PostgreSQL for the run of these tests, with a database for each test that asks.</summary>
public sealed class TestDatabases : IAsyncLifetime
{
    private EmbeddedPostgresServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await EmbeddedPostgresServer.StartForTestsAsync(TestContext.Current.CancellationToken);

    public async Task<string> CreateAsync(CancellationToken cancellation) =>
        await _server.CreateTestDatabaseAsync("access", cancellation) + ";Maximum Pool Size=10";

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
