using System.Text.RegularExpressions;

namespace FirearmsRegistry.EmbeddedPostgres;

/// <summary>The places that are used where no other is configured.</summary>
public static partial class EmbeddedPostgresPaths
{
    /// <summary>What root's instances keep: programs by version, data and sockets. Reachable by the unprivileged account.</summary>
    public const string SystemDirectory = "/var/lib/firearms-registry";

    /// <summary>
    /// The data directory for a name such as <c>demo</c>: as root <c>/var/lib/firearms-registry/data/&lt;name&gt;</c>, because the account that
    /// PostgreSQL then runs under may not reach the work tree; otherwise in the user's own data directory (XDG base directories).
    /// </summary>
    /// <param name="name">1 to 64 letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <exception cref="ArgumentException">The name is not of that form.</exception>
    /// <exception cref="EmbeddedPostgresException">A user without a home directory.</exception>
    public static string DefaultDataDirectory(string name)
    {
        if (!DirectoryName().IsMatch(name))
            throw new ArgumentException("A name of 1 to 64 letters, digits, '-' and '_' is needed.", nameof(name));

        return Path.Combine(Environment.IsPrivilegedProcess ? SystemDirectory : OfTheUser(), "data", name);
    }

    private static string OfTheUser()
    {
        var userData = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathRooted(userData)
            ? Path.Combine(userData, "firearms-registry")
            : throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.DiskFullOrUnwritable, "This account has no home directory for the data. Configure a data directory.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex DirectoryName();
}
