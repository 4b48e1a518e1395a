using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.WaitingForJobs;

/// <summary>What there is to do for a station.</summary>
/// <param name="Offered">The jobs that it may claim, in the order of their filing.</param>
/// <param name="Held">The jobs that it has and must bring to an end.</param>
public sealed record StationJobs(IReadOnlyList<MarkingJobDetails> Offered, IReadOnlyList<MarkingJobDetails> Held);

/// <summary><c>GET /stations/{id}/jobs?wait=30</c>: answered at once where a job is offered, else when one is or the time is over.</summary>
internal static class WaitForJobs
{
    private const int LongestWait = 60;

    private const int Most = 50;

    /// <summary>How often it is looked whether another server took an order, or a lease ended.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<StationJobs>("/stations/{id:guid}/jobs", HandleAsync)
        .Named("waitForStationJobs", "The jobs that a station may claim and those it has; waits for one to be offered")
        .Requires(AccessPolicy.ReadMarkingJobs)
        .Refuses(StationRules.NotThisStation);

    private static async Task<IResult> HandleAsync(
        Guid id, string? wait, MarkingJobRows rows, JobOffers offers, IDocumentStore store, TimeProvider time, HttpContext http,
        CancellationToken token)
    {
        var seconds = 0;
        if (wait is not null && (!int.TryParse(wait, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) || seconds > LongestWait))
        {
            return ProblemDocuments.From(RequestErrors.Query("wait", wait.Length > 100 ? null : wait,
                string.Create(CultureInfo.InvariantCulture, $"Must be a whole number of seconds from 0 to {LongestWait}.")), http);
        }

        if (await FindRefusalAsync(id, store, http, token) is { } refusal)
            return ProblemDocuments.From(refusal, http);
        var begun = time.GetTimestamp();
        while (true)
        {
            // Taken before looking, so that an order between the look and the wait is not slept through.
            var next = offers.Next;
            var (offered, held) = await rows.OfStationAsync(id, time.GetUtcNow(), Most, token);
            var left = TimeSpan.FromSeconds(seconds) - time.GetElapsedTime(begun);
            if (offered.Count > 0 || left <= TimeSpan.Zero)
                return await AnswerAsync(store, offered, held, token);
            await Task.WhenAny(next, Task.Delay(left < Look ? left : Look, time, token));
            token.ThrowIfCancellationRequested();
        }
    }

    private static async Task<Refusal?> FindRefusalAsync(Guid id, IDocumentStore store, HttpContext http, CancellationToken token)
    {
        // No session is kept while a station waits.
        await using var session = store.QuerySession();
        return await session.LoadAsync<Station>(id, token) is { } station
            ? StationRules.SpeaksFor(station, Actor.From(http.User))
            : Refusal.NotFound(StationErrors.Station, id);
    }

    private static async Task<IResult> AnswerAsync(
        IDocumentStore store, IReadOnlyList<Guid> offered, IReadOnlyList<Guid> held, CancellationToken token)
    {
        await using var session = store.QuerySession();
        return Resources.Of(new StationJobs(
            await JobDetailsList.LoadAsync(session, offered, token), await JobDetailsList.LoadAsync(session, held, token)));
    }
}
