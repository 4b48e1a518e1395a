using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Catalogues.LookingUp;

/// <summary><c>POST /catalogue-look-ups</c>.</summary>
internal static class LookUpTextEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Text">The text as marked or as written down, in any script.</param>
    public sealed record LookUpTextRequest(ShortText Text);

    /// <summary>What the text names.</summary>
    /// <param name="Matches">The pieces that the catalogues know, in the order of the text; none makes nothing wrong.</param>
    public sealed record LookUpTextResult(IReadOnlyList<TextMatch> Matches);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapSearch<LookUpTextResult>("/catalogue-look-ups", HandleAsync)
        .Named("lookUpCatalogueText", "Find the makers, models, cartridges and countries that a text names")
        .Requires(AccessPolicy.ReadCatalogues)
        .Example(CatalogueExamples.LookUp);

    private static async Task<IResult> HandleAsync(Body<LookUpTextRequest> body, CatalogueStock stock, CancellationToken token) =>
        Resources.Of(new LookUpTextResult(TextLookUp.Find(await stock.CurrentAsync(token), body.Value.Text.ToString())));
}
