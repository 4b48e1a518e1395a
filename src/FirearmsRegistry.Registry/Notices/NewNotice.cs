using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.Registry.Notices;

/// <summary>Something that somebody is to be told of. It names a record and holds neither personal data nor a mark.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="Occasion">What happened.</param>
/// <param name="Owner">Whose inbox it goes to.</param>
/// <param name="Resource">The record.</param>
/// <param name="At">When it happened.</param>
/// <param name="CausedBy">The subject of the person through whom it happened; null where time alone did it.</param>
/// <param name="Once">Where set, of several notices with the same value only the first is kept.</param>
public sealed record NewNotice(
    NoticeKind Kind, NoticeOccasion Occasion, NoticeOwner Owner, NoticeResource Resource, DateTimeOffset At, string? CausedBy = null,
    string? Once = null);

/// <summary>Whose inbox a notice goes to: a person's, or that of everybody with a role.</summary>
public sealed record NoticeOwner
{
    private NoticeOwner(string? subject, Guid? filed, Role role) => (Subject, Filed, Role) = (subject, filed, role);

    /// <summary>The person, where known.</summary>
    internal string? Subject { get; }

    /// <summary>The record whose first event names the person.</summary>
    internal Guid? Filed { get; }

    /// <summary>Everybody with this role, where no person is found.</summary>
    internal Role Role { get; }

    /// <summary>A person, by the subject of the token; everybody with a role where nobody is named.</summary>
    public static NoticeOwner Person(string? subject, Role otherwise) => new(string.IsNullOrEmpty(subject) ? null : subject, null, otherwise);

    /// <summary>Everybody with a role.</summary>
    public static NoticeOwner Everybody(Role role) => new(null, null, role);

    /// <summary>Whoever recorded the first event of a record, such as who filed a request; everybody with a role where nobody signed it.</summary>
    public static NoticeOwner WhoFiled(Guid recordId, Role otherwise) => new(null, recordId, otherwise);
}

/// <summary>The record that a notice is about.</summary>
/// <param name="Kind">What sort of record, snake_case.</param>
/// <param name="Path">Where it is read, with the rights that it needs.</param>
public sealed record NoticeResource(string Kind, string Path)
{
    /// <summary>The record's id; null where the path does not end with one.</summary>
    internal Guid? Id => Guid.TryParse(Path[(Path.LastIndexOf('/') + 1)..], out var id) ? id : null;

    /// <summary>A firearm.</summary>
    public static NoticeResource Firearm(Guid id) => new("firearm", $"/api/v1/firearms/{id}");

    /// <summary>A trace request.</summary>
    public static NoticeResource TraceRequest(Guid id) => new("trace_request", $"/api/v1/trace-requests/{id}");

    /// <summary>A document for another State.</summary>
    public static NoticeResource ExchangeDocument(Guid id) => new("exchange_document", $"/api/v1/exchange/outbox/{id}");

    /// <summary>A webhook.</summary>
    public static NoticeResource Webhook(Guid id) => new("webhook", $"/api/v1/webhooks/{id}");
}
