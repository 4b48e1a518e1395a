using FirearmsRegistry.Registry.Shared.Requests;
using Marten;

namespace FirearmsRegistry.Registry.Stations;

/// <summary>Answers writes with the station as it stands.</summary>
internal sealed class StationAnswer(IQuerySession session) : IResourceAnswer<Station>
{
    public Task<Station?> ReadAsync(Guid id, string location, CancellationToken token) => session.LoadAsync<Station>(id, token);
}
