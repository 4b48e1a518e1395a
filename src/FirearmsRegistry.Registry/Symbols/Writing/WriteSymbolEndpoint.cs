using System.Text;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Symbols.Writing;

/// <summary><c>POST /symbols</c>.</summary>
internal static class WriteSymbolEndpoint
{
    private const string Svg = "image/svg+xml";

    private const string Png = "image/png";

    private static readonly SymbolRequest Example = new(
        SymbolFormat.DataMatrix, Number: NumberSequence.NextAfter(SeriesCode.Parse("ES26A").GetOrThrow(), 0).Number, Kind: NumberPayloadKind.BareNumber);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMaking<SymbolMatrix>("/symbols", HandleAsync, "application/json", Svg, Png)
        .Named("writeSymbol", "Write a payload or a national number as a symbol")
        .Requires(AccessPolicy.WriteSymbols)
        .Example(Example)
        .Refuses([.. SymbolErrors.OfOrders]);

    private static async Task<IResult> HandleAsync(
        Body<SymbolRequest> body, ISymbolEngine engine, MarkingSettings settings, HttpContext http, CancellationToken token)
    {
        var asked = body.Value;
        if (WriteSymbol.Decide(asked, settings.Authority).Refused(out var refusal, out var order))
            return ProblemDocuments.From(refusal, http);
        if (!(await engine.WriteAsync(order, token)).TryGet(out var matrix, out var unwritten))
            return ProblemDocuments.From(SymbolErrors.Of(unwritten, WriteSymbol.PayloadPointer(asked)), http);
        return asked.As switch
        {
            SymbolFile.Svg => Results.Text(matrix.ToSvg((double)asked.ModuleMm), Svg, Encoding.UTF8),
            SymbolFile.Png => WriteSymbol.TooManyPixels(matrix, asked.PixelsPerModule) is { } tooMany
                ? ProblemDocuments.From(tooMany, http)
                : Results.Bytes(matrix.ToPng(asked.PixelsPerModule), Png),
            SymbolFile.Matrix => Resources.Of(SymbolMatrix.Of(matrix)),
        };
    }
}
