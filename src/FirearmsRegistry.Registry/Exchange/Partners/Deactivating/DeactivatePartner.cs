using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Partners.Deactivating;

/// <summary><c>POST /partners/{id}/deactivations</c>.</summary>
internal static class DeactivatePartner
{
    /// <summary>The body.</summary>
    public sealed record DeactivationBody(Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<PartnerAnswer, Partner>("/partners/{id:guid}/deactivations", HandleAsync)
        .Named("deactivatePartner", "Write to a national point of contact no more; another may be recorded for its State")
        .Requires(AccessPolicy.ManagePartners)
        .Example(PartnerExamples.Deactivation)
        .Refuses(PartnerErrors.InactiveName);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<DeactivationBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        PartnerChange.RunAsync(writer, id, _ => Result.Of<object>(new PartnerDeactivated(body.Value.Reason)), call.Context, token);
}
