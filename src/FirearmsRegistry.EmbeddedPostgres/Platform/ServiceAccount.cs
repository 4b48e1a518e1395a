using System.Globalization;

namespace FirearmsRegistry.EmbeddedPostgres.Platform;

/// <summary>The unprivileged account that PostgreSQL runs under when the host is root (it refuses to run as root).</summary>
internal sealed record ServiceAccount(string Name, uint UserId, uint GroupId)
{
    private const string PasswordFile = "/etc/passwd";
    private static readonly string[] Preferred = ["postgres", "nobody"];

    /// <summary>Null when the host is not root, and PostgreSQL runs under the host's own account.</summary>
    public static ServiceAccount? Choose(string? configured, string existingCluster)
    {
        if (!Environment.IsPrivilegedProcess)
            return null;

        var accounts = Read(File.ReadLines(PasswordFile)).ToList();
        if (configured is not null)
            return accounts.Find(a => a.Name == configured && a.UserId != 0)
                ?? throw new EmbeddedPostgresException(
                    EmbeddedPostgresProblem.UnsupportedPlatform,
                    $"There is no unprivileged account '{configured}' to run PostgreSQL under. Create it or configure another one.");

        if (Directory.Exists(existingCluster))
        {
            var (userId, groupId) = Posix.OwnerOf(existingCluster);
            if (userId != 0)
                return accounts.Find(a => a.UserId == userId)
                    ?? new ServiceAccount(userId.ToString(CultureInfo.InvariantCulture), userId, groupId);
        }

        return Preferred.Select(name => accounts.Find(a => a.Name == name && a.UserId != 0)).FirstOrDefault(a => a is not null)
            ?? throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.UnsupportedPlatform,
                "PostgreSQL refuses to run as root, and neither 'postgres' nor 'nobody' exists. Create an unprivileged account and configure it.");
    }

    internal static IEnumerable<ServiceAccount> Read(IEnumerable<string> passwordFile)
    {
        foreach (var line in passwordFile)
        {
            var fields = line.Split(':');
            if (fields.Length >= 4
                && uint.TryParse(fields[2], CultureInfo.InvariantCulture, out var userId)
                && uint.TryParse(fields[3], CultureInfo.InvariantCulture, out var groupId))
                yield return new ServiceAccount(fields[0], userId, groupId);
        }
    }
}
