using FirearmsRegistry.Registry.Shared.Writing;
using Marten;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>
/// Lets the writers of one series take turns until their transactions end. A series is written by everybody at once; without turns all but
/// one of the writers would fail at the commit and have to start again.
/// </summary>
internal static class NumberSeriesLock
{
    public static Task TakeAsync(IDocumentSession session, Guid series, CancellationToken token) =>
        AdvisoryLocks.TakeAsync(session, [$"number_series|{series}"], token);
}
