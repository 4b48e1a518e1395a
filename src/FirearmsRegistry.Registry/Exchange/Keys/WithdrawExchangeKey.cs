using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Keys;

/// <summary>Withdraw a key, because somebody may have it who should not; partners must be told to revoke it.</summary>
/// <param name="KeyId">The key.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawExchangeKey(Guid KeyId, Note Reason)
{
    /// <summary>Decides.</summary>
    public static Result<ExchangeKeyWithdrawn> Decide(WithdrawExchangeKey command, ExchangeKey key)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(key);
        return key.WithdrawnAt is null ? new ExchangeKeyWithdrawn(command.Reason) : ExchangeKeyErrors.Withdrawn;
    }
}

/// <summary><c>POST /exchange/keys/{id}/withdrawals</c>.</summary>
internal static class WithdrawExchangeKeyEndpoint
{
    /// <summary>The body.</summary>
    public sealed record KeyWithdrawalBody(Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<ExchangeKeyAnswer, ExchangeKey>("/exchange/keys/{id:guid}/withdrawals", HandleAsync)
        .Named("withdrawExchangeKey", "Withdraw a key of this registry; nothing is signed with it from then on")
        .Requires(AccessPolicy.ManagePartners)
        .Example(new KeyWithdrawalBody(Note.Parse("A copy of the back-up was lost.").GetOrThrow()))
        .Refuses(ExchangeKeyErrors.Withdrawn.Name);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<KeyWithdrawalBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        writer.UpdateAsync<ExchangeKey>(ExchangeKeyErrors.What, id, _ => $"/api/v1/exchange/keys/{id}",
            key => WithdrawExchangeKey.Decide(new WithdrawExchangeKey(id, body.Value.Reason), key).Map<IReadOnlyList<object>>(happened => [happened]),
            call.Context, created: false, token);
}
