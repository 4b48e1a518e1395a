using System.Globalization;

namespace FirearmsRegistry.Processes;

/// <summary>An unprivileged account that other programs run under when the host is root.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UserId">Its user id; never 0.</param>
/// <param name="GroupId">The id of its group.</param>
public sealed record ServiceAccount(string Name, uint UserId, uint GroupId)
{
    private const string PasswordFile = "/etc/passwd";
    private static readonly string[] Preferred = ["postgres", "nobody"];

    /// <summary>The unprivileged accounts of this machine.</summary>
    public static IReadOnlyList<ServiceAccount> All() => [.. Read(File.ReadLines(PasswordFile)).Where(account => account.UserId != 0)];

    /// <summary>The account that fits best where none was named: <c>postgres</c>, else <c>nobody</c>; null where there is neither.</summary>
    /// <param name="accounts">The accounts to choose from.</param>
    public static ServiceAccount? Usual(IReadOnlyList<ServiceAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return Preferred.Select(name => accounts.FirstOrDefault(account => account.Name == name)).FirstOrDefault(account => account is not null);
    }

    /// <summary>Reads the lines of a password file; what is no account is passed over.</summary>
    /// <param name="passwordFile">The lines.</param>
    public static IEnumerable<ServiceAccount> Read(IEnumerable<string> passwordFile)
    {
        ArgumentNullException.ThrowIfNull(passwordFile);
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
