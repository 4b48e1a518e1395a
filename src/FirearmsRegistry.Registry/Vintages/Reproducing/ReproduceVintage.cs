using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Vintages.Freezing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Vintages.Reproducing;

/// <summary>Whether the register still tells what a vintage says.</summary>
/// <param name="Equal">Whether the facts as known at its moment give the same bytes again.</param>
/// <param name="Digest">The digest in the vintage's record.</param>
/// <param name="Recomputed">The digest of what was computed now.</param>
/// <param name="SignatureHolds">Whether the signature is that of the named key over the kept bytes; null where it is not published.</param>
/// <param name="Figures">The figures that came out otherwise; none where it is equal.</param>
public sealed record Reproduction(
    bool Equal, string Digest, string Recomputed, bool? SignatureHolds, IReadOnlyList<VintageKey> Figures)
{
    /// <summary>Compares what is kept with what was computed from the facts. Findings, reasons and metadata are people's words and are taken as kept.</summary>
    internal static Reproduction Of(FrozenVintage kept, FrozenVintage recomputed, bool? signatureHolds)
    {
        var again = FrozenVintage.Freeze(recomputed.Content with { Findings = kept.Content.Findings, Metadata = kept.Content.Metadata }).GetOrThrow();
        return new(kept.Digest == again.Digest, kept.Digest, again.Digest, signatureHolds,
            [.. VintageDifference.Between(kept, again).Figures.Select(figure => figure.Key)]);
    }
}

/// <summary><c>GET /vintages/{id}/reproductions</c>: computes the vintage again.</summary>
internal static class ReproduceVintage
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Reproduction>("/vintages/{id:guid}/reproductions", HandleAsync)
        .Named("reproduceVintage", "Compute a vintage again from the facts as known at its moment, and verify its signature")
        .Requires(AccessPolicy.ReadVintages);

    private static async Task<IResult> HandleAsync(
        Guid id, IQuerySession session, VintageContents contents, VintageComputation computation, HttpContext http, CancellationToken token)
    {
        if (await session.LoadAsync<Vintage>(id, token) is not { } vintage)
            return ProblemDocuments.From(Refusal.NotFound(VintageErrors.What, id), http);
        var kept = await contents.ReadAsync(vintage, token);
        return Resources.Of(Reproduction.Of(kept, await computation.ComputeAsync(VintageSubject.Of(vintage), token),
            await SignatureHoldsAsync(session, vintage, kept, token)));
    }

    /// <summary>By the key as its record tells it, however long ago its time ended.</summary>
    private static async Task<bool?> SignatureHoldsAsync(IQuerySession session, Vintage vintage, FrozenVintage kept, CancellationToken token)
    {
        if (vintage is not { Signature: { } signature, SigningKey: { } name })
            return null;
        return Guid.TryParseExact(name, "N", out var id) && await session.LoadAsync<ExchangeKey>(id, token) is { } key
            && DocumentSigner.Verifies(signature, kept.CanonicalBytes, Convert.FromBase64String(key.Key.ToString()));
    }
}
