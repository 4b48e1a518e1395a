using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Waiting;

/// <summary>How much waits for somebody.</summary>
/// <param name="Kind">What.</param>
/// <param name="Count">How many; no more than <see cref="CountWaiting.Most"/> are counted.</param>
/// <param name="More">Whether there are more than that.</param>
public sealed record WaitingCount(WaitingKind Kind, long Count, bool More);

/// <summary><c>GET /waiting</c>: one number, for whoever can do something about it.</summary>
internal static class CountWaiting
{
    /// <summary>Whoever has a thousand before him need not know how many more there are.</summary>
    public const int Most = 1000;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<WaitingCount>("/waiting", HandleAsync)
        .Named("countWaiting", "How much of one kind waits for the caller")
        .Query("kind", required: true, "What is counted; each role has its own.")
        .Requires(AccessPolicy.SeeWaiting);

    private static async Task<IResult> HandleAsync(NpgsqlDataSource database, TimeProvider time, HttpContext http, CancellationToken token)
    {
        var actor = Actor.From(http.User);
        var own = WaitingSource.Of(actor.Roles);
        string? asked = http.Request.Query["kind"];
        if (own.FirstOrDefault(each => Codes.Of(each.Kind) == asked) is not { } source)
        {
            return ProblemDocuments.From(RequestErrors.Query("kind", asked?.Length > 100 ? null : asked,
                $"Must be one of {string.Join(", ", own.Select(each => Codes.Of(each.Kind)))}."), http);
        }

        await using var command = database.CreateCommand($"select count(*) from ({source.Rows} limit {Most + 1}) waiting");
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = actor.Subject });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. actor.Roles.Select(Codes.Of)] });
        var count = (long)(await command.ExecuteScalarAsync(token))!;
        return Resources.Of(new WaitingCount(source.Kind, Math.Min(count, Most), count > Most));
    }
}
