using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>The secret of a pair of registries was set. The event holds none of it.</summary>
/// <param name="Check">The first eight digits of its SHA-256, by which the two administrators see that they typed the same.</param>
public sealed record PairSecretSet(string Check);

/// <summary>The secret of a pair as it is typed: 32 bytes in 64 hexadecimal digits. It shows itself to nobody.</summary>
[JsonConverter(typeof(ParsedJsonConverter<PairSecretText>))]
internal readonly record struct PairSecretText : IParsableWord<PairSecretText>
{
    private readonly string? _hex;

    private PairSecretText(string hex) => _hex = hex;

    /// <summary>Reads the digits.</summary>
    public static Parsed<PairSecretText> Parse(string? text) =>
        text is { Length: MarkHash.SecretBytes * 2 } && text.All(char.IsAsciiHexDigit) && text.Distinct().Count() > 4
            ? new PairSecretText(text)
            : new Fault($"A secret has {MarkHash.SecretBytes} random bytes, each as two hexadecimal digits.", "RFC 2104 section 3");

    /// <summary>The bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(_hex ?? throw new InvalidOperationException("This secret was never set."));

    /// <inheritdoc/>
    public override string ToString() => nameof(PairSecretText);
}

/// <summary>Keeps the secrets of pairs as ciphertext.</summary>
internal sealed class PairSecrets(NpgsqlDataSource database, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("FirearmsRegistry.Exchange.PairSecret", "v1");

    /// <summary>Queues a secret, which takes the place of the one before.</summary>
    public void Queue(IDocumentSession session, Guid partnerId, byte[] secret, DateTimeOffset now) => session.QueueSqlCommand(
        "insert into registry.exchange_pair_secret (partner_id, wrapped, set_at) values (?, ?, ?)",
        partnerId, ProtectorOf(partnerId).Protect(secret), now.ToUniversalTime());

    /// <summary>The secret in use, with its number; null where none was set.</summary>
    public async Task<(long Id, byte[] Secret)?> FindAsync(Guid partnerId, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            "select id, wrapped from registry.exchange_pair_secret where partner_id = $1 order by id desc limit 1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partnerId });
        await using var reader = await command.ExecuteReaderAsync(token);
        return await reader.ReadAsync(token) ? (reader.GetInt64(0), ProtectorOf(partnerId).Unprotect(reader.GetFieldValue<byte[]>(1))) : null;
    }

    private IDataProtector ProtectorOf(Guid partnerId) => _protector.CreateProtector(partnerId.ToString("D"));
}

/// <summary><c>POST /partners/{id}/pair-secrets</c>: the secret that both administrators agreed on by another way.</summary>
internal static class SetPairSecretEndpoint
{
    /// <summary>The body.</summary>
    public sealed record PairSecretBody(PairSecretText Secret) : IPersonalBody;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<PairSecretAnswer, PairSecretView>("/partners/{id:guid}/pair-secrets", HandleAsync)
        .Named("setPairSecret", "Set the secret under which marks are asked for by hash; both administrators type the same, agreed by another way")
        .Requires(AccessPolicy.ManagePartners)
        // As text: the word itself never shows its digits.
        .Example(new JsonObject { ["secret"] = Convert.ToHexStringLower([.. Enumerable.Range(0, MarkHash.SecretBytes).Select(at => (byte)at)]) })
        .Refuses("not-found");

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<PairSecretBody> body, WriteCall call, RegistryWriter writer, PairSecrets secrets, CancellationToken token)
    {
        var secret = body.Value.Secret.ToBytes();
        var check = Convert.ToHexStringLower(SHA256.HashData(secret))[..8];
        return writer.UpdateAsync<Partner>("partner", id, _ => $"/api/v1/partners/{id}", partner =>
        {
            secrets.Queue(writer.Session, partner.Id, secret, call.Context.Now);
            return Result.Of<IReadOnlyList<object>>([new PairSecretSet(check)]);
        }, call.Context, created: false, token);
    }
}

/// <summary>What is told of a secret.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="Check">The first eight digits of its SHA-256, to be compared with the other administrator.</param>
public sealed record PairSecretView(Guid PartnerId, string? Check);

/// <summary>Answers the setting of a secret, with nothing of it but the check.</summary>
internal sealed class PairSecretAnswer(PairSecrets secrets) : IResourceAnswer<PairSecretView>
{
    public async Task<PairSecretView?> ReadAsync(Guid id, string location, CancellationToken token) =>
        new(id, await secrets.FindAsync(id, token) is { } kept ? Convert.ToHexStringLower(SHA256.HashData(kept.Secret))[..8] : null);
}
