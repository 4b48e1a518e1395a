using System.Security.Cryptography;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Exchange.Keys;

/// <summary>
/// Make a key that signs documents for other States. The first one is used at once; a later one from a time that leaves partners
/// a day at least to check it and make it known.
/// </summary>
/// <param name="KeyId">The new key's id.</param>
/// <param name="Key">Its public half.</param>
/// <param name="ActiveFrom">From when it is to be used; null: as soon as it may.</param>
public sealed record MakeExchangeKey(Guid KeyId, SigningKey Key, DateTimeOffset? ActiveFrom)
{
    /// <summary>How long partners have to make a new key known.</summary>
    public static TimeSpan Announcement { get; } = TimeSpan.FromDays(1);

    /// <summary>How long what an old key signed may still come in: as long as a signature may be taken, and a day.</summary>
    public static TimeSpan Overlap { get; } = Signing.DocumentSigner.Validity + TimeSpan.FromDays(1);

    /// <summary>Decides the new key's events and what becomes of those before.</summary>
    /// <param name="command">The command.</param>
    /// <param name="before">The keys that are not withdrawn.</param>
    /// <param name="now">The time.</param>
    public static Result<KeyRotation> Decide(MakeExchangeKey command, IReadOnlyList<ExchangeKey> before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(before);
        var signing = before.Where(key => key.ValidTo is null).ToArray();
        if (signing.Any(key => key.ActiveFrom > now))
            return ExchangeKeyErrors.AlreadyAnnounced;
        var earliest = signing.Length == 0 ? now : now + Announcement;
        if (command.ActiveFrom is { } asked && asked < earliest)
            return ExchangeKeyErrors.TooSoon(earliest);
        var from = command.ActiveFrom ?? earliest;
        return new KeyRotation(new ExchangeKeyMade(command.Key, from),
            [.. signing.Select(key => (key.Id, new ExchangeKeyReplaced(from + Overlap)))]);
    }
}

/// <summary>What making a key means.</summary>
/// <param name="Made">The new key's event.</param>
/// <param name="Replaced">What happens to the keys before.</param>
public sealed record KeyRotation(ExchangeKeyMade Made, IReadOnlyList<(Guid KeyId, ExchangeKeyReplaced Event)> Replaced);

/// <summary>The refusals of the keys.</summary>
internal static class ExchangeKeyErrors
{
    public const string TooSoonName = "exchange-key-too-soon";

    public const string What = "exchange key";

    public static Refusal AlreadyAnnounced { get; } = new("exchange-key-announced", RefusalKind.Conflict,
        "A newer key is announced already.", "Withdraw it, or wait until it is used.");

    public static Refusal Missing { get; } = new("exchange-key-missing", RefusalKind.Unavailable,
        "This registry has no key to sign with.", "An administrator makes one with POST /exchange/keys.");

    public static Refusal Withdrawn { get; } = new("exchange-key-withdrawn", RefusalKind.Conflict, "The key was withdrawn.");

    public static Refusal TooSoon(DateTimeOffset earliest) => new(TooSoonName, RefusalKind.RuleBroken,
        "Partners need a day to make a new key known.")
    {
        Errors = [new InputError("/activeFrom", null, "Must leave a day.", null, earliest.ToString("O", System.Globalization.CultureInfo.InvariantCulture))],
    };
}

/// <summary><c>POST /exchange/keys</c>.</summary>
internal static class MakeExchangeKeyEndpoint
{
    /// <summary>The body.</summary>
    public sealed record ExchangeKeyBody(DateTimeOffset? ActiveFrom = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<ExchangeKeyAnswer, ExchangeKey>("/exchange/keys", HandleAsync)
        .Named("makeExchangeKey", "Make a key that signs documents for other States; the one before stays good for what it signed")
        .Requires(AccessPolicy.ManagePartners)
        .Example(new ExchangeKeyBody())
        .Refuses(ExchangeKeyErrors.AlreadyAnnounced.Name, ExchangeKeyErrors.TooSoonName);

    private static Task<Result<Written>> HandleAsync(
        Body<ExchangeKeyBody> body, WriteCall call, MakeExchangeKeyHandler handler, CancellationToken token) =>
        handler.HandleAsync(body.Value.ActiveFrom, call.Context, token);
}

/// <summary>Carries out <see cref="MakeExchangeKey"/>: the private half never leaves it but as ciphertext.</summary>
internal sealed class MakeExchangeKeyHandler(RegistryWriter writer, ExchangeKeyRing ring)
{
    public async Task<Result<Written>> HandleAsync(DateTimeOffset? activeFrom, CommandContext context, CancellationToken token)
    {
        await AdvisoryLocks.TakeAsync(writer.Session, ["exchange keys"], token);
        var before = await writer.Session.Query<ExchangeKey>().Where(key => key.WithdrawnAt == null).ToListAsync(token);
        using var secret = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var command = new MakeExchangeKey(Guid.CreateVersion7(context.Now), SigningKey.Of(secret), activeFrom);
        if (MakeExchangeKey.Decide(command, before, context.Now).Refused(out var refusal, out var rotation))
            return refusal;
        writer.Session.Events.StartStream<ExchangeKey>(command.KeyId, rotation.Made);
        foreach (var (keyId, replaced) in rotation.Replaced)
            (await writer.Session.Events.FetchForWriting<ExchangeKey>(keyId, token)).AppendOne(replaced);
        ring.QueueSecret(writer.Session, command.KeyId, secret, context.Now);
        return await writer.CommitAsync(new Written(true, $"/api/v1/exchange/keys/{command.KeyId}", command.KeyId, 1), context, token);
    }
}
