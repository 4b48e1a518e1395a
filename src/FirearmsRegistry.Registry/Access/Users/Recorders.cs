using JasperFx.Events;

namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>Who recorded what, as people call each other: for histories, which clerks read.</summary>
internal sealed class Recorders(Accounts accounts)
{
    /// <summary>The names of the people behind the events, with one question to the database.</summary>
    public async Task<RecorderNames> OfAsync(IEnumerable<IEvent> events, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(events);
        var ids = events.Select(happened => RecorderNames.AccountOf(happened.UserName)).OfType<Guid>().Distinct().ToList();
        return new RecorderNames(ids.Count == 0 ? [] : await accounts.NamesAsync(ids, token));
    }
}

/// <summary>The names of the people behind some events.</summary>
internal sealed class RecorderNames(IReadOnlyDictionary<Guid, string> names)
{
    /// <summary>
    /// The name of whoever recorded the event. People whom only an outside issuer knows, and programs, have no account here and are told
    /// by the subject of their token; null where nobody signed.
    /// </summary>
    public string? Of(IEvent happened) =>
        AccountOf(happened.UserName) is { } id && names.TryGetValue(id, out var name) ? name : happened.UserName;

    internal static Guid? AccountOf(string? subject) => Guid.TryParseExact(subject, "D", out var id) ? id : null;
}
