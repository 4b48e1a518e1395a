using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Partners.SettingChannels;

/// <summary><c>POST /partners/{id}/channels</c>: the only place from which an address comes that this registry writes to.</summary>
internal static class SetChannels
{
    /// <summary>The body.</summary>
    public sealed record ChannelsBody(IReadOnlyList<PartnerChannel> Channels);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<PartnerAnswer, Partner>("/partners/{id:guid}/channels", HandleAsync)
        .Named("setPartnerChannels", "Set the ways to reach a national point of contact, in place of those before")
        .Requires(AccessPolicy.ManagePartners)
        .Example(PartnerExamples.Channels)
        .Refuses(PartnerErrors.InactiveName);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ChannelsBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        PartnerChange.RunAsync(writer, id, _ => PartnerRules.Channels(body.Value.Channels) is { } refusal
            ? refusal
            : Result.Of<object>(new PartnerChannelsSet(body.Value.Channels)), call.Context, token);
}
