using System.Text;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Labels.MakingTags;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Symbols.Labels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Labels.Printing;

/// <summary><c>POST /label-prints</c>.</summary>
internal static class PrintLabelsEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="ItemIds">The seized items, 1 to 100, in the order of their tags.</param>
    /// <param name="Printer">The name of a configured printer.</param>
    public sealed record LabelPrintBody(IReadOnlyList<Guid> ItemIds, ShortText Printer);

    /// <summary>What was sent.</summary>
    /// <param name="Printer">The printer that took the labels.</param>
    /// <param name="Labels">How many.</param>
    public sealed record LabelPrint(string Printer, int Labels);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMaking<LabelPrint>("/label-prints", HandleAsync, "application/json")
        .Named("printLabels", "Send evidence tags for seized items to a label printer")
        .Requires(AccessPolicy.PrintLabels)
        .Example(new LabelPrintBody([Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")], ShortText.Parse("evidence-room").GetOrThrow()))
        .Refuses([.. EvidenceTags.Refusals, LabelErrors.UnknownPrinter])
        .MayBeUnavailable(LabelErrors.NotAllowed, LabelErrors.NoAnswer);

    private static async Task<IResult> HandleAsync(
        Body<LabelPrintBody> body, EvidenceTags tags, LabelPrinter printer, HttpContext http, CancellationToken token)
    {
        if ((await tags.OfAsync(body.Value.ItemIds, token)).Refused(out var refusal, out var made))
            return ProblemDocuments.From(refusal, http);
        var name = body.Value.Printer.ToString();
        var labels = Encoding.UTF8.GetBytes(string.Concat(made.Select(tag => ZplLabel.Of(tag))));
        return await printer.PrintAsync(name, labels, token) is { } unprinted
            ? ProblemDocuments.From(unprinted, http)
            : Resources.Of(new LabelPrint(name, made.Count));
    }
}
