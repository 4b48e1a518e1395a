using FirearmsRegistry.Registry.Shared.Refusing;
using JasperFx;
using JasperFx.Events;
using Marten;

namespace FirearmsRegistry.Registry.Shared.Writing;

/// <summary>
/// The one way commands reach the events: it fetches with the version the caller saw, has the pure decision made, and commits events,
/// read models and the idempotency key in one transaction, with the human's name in every event's metadata.
/// </summary>
public sealed class RegistryWriter(IDocumentSession session)
{
    private readonly StoredDocuments _stored = new();

    /// <summary>The unit of work, for commands that touch several streams or tables; finish with <see cref="CommitAsync"/>.</summary>
    public IDocumentSession Session { get; } = session;

    /// <summary>
    /// A read model as this request's commit stored it: what a reader would find now, without a round trip. Null where the request
    /// wrote nothing, as in a repeat.
    /// </summary>
    internal T? Stored<T>(Func<T, bool> isInQuestion)
        where T : class => _stored.Last(isInQuestion);

    /// <summary>Starts a stream with the events of a creation.</summary>
    /// <param name="id">The new record's id.</param>
    /// <param name="location">The path of the new resource.</param>
    /// <param name="events">What happened, in order.</param>
    /// <param name="context">Who, when, and the idempotency key.</param>
    /// <param name="token">Cancels before the commit.</param>
    public Task<Result<Written>> CreateAsync<T>(
        Guid id, string location, IReadOnlyList<object> events, CommandContext context, CancellationToken token)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(events);
        Session.Events.StartStream<T>(id, events);
        return CommitAsync(new Written(true, location, id, events.Count), context, token);
    }

    /// <summary>Fetches a record, has the change decided, and appends what was decided.</summary>
    /// <param name="what">The record's kind in words, for the refusal where it does not exist.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="location">The path to answer with, from the decided events.</param>
    /// <param name="decide">The pure decision.</param>
    /// <param name="context">Who, when, the version seen, and the idempotency key.</param>
    /// <param name="created">Whether the change adds a part with a path of its own (201).</param>
    /// <param name="token">Cancels before the commit.</param>
    public async Task<Result<Written>> UpdateAsync<T>(
        string what, Guid id, Func<IReadOnlyList<object>, string> location, Func<T, Result<IReadOnlyList<object>>> decide,
        CommandContext context, bool created, CancellationToken token)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(decide);
        var fetched = await FetchAsync<T>(what, id, context, token);
        if (fetched.Refused(out var refusal, out var stream))
            return refusal;
        if (decide(stream.Aggregate!).Refused(out refusal, out var events))
            return refusal;
        // Appending moves the stream's current version on, so the new version is reckoned from the one that was fetched.
        var version = (stream.StartingVersion ?? 0) + events.Count;
        stream.AppendMany(events);
        return await CommitAsync(new Written(created, location(events), id, version), context, token);
    }

    /// <summary>Fetches a record for a command, refusing a missing one and one that has moved on.</summary>
    public async Task<Result<IEventStream<T>>> FetchAsync<T>(
        string what, Guid id, CommandContext context, CancellationToken token)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(context);
        var stream = await Session.Events.FetchForWriting<T>(id, token);
        if (stream.Aggregate is null)
            return Refusal.NotFound(what, id);
        if (context.ExpectedVersion is { } expected && expected != stream.CurrentVersion)
            return Refusal.Stale(stream.CurrentVersion);
        return Result.Of(stream);
    }

    /// <summary>
    /// Commits what bulk work queued in <see cref="Session"/>: many records that nobody else can be changing, so that a conflict is a
    /// fault and not a refusal.
    /// </summary>
    public Task CommitManyAsync(CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(context);
        SignEvents(context);
        return Session.SaveChangesAsync(token);
    }

    /// <summary>Commits everything queued in <see cref="Session"/> with the metadata of the command.</summary>
    public async Task<Result<Written>> CommitAsync(Written written, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(context);
        SignEvents(context);
        if (context.Idempotency is { } claim)
            IdempotencyRecords.Queue(Session, claim, written, context.Now);
        try
        {
            Session.Listeners.Add(_stored);
            await Session.SaveChangesAsync(token);
            return written;
        }
        catch (Exception fault) when (fault is JasperFx.Events.ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException)
        {
            return WritingErrors.IdTaken(written.Id);
        }
        catch (ConcurrencyException)
        {
            var state = await Session.Events.FetchStreamStateAsync(written.Id, token);
            return Refusal.Stale(state?.Version);
        }
        catch (Exception fault) when (IdempotencyRecords.IsRepeat(fault))
        {
            throw new IdempotentRepeatException(fault);
        }
        catch (Exception fault) when (UniqueViolations.IsTakenId(fault))
        {
            return WritingErrors.PartIdTaken;
        }
    }

    private void SignEvents(CommandContext context)
    {
        Session.LastModifiedBy = context.Actor.Subject;
        Session.CorrelationId = context.CorrelationId;
        Session.CausationId = context.CausationId;
    }
}
