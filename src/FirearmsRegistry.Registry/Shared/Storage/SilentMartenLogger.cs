using Marten;
using Marten.Services;
using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Storage;

/// <summary>
/// Keeps statements out of the log: Marten's own logger writes every failed one with the values of its parameters, which are personal
/// data where parties are concerned, and fails by design when two writers race. The exception itself reaches the caller and the log.
/// </summary>
internal sealed class SilentMartenLogger : IMartenLogger, IMartenSessionLogger
{
    public IMartenSessionLogger StartSession(IQuerySession session) => this;

    public void SchemaChange(string sql)
    {
    }

    public void LogSuccess(NpgsqlCommand command)
    {
    }

    public void LogFailure(NpgsqlCommand command, Exception ex)
    {
    }

    public void LogSuccess(NpgsqlBatch batch)
    {
    }

    public void LogFailure(NpgsqlBatch batch, Exception ex)
    {
    }

    public void LogFailure(Exception ex, string message)
    {
    }

    public void RecordSavedChanges(IDocumentSession session, IChangeSet commit)
    {
    }

    public void OnBeforeExecute(NpgsqlCommand command)
    {
    }

    public void OnBeforeExecute(NpgsqlBatch batch)
    {
    }
}
