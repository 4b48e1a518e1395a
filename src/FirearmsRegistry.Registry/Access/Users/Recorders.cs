using JasperFx.Events;

namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>Who recorded what, as people call each other: for histories, which clerks read.</summary>
internal sealed class Recorders(Accounts accounts)
{
    /// <summary>The names of the people behind the events, with one question to the database.</summary>
    public Task<RecorderNames> OfAsync(IEnumerable<IEvent> events, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(events);
        return OfAsync(events.Select(happened => happened.UserName), token);
    }

    /// <summary>The names of the people behind subjects that a read model kept, with one question to the database.</summary>
    public async Task<RecorderNames> OfAsync(IEnumerable<string?> subjects, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        var ids = subjects.Select(RecorderNames.AccountOf).OfType<Guid>().Distinct().ToList();
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
    public string? Of(IEvent happened) => Of(happened.UserName);

    /// <summary>The name behind a subject, told as that of an event.</summary>
    public string? Of(string? subject) => AccountOf(subject) is { } id && names.TryGetValue(id, out var name) ? name : subject;

    internal static Guid? AccountOf(string? subject) => Guid.TryParseExact(subject, "D", out var id) ? id : null;
}
