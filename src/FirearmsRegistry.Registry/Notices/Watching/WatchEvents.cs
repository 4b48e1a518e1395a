using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Notices.Watching;

/// <summary>A person began to watch an arm; he is told of what happens to it.</summary>
/// <param name="FirearmId">The arm.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day, UTC.</param>
public sealed record FirearmWatchStarted(Guid FirearmId, Note Reason, DateOnly Until);

/// <summary>He ended the watch before its last day.</summary>
/// <param name="Reason">Why.</param>
public sealed record FirearmWatchEnded(Note Reason);
