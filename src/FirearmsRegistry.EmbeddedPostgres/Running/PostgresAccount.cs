using System.Globalization;
using FirearmsRegistry.Processes;

namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>The unprivileged account that PostgreSQL runs under when the host is root (it refuses to run as root).</summary>
internal static class PostgresAccount
{
    /// <summary>Null when the host is not root, and PostgreSQL runs under the host's own account.</summary>
    public static ServiceAccount? Choose(string? configured, string existingCluster)
    {
        if (!Environment.IsPrivilegedProcess)
            return null;
        if (!LaunchCommand.CanChangeAccount)
            throw Unsupported("PostgreSQL refuses to run as root, and 'setpriv' is not installed to start it under another account. Install util-linux.");

        var accounts = ServiceAccount.All();
        if (configured is not null)
            return accounts.FirstOrDefault(account => account.Name == configured)
                ?? throw Unsupported($"There is no unprivileged account '{configured}' to run PostgreSQL under. Create it or configure another one.");

        if (Directory.Exists(existingCluster))
        {
            var (userId, groupId) = Posix.OwnerOf(existingCluster);
            if (userId != 0)
                return accounts.FirstOrDefault(account => account.UserId == userId)
                    ?? new ServiceAccount(userId.ToString(CultureInfo.InvariantCulture), userId, groupId);
        }

        return ServiceAccount.Usual(accounts)
            ?? throw Unsupported(
                "PostgreSQL refuses to run as root, and neither 'postgres' nor 'nobody' exists. Create an unprivileged account and configure it.");
    }

    private static EmbeddedPostgresException Unsupported(string message) => new(EmbeddedPostgresProblem.UnsupportedPlatform, message);
}
