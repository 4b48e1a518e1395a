using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Exchange.Keys;

/// <summary>An administrator had a key made that signs documents for other States.</summary>
/// <param name="Key">Its public half.</param>
/// <param name="ActiveFrom">From when documents are signed with it.</param>
public sealed record ExchangeKeyMade(SigningKey Key, DateTimeOffset ActiveFrom);

/// <summary>A newer key takes the place of this one.</summary>
/// <param name="ValidTo">Until when what it signed may be taken.</param>
public sealed record ExchangeKeyReplaced(DateTimeOffset ValidTo);

/// <summary>A key is not used any more, and partners were asked to revoke it.</summary>
/// <param name="Reason">Why.</param>
public sealed record ExchangeKeyWithdrawn(Note Reason);

/// <summary>A key of this registry, folded from its events; its private half is in none of them.</summary>
public sealed class ExchangeKey
{
    /// <summary>The key's id; without hyphens it is its name (<c>kid</c>).</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>The public half.</summary>
    public SigningKey Key { get; set; } = null!;

    /// <summary>From when documents are signed with it.</summary>
    public DateTimeOffset ActiveFrom { get; set; }

    /// <summary>Until when what it signed may be taken; null for the newest.</summary>
    public DateTimeOffset? ValidTo { get; set; }

    /// <summary>When it was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Its name (<c>kid</c>).</summary>
    public string Name => Id.ToString("N");

    /// <summary>Whether documents may be signed with it at a time.</summary>
    public bool MaySignAt(DateTimeOffset time) => WithdrawnAt is null && ActiveFrom <= time && (ValidTo is not { } to || time < to);

    /// <summary>Folds the event.</summary>
    public void Apply(ExchangeKeyMade happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Key = happened.Key;
        ActiveFrom = happened.ActiveFrom;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(ExchangeKeyReplaced happened) => ValidTo = (happened ?? throw new ArgumentNullException(nameof(happened))).ValidTo;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<ExchangeKeyWithdrawn> happened) => WithdrawnAt = (happened ?? throw new ArgumentNullException(nameof(happened))).Timestamp;
}
