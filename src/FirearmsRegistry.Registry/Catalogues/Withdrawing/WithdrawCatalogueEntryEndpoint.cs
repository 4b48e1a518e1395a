using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Catalogues.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Catalogues.Withdrawing;

/// <summary><c>POST /catalogues/{kind}/{code}/withdrawals</c>.</summary>
internal static class WithdrawCatalogueEntryEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record WithdrawCatalogueEntryRequest(Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<CatalogueEntryAnswer, CatalogueEntryDetails>("/catalogues/{kind}/{code}/withdrawals", HandleAsync)
        .Named("withdrawCatalogueEntry", "Take an entry out of look-ups; it stays readable with its history")
        .Requires(AccessPolicy.RecordCatalogues)
        .Example(CatalogueExamples.Withdraw)
        .Refuses(CatalogueErrors.InUse, CatalogueErrors.Withdrawn);

    private static Task<Result<Written>> HandleAsync(
        Body<WithdrawCatalogueEntryRequest> body, GivenEntry entry, WriteCall call, WithdrawCatalogueEntryHandler handler, CancellationToken token) =>
        handler.HandleAsync(new WithdrawCatalogueEntry(entry.Kind, entry.Code, body.Value.Reason), call.Context, token);
}
