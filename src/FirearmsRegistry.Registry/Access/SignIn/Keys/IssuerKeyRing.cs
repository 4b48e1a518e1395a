using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace FirearmsRegistry.Registry.Access.SignIn.Keys;

/// <summary>
/// The embedded issuer's keys as this server knows them. They live in the database, wrapped by the data-protection key
/// ring, so that a token outlives a restart and every server accepts the others' tokens.
/// </summary>
internal sealed class IssuerKeyRing(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>A new key waits this long, so that every server has read it before the first token is made with it.</summary>
    public static readonly TimeSpan Announcement = TimeSpan.FromMinutes(10);

    /// <summary>How long codes, access and refresh tokens made with an old key may still come in.</summary>
    public static readonly TimeSpan Retirement = TimeSpan.FromDays(15);

    private readonly IDataProtector _protector = protection.CreateProtector("FirearmsRegistry.IssuerKeys.v1");
    private ImmutableArray<LoadedIssuerKey> _keys = [];
    private ImmutableArray<Guid> _published = [];
    private ConfigurationReloadToken _changed = new();

    /// <summary>Signals once when the keys have changed.</summary>
    public IChangeToken ChangeToken => _changed;

    /// <summary>The keys for a use, the one for new tokens first, the others only to read what was made before or will be.</summary>
    public IEnumerable<SecurityKey> KeysFor(IssuerKeyUse use) =>
        InOrder().Where(key => key.Use == use).Select(key => key.Key);

    /// <summary>Reads the keys, and makes the first ones if there are none.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        if (!await context.IssuerKeys.AnyAsync(cancellation))
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            await LockAsync(context, cancellation);
            if (!await context.IssuerKeys.AnyAsync(cancellation))
            {
                context.IssuerKeys.AddRange(Make(IssuerKeyUse.Signing, time.GetUtcNow()), Make(IssuerKeyUse.Encryption, time.GetUtcNow()));
                await context.SaveChangesAsync(cancellation);
            }
            await transaction.CommitAsync(cancellation);
        }
        await ReloadAsync(cancellation);
    }

    /// <summary>
    /// Adds a new key for each use. It signs from ten minutes on; the old keys go on reading until nothing made with them is valid.
    /// </summary>
    public async Task RotateAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await LockAsync(context, cancellation);
        var activeFrom = time.GetUtcNow() + Announcement;
        foreach (var old in await context.IssuerKeys.Where(key => key.RetiredAt == null).ToListAsync(cancellation))
        {
            old.RetiredAt = activeFrom + Retirement;
        }
        context.IssuerKeys.AddRange(Make(IssuerKeyUse.Signing, activeFrom), Make(IssuerKeyUse.Encryption, activeFrom));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await ReloadAsync(cancellation);
    }

    /// <summary>Takes over what other servers have written, and puts the key whose time has come first.</summary>
    public async Task ReloadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        var now = time.GetUtcNow();
        var rows = await context.IssuerKeys.AsNoTracking()
            .Where(key => key.RetiredAt == null || key.RetiredAt > now).ToListAsync(cancellation);
        var known = _keys.ToDictionary(key => key.Id);
        _keys = [.. rows.Select(row => known.TryGetValue(row.Id, out var loaded) ? loaded : Unwrap(row))];

        // Only then are the options made again: the order says which key signs, so a key whose time has come counts as a change.
        ImmutableArray<Guid> order = [.. InOrder().Select(key => key.Id)];
        if (!order.SequenceEqual(_published))
        {
            _published = order;
            Interlocked.Exchange(ref _changed, new ConfigurationReloadToken()).OnReload();
        }
    }

    private IOrderedEnumerable<LoadedIssuerKey> InOrder()
    {
        var now = time.GetUtcNow();
        return _keys.OrderByDescending(key => key.ActiveFrom <= now).ThenByDescending(key => key.ActiveFrom);
    }

    private IssuerKeyRow Make(IssuerKeyUse use, DateTimeOffset activeFrom)
    {
        var secret = use == IssuerKeyUse.Signing ? NewRsaKey() : RandomNumberGenerator.GetBytes(32);
        try
        {
            return new IssuerKeyRow
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                Use = use,
                Wrapped = _protector.Protect(secret),
                CreatedAt = time.GetUtcNow(),
                ActiveFrom = activeFrom,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private LoadedIssuerKey Unwrap(IssuerKeyRow row)
    {
        var secret = _protector.Unprotect(row.Wrapped);
        if (row.Use == IssuerKeyUse.Encryption)
        {
            return new LoadedIssuerKey(row.Id, row.Use, row.ActiveFrom, new SymmetricSecurityKey(secret) { KeyId = row.Id.ToString("N") });
        }
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(secret, out _);
        CryptographicOperations.ZeroMemory(secret);
        return new LoadedIssuerKey(row.Id, row.Use, row.ActiveFrom, new RsaSecurityKey(rsa) { KeyId = row.Id.ToString("N") });
    }

    private static byte[] NewRsaKey()
    {
        using var rsa = RSA.Create(3072);
        return rsa.ExportPkcs8PrivateKey();
    }

    private static Task<int> LockAsync(IdentityContext context, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('identity.issuer_keys', 0))", cancellation);

    private sealed record LoadedIssuerKey(Guid Id, IssuerKeyUse Use, DateTimeOffset ActiveFrom, SecurityKey Key);
}
