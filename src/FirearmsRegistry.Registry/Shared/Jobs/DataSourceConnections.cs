using Hangfire.PostgreSql;
using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Jobs;

/// <summary>Gives Hangfire connections of the one pool that events and sign-in use.</summary>
internal sealed class DataSourceConnections(NpgsqlDataSource database) : IConnectionFactory
{
    public NpgsqlConnection GetOrCreateConnection() => database.CreateConnection();
}
