using FirearmsRegistry.Registry.Access.SignIn.Keys;
using FirearmsRegistry.Registry.Access.SignIn.Links;
using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace FirearmsRegistry.Registry.Access.SignIn;

/// <summary>Accounts, the issuer's clients, tokens and keys, and the data-protection keys: all of schema <c>identity</c>.</summary>
internal sealed class IdentityContext(DbContextOptions<IdentityContext> options)
    : IdentityUserContext<RegistryUser, Guid>(options)
{
    /// <summary>The schema of every table here, apart from those of Marten and Hangfire.</summary>
    public const string Schema = "identity";

    /// <summary>The table in which EF Core notes the migrations that were applied.</summary>
    public const string MigrationsTable = "__ef_migrations";

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    public DbSet<IssuerKeyRow> IssuerKeys => Set<IssuerKeyRow>();

    public DbSet<SignInLinkRow> SignInLinks => Set<SignInLinkRow>();

    public DbSet<BrowserSessionRow> BrowserSessions => Set<BrowserSessionRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.HasDefaultSchema(Schema);
        base.OnModelCreating(builder);

        builder.Entity<RegistryUser>().ToTable("users");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        builder.Entity<OpenIddictEntityFrameworkCoreApplication<Guid>>().ToTable("applications");
        builder.Entity<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().ToTable("authorizations");
        builder.Entity<OpenIddictEntityFrameworkCoreScope<Guid>>().ToTable("scopes");
        builder.Entity<OpenIddictEntityFrameworkCoreToken<Guid>>().ToTable("tokens");
        builder.Entity<DataProtectionKeyRow>().ToTable("data_protection_keys");
        builder.Entity<IssuerKeyRow>().ToTable("issuer_keys").Property(key => key.Use).HasConversion<string>();
        builder.Entity<IssuerKeyRow>().Property(key => key.Id).ValueGeneratedNever();
        // Told here and not by the framework's schema version 3, which would also shorten the keys of tables that are in use.
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("user_passkeys").HasKey(row => row.CredentialId);
            passkey.Property(row => row.CredentialId).HasMaxLength(1024);
            passkey.HasOne<RegistryUser>().WithMany().HasForeignKey(row => row.UserId);
            passkey.OwnsOne(row => row.Data).ToJson("data");
        });
        builder.Entity<BrowserSessionRow>().ToTable("browser_sessions").HasIndex(session => session.UserId);
        builder.Entity<BrowserSessionRow>().Property(session => session.Id).ValueGeneratedNever();
        builder.Entity<SignInLinkRow>().ToTable("sign_in_links").HasKey(link => link.SecretHash);

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            // What stands in a JSON column has no columns of its own.
            foreach (var property in entity.IsMappedToJson() ? [] : entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.Of(property.Name));
            }
        }
    }
}
