using System.Diagnostics;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Refusing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Receiving;

/// <summary>
/// <c>POST /exchange/documents</c>, for other States' registries: no token, since the signature says who sends, and it is of a key that an
/// administrator made known. <c>POST /exchange/document-files</c>, for a contact point that was handed a file.
/// </summary>
internal static class ReceiveDocumentEndpoints
{
    private static readonly string[] Problems =
    [
        ExchangeErrors.Unreadable.Name, ExchangeErrors.AlgorithmRefused.Name, ExchangeErrors.SignerUnknown.Name, ExchangeErrors.KeyUnknown.Name,
        ExchangeErrors.KeyRevoked.Name, ExchangeErrors.KeyExpired.Name, ExchangeErrors.SignatureBad.Name, ExchangeErrors.AddresseeWrong.Name,
        ExchangeErrors.FromFuture.Name, ExchangeErrors.Expired.Name, ExchangeErrors.VersionUnknownName, ExchangeErrors.DocumentInvalidName,
        ExchangeErrors.StatesMismatched.Name, ExchangeErrors.Reused.Name, ExchangeErrors.Replayed.Name, ExchangeErrors.RepeatedTooOften.Name,
        ExchangeErrors.RequestUnknown.Name,
    ];

    private static readonly string[] MediaTypes = [JoseBody.MediaType];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMaking<ReceiptAnswer>("/exchange/documents", ReceiveAsync, "application/json")
            .Named("receiveDocument", "Take a signed document of another State's registry, once, and give a signed receipt for it")
            .AllowAnonymous()
            .TakesFile(MediaTypes, "A compact JWS, ES256, over a document of schemas/exchange.")
            .Refuses(Problems);
        routes.MapMaking<ReceiptAnswer>("/exchange/document-files", TakeFileAsync, "application/json")
            .Named("takeDocumentFile", "Take a signed document that was carried here by hand")
            .Requires(AccessPolicy.ExchangeTraces)
            .TakesFile(MediaTypes, "A compact JWS, ES256, over a document of schemas/exchange.")
            .Refuses(Problems);
    }

    private static Task<IResult> ReceiveAsync(JoseBody body, DocumentIntake intake, HttpContext http, CancellationToken token) =>
        TakeAsync(body, ExchangeChannel.Registry, null, intake, http, token);

    private static Task<IResult> TakeFileAsync(JoseBody body, DocumentIntake intake, HttpContext http, CancellationToken token) =>
        TakeAsync(body, ExchangeChannel.File, Actor.From(http.User), intake, http, token);

    private static async Task<IResult> TakeAsync(
        JoseBody body, ExchangeChannel channel, Actor? bringer, DocumentIntake intake, HttpContext http, CancellationToken token)
    {
        var correlation = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        return (await intake.TakeAsync(body, channel, bringer, correlation, token)).Refused(out var refusal, out var answer)
            ? ProblemDocuments.From(refusal, http)
            : Resources.Of(answer);
    }
}
