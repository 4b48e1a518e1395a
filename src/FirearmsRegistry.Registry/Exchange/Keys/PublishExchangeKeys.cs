using System.Security.Cryptography;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;

namespace FirearmsRegistry.Registry.Exchange.Keys;

/// <summary>A public key of this registry (RFC 7517).</summary>
/// <param name="Kty">Always <c>EC</c>.</param>
/// <param name="Crv">Always <c>P-256</c>.</param>
/// <param name="X">The point's x, base64url.</param>
/// <param name="Y">The point's y, base64url.</param>
/// <param name="Kid">Its name.</param>
/// <param name="Use">Always <c>sig</c>.</param>
/// <param name="Alg">Always <c>ES256</c>.</param>
/// <param name="Spki">The same key as SubjectPublicKeyInfo in base64, as a partner's key is recorded here.</param>
/// <param name="ActiveFrom">From when documents are signed with it.</param>
/// <param name="ValidTo">Until when what it signed may be taken; null for the newest.</param>
public sealed record PublishedKey(
    string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg, string Spki, DateTimeOffset ActiveFrom, DateTimeOffset? ValidTo);

/// <summary>The public keys of this registry (RFC 7517).</summary>
/// <param name="Keys">The keys.</param>
public sealed record PublishedKeys(IReadOnlyList<PublishedKey> Keys);

/// <summary>
/// <c>GET /exchange/keys</c>, for anybody: public halves only. A partner does not believe them because they stand here; its administrator
/// checks their fingerprint by another way.
/// </summary>
internal static class PublishExchangeKeys
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<PublishedKeys>("/exchange/keys", HandleAsync)
            .Named("publishExchangeKeys", "The public keys with which this registry signs, as a JWK set")
            .AllowAnonymous();
        routes.MapRead<ExchangeKey>("/exchange/keys/{id:guid}", GetAsync)
            .Named("getExchangeKey", "A key of this registry: its public half and its times")
            .Requires(AccessPolicy.ReadExchange);
    }

    private static async Task<IResult> HandleAsync(IQuerySession session, TimeProvider time, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var keys = await session.Query<ExchangeKey>().Where(key => key.WithdrawnAt == null).ToListAsync(token);
        return Resources.Of(new PublishedKeys(
            [.. keys.Where(key => key.ValidTo is not { } to || now < to).OrderBy(key => key.ActiveFrom).Select(Publish)]));
    }

    private static async Task<IResult> GetAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<ExchangeKey>(id, token) is { } key
            ? Resources.Of(http, key, key.Version)
            : ProblemDocuments.From(Refusal.NotFound(ExchangeKeyErrors.What, id), http);

    private static PublishedKey Publish(ExchangeKey key)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key.Key.ToString()), out _);
        var point = ecdsa.ExportParameters(false).Q;
        return new PublishedKey("EC", "P-256", Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y), key.Name, "sig",
            SecurityAlgorithms.EcdsaSha256, key.Key.ToString(), key.ActiveFrom, key.ValidTo);
    }
}

/// <summary>Answers writes with the key as it stands.</summary>
internal sealed class ExchangeKeyAnswer(RegistryWriter writer, IQuerySession session) : IResourceAnswer<ExchangeKey>
{
    public async Task<ExchangeKey?> ReadAsync(Guid id, string location, CancellationToken token) =>
        writer.Stored<ExchangeKey>(key => key.Id == id) ?? await session.LoadAsync<ExchangeKey>(id, token);
}
