using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Symbols;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Symbols.Reading;

/// <summary><c>POST /symbols/readings</c>.</summary>
internal static class ReadSymbolsEndpoint
{
    private static readonly Refusal MayNotSearch = new("not-allowed", RefusalKind.Forbidden, "This role may not do this.",
        $"Naming the arm is a search by mark (policy {AccessPolicy.ReadFirearms.Name}).");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMaking<PictureCodes>("/symbols/readings", HandleAsync, "application/json")
        .Named("readSymbols", "Read the symbols in a picture, and name the arms whose marks they carry where that is asked for")
        .Requires(AccessPolicy.ReadSymbols)
        .TakesFile(PictureBody.MediaTypes, "The picture: PNG, JPEG, GIF, BMP or WebP, 15,000,000 bytes and 40,000,000 pixels at the most.")
        .Query(ArmNaming.Query, false,
            $"`true` names the arms: a search by mark, which needs the header Query-Reason and the policy `{AccessPolicy.ReadFirearms.Name}`.")
        .Refuses([.. SymbolErrors.OfPictures]);

    private static async Task<IResult> HandleAsync(
        PictureBody picture, ArmNaming naming, ISymbolEngine engine, ArmsInSymbols arms, IAuthorizationService authorization, HttpContext http,
        CancellationToken token)
    {
        if (naming.Reason is not null && !(await authorization.AuthorizeAsync(http.User, AccessPolicy.ReadFirearms.Name)).Succeeded)
            return ProblemDocuments.From(MayNotSearch, http);
        if (!(await engine.ReadAsync(picture.Bytes, token)).TryGet(out var reading, out var unread))
            return ProblemDocuments.From(SymbolErrors.Of(unread, ""), http);
        IReadOnlyList<PictureCode> codes = [.. reading.Symbols.Select(PictureCode.Of)];
        if (naming.Reason is { } reason)
        {
            if ((await arms.NameAsync(codes, Actor.From(http.User), reason, token)).Refused(out var refusal, out var named))
                return ProblemDocuments.From(refusal, http);
            codes = named;
        }

        return Resources.Of(new PictureCodes(reading.Width, reading.Height, codes));
    }
}
