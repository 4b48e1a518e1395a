using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Partners.Describing;

/// <summary><c>POST /partners/{id}/descriptions</c>.</summary>
internal static class DescribePartner
{
    /// <summary>The body.</summary>
    public sealed record DescriptionBody(ShortText Authority, IReadOnlyList<LanguageCode> Languages);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<PartnerAnswer, Partner>("/partners/{id:guid}/descriptions", HandleAsync)
        .Named("describePartner", "Change the name of a national point of contact, or its languages")
        .Requires(AccessPolicy.ManagePartners)
        .Example(PartnerExamples.Description)
        .Refuses(PartnerErrors.InactiveName);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<DescriptionBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        PartnerChange.RunAsync(writer, id, _ => PartnerRules.Languages(body.Value.Languages) is { } refusal
            ? refusal
            : Result.Of<object>(new PartnerDescribed(body.Value.Authority, body.Value.Languages)), call.Context, token);
}
