namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>
/// Gives the resource that a write is answered with: after the write, where <see cref="Writing.RegistryWriter.Stored"/> spares the
/// reading, and again when the same request is repeated (the body itself is never kept).
/// </summary>
/// <typeparam name="TView">The representation, as its GET shows it.</typeparam>
internal interface IResourceAnswer<TView>
    where TView : class
{
    Task<TView?> ReadAsync(Guid id, string location, CancellationToken token);
}
