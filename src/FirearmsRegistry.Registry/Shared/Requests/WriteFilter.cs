using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Shared.Requests;

/// <summary>
/// Around every endpoint that writes: refuses unreadable parts, answers a repeated idempotency key from the resource, demands
/// <c>If-Match</c> where a record is changed, and turns the outcome into a response.
/// </summary>
internal sealed class WriteFilter<TView>(Type answer, bool changesResource) : IEndpointFilter
    where TView : class
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        ArgumentNullException.ThrowIfNull(next);
        var http = invocation.HttpContext;
        if (RequestParts.Refused(invocation) is { } refusal)
            return ProblemDocuments.From(refusal, http);
        if (!TryClaim(invocation, out var claim))
            return ProblemDocuments.From(RequestErrors.KeyMissing, http);

        var running = http.RequestServices.GetRequiredService<RunningRequests>();
        using var turn = running.TryStart(claim.Key);
        if (turn is null)
            return ProblemDocuments.From(WritingErrors.InProgress, http);
        try
        {
            var result = await CarryOutAsync(invocation, next, claim);
            // A request seen before is refused when it is carried out again, for what it did itself: only then is its key looked up,
            // so that a new request pays no round trip for being no repeat.
            return result.Refused(out refusal, out var written)
                ? await RepeatAsync(http, claim) ?? ProblemDocuments.From(refusal, http)
                : await AnswerAsync(http, written);
        }
        catch (IdempotentRepeatException)
        {
            return await RepeatAsync(http, claim) ?? ProblemDocuments.From(WritingErrors.InProgress, http);
        }
    }

    private async Task<Result<Written>> CarryOutAsync(
        EndpointFilterInvocationContext invocation, EndpointFilterDelegate next, IdempotencyClaim claim)
    {
        var http = invocation.HttpContext;
        var version = VersionSeen(http, out var refusal);
        if (refusal is not null)
            return refusal;
        invocation.Arguments.OfType<WriteCall>().Single().Context = new CommandContext(
            Actor.From(http.User),
            http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            version,
            Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            null,
            claim);
        return (Result<Written>)(await next(invocation))!;
    }

    private static bool TryClaim(EndpointFilterInvocationContext invocation, out IdempotencyClaim claim)
    {
        var http = invocation.HttpContext;
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        claim = new IdempotencyClaim(ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty);
        if (key.Length is < 8 or > 100)
            return false;
        var actor = Actor.From(http.User);
        var scope = string.Join('\n', actor.Issuer, actor.Subject, actor.ClientId, http.Request.Method, http.Request.Path, key);
        var body = invocation.Arguments.OfType<IBody>().SingleOrDefault()?.Hash ?? ReadOnlyMemory<byte>.Empty;
        claim = new IdempotencyClaim(SHA256.HashData(Encoding.UTF8.GetBytes(scope)), body);
        return true;
    }

    private async Task<IResult?> RepeatAsync(HttpContext http, IdempotencyClaim claim)
    {
        var kept = await http.RequestServices.GetRequiredService<IdempotencyRecords>().FindAsync(claim.Key, http.RequestAborted);
        if (kept is not { } found)
            return null;
        return found.BodyHash.AsSpan().SequenceEqual(claim.BodyHash.Span)
            ? await AnswerAsync(http, found.Written)
            : ProblemDocuments.From(WritingErrors.KeyReused, http);
    }

    private long? VersionSeen(HttpContext http, out Refusal? refusal)
    {
        refusal = null;
        if (!changesResource)
            return null;
        var header = http.Request.Headers.IfMatch.ToString();
        if (header.Length == 0)
        {
            refusal = RequestErrors.IfMatchMissing;
            return null;
        }

        if (header is ['"', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return version;
        refusal = RequestErrors.Header("If-Match", header, "Must be the ETag of the record: its version in double quotes.", "\"1\"");
        return null;
    }

    private async Task<IResult> AnswerAsync(HttpContext http, Written written)
    {
        http.Response.Headers.Location = written.Location;
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{written.Version}\"");
        var reader = (IResourceAnswer<TView>)http.RequestServices.GetRequiredService(answer);
        var view = await reader.ReadAsync(written.Id, written.Location, http.RequestAborted);
        return Results.Json(view, RegistryJson.Options, statusCode: written.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}

/// <summary>The writes being carried out by this server, by idempotency key. Another server's are held back by the key's primary key.</summary>
internal sealed class RunningRequests
{
    private readonly ConcurrentDictionary<string, byte> _keys = new(StringComparer.Ordinal);

    public IDisposable? TryStart(ReadOnlyMemory<byte> key)
    {
        var name = Convert.ToHexString(key.Span);
        return _keys.TryAdd(name, 0) ? new Turn(this, name) : null;
    }

    private sealed class Turn(RunningRequests running, string name) : IDisposable
    {
        public void Dispose() => running._keys.TryRemove(name, out _);
    }
}
