using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FirearmsRegistry.Registry.Access.SignIn;

/// <summary>Lets <c>dotnet ef</c> read the model without a host or a database.</summary>
internal sealed class IdentityContextFactory : IDesignTimeDbContextFactory<IdentityContext>
{
    public IdentityContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<IdentityContext>();
        options.UseNpgsql("Host=design.invalid", Configure).UseOpenIddict<Guid>();
        return new IdentityContext(options.Options);
    }

    internal static void Configure(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder options) =>
        options.MigrationsHistoryTable(IdentityContext.MigrationsTable, IdentityContext.Schema);
}
