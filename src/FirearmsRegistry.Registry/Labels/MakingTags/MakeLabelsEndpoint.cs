using System.Text;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Symbols.Labels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Labels.MakingTags;

/// <summary><c>POST /labels</c>.</summary>
internal static class MakeLabelsEndpoint
{
    private const string Html = "text/html";

    private const string Zpl = "application/zpl";

    /// <summary>The body.</summary>
    /// <param name="ItemIds">The seized items, 1 to 100, in the order of their tags.</param>
    /// <param name="As">A sheet to print and cut, or the commands of a label printer.</param>
    public sealed record LabelsBody(IReadOnlyList<Guid> ItemIds, LabelForm As = LabelForm.Html);

    /// <summary>What tags are answered as.</summary>
    public enum LabelForm
    {
        /// <summary>A sheet of tags, as one HTML file with its symbols as SVG.</summary>
        Html,

        /// <summary>ZPL II for a label printer, one label an item.</summary>
        Zpl,
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMaking<string>("/labels", HandleAsync, Html, Zpl)
        .Named("makeLabels", "Make evidence tags for seized items")
        .Requires(AccessPolicy.MakeLabels)
        .Example(new LabelsBody([Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")]))
        .Refuses([.. EvidenceTags.Refusals]);

    private static async Task<IResult> HandleAsync(Body<LabelsBody> body, EvidenceTags tags, HttpContext http, CancellationToken token)
    {
        if ((await tags.OfAsync(body.Value.ItemIds, token)).Refused(out var refusal, out var made))
            return ProblemDocuments.From(refusal, http);
        if (body.Value.As == LabelForm.Zpl)
            return Results.Text(string.Concat(made.Select(tag => ZplLabel.Of(tag))), Zpl, Encoding.UTF8);
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return Results.Text(TagSheet.Of("Evidence tags", "en", made), Html, Encoding.UTF8);
    }
}
