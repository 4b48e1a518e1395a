using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Vintages.Showing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Vintages.Withdrawing;

/// <summary>Give up a vintage that is not published. What is published is revised, never taken back.</summary>
/// <param name="Id">The vintage.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawVintage(Guid Id, Note Reason)
{
    /// <summary>Decides.</summary>
    public static Result<VintageWithdrawn> Decide(Vintage vintage, WithdrawVintage command)
    {
        ArgumentNullException.ThrowIfNull(vintage);
        ArgumentNullException.ThrowIfNull(command);
        // Another record's id names a stream too, whose events make no vintage.
        if (!vintage.IsThere)
            return Refusal.NotFound(VintageErrors.What, command.Id);
        return vintage.State is VintageState.Draft or VintageState.Reviewed
            ? new VintageWithdrawn(command.Reason)
            : VintageErrors.InAnotherState(vintage.State, VintageState.Draft, VintageState.Reviewed);
    }
}

/// <summary><c>POST /vintages/{id}/withdrawals</c>.</summary>
internal static class WithdrawVintageEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record WithdrawVintageRequest(Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<VintageAnswer, VintageDetails>("/vintages/{id:guid}/withdrawals", HandleAsync)
        .Named("withdrawVintage", "Give up a vintage before it is published; its label stays taken")
        .Requires(AccessPolicy.PublishFigures)
        .Example(new WithdrawVintageRequest(Note.Parse("An agency's return came in after the draft.").GetOrThrow()))
        .Refuses(VintageErrors.InAnotherStateName);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<WithdrawVintageRequest> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        writer.UpdateAsync<Vintage>(VintageErrors.What, id, _ => VintagePaths.Of(id),
            vintage => WithdrawVintage.Decide(vintage, new WithdrawVintage(id, body.Value.Reason)).Map<IReadOnlyList<object>>(happened => [happened]),
            call.Context, created: false, token);
}
