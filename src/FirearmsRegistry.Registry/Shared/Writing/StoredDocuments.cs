using Marten;
using Marten.Services;

namespace FirearmsRegistry.Registry.Shared.Writing;

/// <summary>The read models as a session's commits left them, so that a write can be answered without reading them back.</summary>
internal sealed class StoredDocuments : DocumentSessionListenerBase
{
    private readonly List<object> _documents = [];

    /// <summary>The document in question as it was stored last; null where no commit of the session touched it.</summary>
    public T? Last<T>(Func<T, bool> isInQuestion)
        where T : class => _documents.OfType<T>().LastOrDefault(isInQuestion);

    /// <inheritdoc />
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(commit);
        _documents.AddRange(commit.Inserted.Concat(commit.Updated));
        return Task.CompletedTask;
    }
}
