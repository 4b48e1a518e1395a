using FirearmsRegistry.Registry.Shared.Writing;
using Marten;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>
/// Lets those who change catalogues take turns: whether an entry is right depends on all the others, which another change could just be
/// changing. Changes are few and short.
/// </summary>
internal static class CatalogueLock
{
    public static Task TakeAsync(IDocumentSession session, CancellationToken token) => AdvisoryLocks.TakeAsync(session, ["catalogues"], token);
}
