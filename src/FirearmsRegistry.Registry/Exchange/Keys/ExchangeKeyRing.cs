using System.Security.Cryptography;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Signing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.Keys;

/// <summary>
/// Signs for this registry. Private keys lie in the database as ciphertext of the data-protection key ring, are opened for one signature,
/// and are kept nowhere.
/// </summary>
internal sealed class ExchangeKeyRing(
    NpgsqlDataSource database, IDocumentStore store, IDataProtectionProvider protection, RegistryCountry country, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("FirearmsRegistry.Exchange.Keys", "v1");

    /// <summary>Queues the private half of a new key.</summary>
    public void QueueSecret(IDocumentSession session, Guid keyId, ECDsa key, DateTimeOffset now)
    {
        var secret = key.ExportPkcs8PrivateKey();
        try
        {
            session.QueueSqlCommand("insert into registry.exchange_key (exchange_key_id, wrapped, made_at) values (?, ?, ?)",
                keyId, ProtectorOf(keyId).Protect(secret), now.ToUniversalTime());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Signs a content for another State with the key that is in use; refused where there is none.</summary>
    /// <param name="type">The sort of content.</param>
    /// <param name="content">The content, a JSON object in UTF-8.</param>
    /// <param name="id">Its id.</param>
    /// <param name="to">The State that it is for.</param>
    /// <param name="token">Cancels.</param>
    public async Task<Result<string>> SignAsync(string type, ReadOnlyMemory<byte> content, Guid id, CountryCode to, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (await UsedAsync(now, token) is not { } used)
            return ExchangeKeyErrors.Missing;
        using var secret = await OpenAsync(used.Id, token);
        return DocumentSigner.Sign(type, content, id, country.Code, to, now, used.Name, secret);
    }

    /// <summary>Signs a content that is for everybody with the key that is in use; refused where there is none.</summary>
    /// <param name="type">The sort of content.</param>
    /// <param name="content">The content, a JSON object in UTF-8.</param>
    /// <param name="token">Cancels.</param>
    public async Task<Result<DetachedSignature>> SignDetachedAsync(string type, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        if (await UsedAsync(time.GetUtcNow(), token) is not { } used)
            return ExchangeKeyErrors.Missing;
        using var secret = await OpenAsync(used.Id, token);
        return new DetachedSignature(DocumentSigner.SignDetached(type, content, used.Name, secret), used.Name);
    }

    private async Task<ExchangeKey?> UsedAsync(DateTimeOffset now, CancellationToken token)
    {
        await using var session = store.QuerySession();
        var keys = await session.Query<ExchangeKey>().Where(key => key.WithdrawnAt == null).ToListAsync(token);
        return keys.Where(key => key.MaySignAt(now)).MaxBy(key => key.ActiveFrom);
    }

    private async Task<ECDsa> OpenAsync(Guid keyId, CancellationToken token)
    {
        await using var command = database.CreateCommand("select wrapped from registry.exchange_key where exchange_key_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = keyId });
        var secret = ProtectorOf(keyId).Unprotect((byte[])(await command.ExecuteScalarAsync(token))!);
        try
        {
            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(secret, out _);
            return key;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private IDataProtector ProtectorOf(Guid keyId) => _protector.CreateProtector(keyId.ToString("D"));
}

/// <summary>A signature that is kept beside what it is of.</summary>
/// <param name="Jws">The compact JWS, its payload left out.</param>
/// <param name="KeyName">The name (<c>kid</c>) of the key.</param>
internal sealed record DetachedSignature(string Jws, string KeyName);
