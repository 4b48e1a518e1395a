using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Partners.KeepingKeys;

/// <summary><c>POST /partners/{id}/keys</c> and <c>POST /partners/{id}/key-revocations</c>.</summary>
internal static class KeyEndpoints
{
    /// <summary>The body of a key.</summary>
    public sealed record PartnerKeyBody(
        KeyName Name, DateTimeOffset ValidFrom, DateTimeOffset ValidTo, ShortText Fingerprint, JsonWebKey? Jwk = null, Note? Pem = null);

    /// <summary>The body of a revocation.</summary>
    public sealed record PartnerKeyRevocationBody(KeyName Name, Note Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<PartnerAnswer, Partner>("/partners/{id:guid}/keys", AddAsync)
            .Named("addPartnerKey", "Make a public key of a national point of contact known, once it was checked")
            .Requires(AccessPolicy.ManagePartners)
            .Example(PartnerExamples.Key)
            .Refuses(PartnerErrors.InactiveName, PartnerErrors.KeyNameTakenName);
        routes.MapChange<PartnerAnswer, Partner>("/partners/{id:guid}/key-revocations", RevokeAsync)
            .Named("revokePartnerKey", "Revoke a public key of a national point of contact")
            .Requires(AccessPolicy.ManagePartners)
            .Example(PartnerExamples.Revocation)
            .Refuses(PartnerErrors.InactiveName, PartnerErrors.KeyUnknownName);
    }

    private static Task<Result<Written>> AddAsync(Guid id, Body<PartnerKeyBody> body, WriteCall call, RegistryWriter writer, CancellationToken token)
    {
        var key = body.Value;
        var command = new AddKey(key.Name, key.Jwk, key.Pem, key.ValidFrom, key.ValidTo, key.Fingerprint);
        return PartnerChange.RunAsync(writer, id, partner => AddKey.Decide(command, partner).Map<object>(added => added), call.Context, token);
    }

    private static Task<Result<Written>> RevokeAsync(
        Guid id, Body<PartnerKeyRevocationBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        PartnerChange.RunAsync(writer, id, partner => partner.Keys.Exists(key => key.Name == body.Value.Name && key.RevokedAt is null)
            ? Result.Of<object>(new PartnerKeyRevoked(body.Value.Name, body.Value.Reason))
            : PartnerErrors.KeyUnknown(body.Value.Name), call.Context, token);
}
