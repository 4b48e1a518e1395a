using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Notices.Watching;

/// <summary><c>/watched-arms</c>: to watch an arm, to end that, to see one's own watches.</summary>
internal static class WatchEndpoints
{
    /// <summary>The body of a new watch.</summary>
    /// <param name="FirearmId">The arm.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Until">The last day, UTC.</param>
    /// <param name="Id">The watch's id; given by the registry where left out.</param>
    public sealed record WatchBody(Guid FirearmId, Note Reason, DateOnly Until, Guid? Id = null);

    /// <summary>The body of an ending.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record EndingBody(Note Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapCreation<WatchAnswer, FirearmWatch>("/watched-arms", WatchAsync)
            .Named("watchFirearm", "Watch an arm: its searches, traces, seizures, transfers and changes come to the inbox")
            .Requires(AccessPolicy.WatchArms)
            .Example(new WatchBody(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), Words("Joint investigation 12."), new DateOnly(2027, 1, 31)))
            .Refuses(WatchFirearm.WrongPeriod, WatchFirearm.NoFirearm, "id-taken");
        routes.MapChange<WatchAnswer, FirearmWatch>("/watched-arms/{id:guid}/endings", EndAsync)
            .Named("endWatch", "End one's own watch before its last day")
            .Requires(AccessPolicy.WatchArms)
            .Example(new EndingBody(Words("The investigation is closed.")))
            .Refuses(EndWatch.Over);
        routes.MapRead<Page<FirearmWatch>>("/watched-arms", ListAsync)
            .Named("listWatches", "The caller's own watches, the newest first; to auditors everybody's")
            .Requires(AccessPolicy.ReadWatches);
        routes.MapRead<FirearmWatch>("/watched-arms/{id:guid}", OneAsync)
            .Named("getWatch", "One of the caller's own watches; to auditors anybody's")
            .Requires(AccessPolicy.ReadWatches);
    }

    private static Task<Result<Written>> WatchAsync(Body<WatchBody> body, WriteCall call, WatchFirearmHandler handler, CancellationToken token)
    {
        var watch = body.Value;
        return handler.HandleAsync(
            new WatchFirearm(watch.Id ?? Guid.CreateVersion7(call.Context.Now), watch.FirearmId, watch.Reason, watch.Until), call.Context, token);
    }

    private static Task<Result<Written>> EndAsync(
        Guid id, Body<EndingBody> body, WriteCall call, EndWatchHandler handler, CancellationToken token) =>
        handler.HandleAsync(new EndWatch(id, body.Value.Reason), call.Context, token);

    private static async Task<IResult> ListAsync(PageRequest page, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var before = Guid.AllBitsSet;
        if (page.After is { } position && !Guid.TryParse(position, out before))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        var actor = Actor.From(http.User);
        IQueryable<FirearmWatch> seen = session.Query<FirearmWatch>();
        if (!actor.Roles.Contains(Role.Auditor))
            seen = seen.Where(watch => watch.WatchedBy == actor.Subject);
        // Ids are not compared by LINQ; a person keeps a handful of watches.
        var watches = await seen.ToListAsync(token);
        return Resources.Of(Page<FirearmWatch>.Of(
            [.. watches.Where(watch => watch.Id.CompareTo(before) < 0).OrderByDescending(watch => watch.Id).Take(page.Limit + 1)], page.Limit,
            watch => watch.Id.ToString()));
    }

    private static async Task<IResult> OneAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var actor = Actor.From(http.User);
        return await session.LoadAsync<FirearmWatch>(id, token) is { } watch
            && (watch.WatchedBy == actor.Subject || actor.Roles.Contains(Role.Auditor))
                ? Resources.Of(http, watch, watch.Version)
                : ProblemDocuments.From(Refusal.NotFound(WatchPaths.What, id), http);
    }

    private static Note Words(string text) => Note.Parse(text).GetOrThrow();
}

/// <summary>Where a watch is.</summary>
internal static class WatchPaths
{
    public const string What = "watch";

    public static string Of(Guid id) => $"/api/v1/watched-arms/{id}";
}

/// <summary>Answers writes with the watch as it stands.</summary>
internal sealed class WatchAnswer(RegistryWriter writer, IQuerySession session) : IResourceAnswer<FirearmWatch>
{
    public async Task<FirearmWatch?> ReadAsync(Guid id, string location, CancellationToken token) =>
        writer.Stored<FirearmWatch>(watch => watch.Id == id) ?? await session.LoadAsync<FirearmWatch>(id, token);
}
