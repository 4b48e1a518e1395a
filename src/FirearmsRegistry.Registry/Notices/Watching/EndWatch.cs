using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Notices.Watching;

/// <summary>End a watch before its last day.</summary>
/// <param name="WatchId">The watch.</param>
/// <param name="Reason">Why.</param>
public sealed record EndWatch(Guid WatchId, Note Reason)
{
    internal const string Over = "watch-over";

    /// <summary>Decides; a watch is known to the person who keeps it alone.</summary>
    /// <param name="watch">The watch.</param>
    /// <param name="command">The command.</param>
    /// <param name="subject">Who acts.</param>
    /// <param name="now">The present moment.</param>
    public static Result<FirearmWatchEnded> Decide(FirearmWatch watch, EndWatch command, string subject, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(command);
        if (watch.WatchedBy != subject)
            return Refusal.NotFound(WatchPaths.What, command.WatchId);
        return watch.IsInForce(now)
            ? new FirearmWatchEnded(command.Reason)
            : new Refusal(Over, RefusalKind.Conflict, "The watch is over already.");
    }
}

/// <summary>Carries out <see cref="EndWatch"/>.</summary>
public sealed class EndWatchHandler(RegistryWriter writer)
{
    /// <summary>Ends the watch.</summary>
    public Task<Result<Written>> HandleAsync(EndWatch command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return writer.UpdateAsync<FirearmWatch>(
            WatchPaths.What, command.WatchId, _ => WatchPaths.Of(command.WatchId),
            watch => EndWatch.Decide(watch, command, context.Actor.Subject, context.Now).Bind(ended => Result.Of<IReadOnlyList<object>>([ended])),
            context, created: false, token);
    }
}
