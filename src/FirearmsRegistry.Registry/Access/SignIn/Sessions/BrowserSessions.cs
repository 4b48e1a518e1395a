using FirearmsRegistry.Registry.Access.SignIn.Standing;
using Microsoft.EntityFrameworkCore;

namespace FirearmsRegistry.Registry.Access.SignIn.Sessions;

/// <summary>The browsers in which people are signed in, so that each can be seen and ended by its person.</summary>
internal sealed class BrowserSessions(IdentityContext context, AccountStandings standings, TimeProvider time)
{
    /// <summary>How long a cookie lasts without being used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>How old a sign-in may be that adds a way to sign in: whoever finds a screen unlocked must not make himself a key.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Begins a session and forgets those that ended long ago.</summary>
    public async Task<Guid> BeginAsync(Guid userId, string program, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var old = now - Kept;
        await context.BrowserSessions.Where(session => session.UserId == userId && session.LastSeenAt < old).ExecuteDeleteAsync(cancellation);
        var begun = new BrowserSessionRow { Id = Guid.CreateVersion7(now), UserId = userId, SignedInAt = now, LastSeenAt = now, Program = program };
        context.BrowserSessions.Add(begun);
        await context.SaveChangesAsync(cancellation);
        standings.Forget(userId);
        return begun.Id;
    }

    /// <summary>Notes that the browser was heard of; false where the session has ended.</summary>
    public async Task<bool> SeeAsync(Guid id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var seen = await context.BrowserSessions.Where(session => session.Id == id && session.EndedAt == null)
            .Select(session => (DateTimeOffset?)session.LastSeenAt).SingleOrDefaultAsync(cancellation);
        if (seen < now - SeenWithin)
            await context.BrowserSessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), cancellation);
        return seen is not null;
    }

    /// <summary>A person's sessions whose cookies may still be in use, the newest first.</summary>
    public Task<List<BrowserSessionRow>> OfAsync(Guid userId, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Lifetime;
        return context.BrowserSessions.AsNoTracking().Where(session => session.UserId == userId && session.EndedAt == null && session.LastSeenAt > since)
            .OrderByDescending(session => session.SignedInAt).ToListAsync(cancellation);
    }

    /// <summary>Whether the person signed in to this session so lately that he is sure to be the one before the screen.</summary>
    public async Task<bool> IsFreshAsync(Guid? id, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Fresh;
        return await context.BrowserSessions.AnyAsync(session => session.Id == id && session.EndedAt == null && session.SignedInAt > since, cancellation);
    }

    /// <summary>Ends one session of the person.</summary>
    public Task EndAsync(Guid userId, Guid id, CancellationToken cancellation) => EndAsync(userId, session => session.Id == id, cancellation);

    /// <summary>Ends every session of the person but the one named.</summary>
    public Task EndOthersAsync(Guid userId, Guid? but, CancellationToken cancellation) => EndAsync(userId, session => session.Id != but, cancellation);

    private async Task EndAsync(
        Guid userId, System.Linq.Expressions.Expression<Func<BrowserSessionRow, bool>> which, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await context.BrowserSessions.Where(session => session.UserId == userId && session.EndedAt == null).Where(which)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now), cancellation);
        standings.Forget(userId);
    }
}
