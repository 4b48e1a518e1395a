using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.Registry.Shared.Writing;

/// <summary>Everything a command needs from outside: who, when, which version was seen, and what the events remember of the request.</summary>
/// <param name="Actor">The human who acts.</param>
/// <param name="Now">When the command is carried out, from <see cref="TimeProvider"/>.</param>
/// <param name="ExpectedVersion">The version that the caller saw (<c>If-Match</c>); null for creations and for jobs.</param>
/// <param name="CorrelationId">Ties together everything that one request or job caused.</param>
/// <param name="CausationId">The event or request that caused this command.</param>
/// <param name="Idempotency">The caller's idempotency key, stored in the transaction of the effect; null for jobs.</param>
public sealed record CommandContext(
    Actor Actor,
    DateTimeOffset Now,
    long? ExpectedVersion,
    string CorrelationId,
    string? CausationId = null,
    IdempotencyClaim? Idempotency = null);

/// <summary>A caller's promise that the same key means the same request.</summary>
/// <param name="Key">SHA-256 over issuer, subject, client, method, route and the caller's key.</param>
/// <param name="BodyHash">SHA-256 of the body.</param>
public sealed record IdempotencyClaim(ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> BodyHash);

/// <summary>What a write did: enough to answer the caller, now or when the request is repeated.</summary>
/// <param name="Created">Whether a new resource came into being (201) or an existing one changed (200).</param>
/// <param name="Location">The path of the resource, or of the part of it that was added.</param>
/// <param name="Id">The record written to.</param>
/// <param name="Version">Its version after the write.</param>
public sealed record Written(bool Created, string Location, Guid Id, long Version);
