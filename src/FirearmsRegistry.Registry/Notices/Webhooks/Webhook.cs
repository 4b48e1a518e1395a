using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Notices.Webhooks;

/// <summary>A system that is told of notices, folded from its events and kept as a snapshot.</summary>
public sealed class Webhook
{
    /// <summary>The webhook's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>What people call it.</summary>
    public ShortText Name { get; set; }

    /// <summary>Where it is told.</summary>
    public WebhookAddress Address { get; set; }

    /// <summary>Of what.</summary>
    public IReadOnlyList<NoticeKind> Kinds { get; set; } = [];

    /// <summary>Whether anything is sent to it.</summary>
    public WebhookState State { get; set; }

    /// <summary>The subject of the administrator who registered it; what the program decides of it is in that name.</summary>
    public string RegisteredBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>Since when it is in its state.</summary>
    public DateTimeOffset StateSince { get; set; }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<WebhookRegistered> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (Name, Address, Kinds) = (happened.Data.Name, happened.Data.Address, happened.Data.Kinds);
        (RegisteredBy, RegisteredAt, StateSince) = (happened.UserName ?? "", happened.Timestamp, happened.Timestamp);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<WebhookDisabled> happened) => Enter(WebhookState.Disabled, happened);

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<WebhookEnabled> happened) => Enter(WebhookState.Enabled, happened);

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<WebhookEnded> happened) => Enter(WebhookState.Ended, happened);

    private void Enter(WebhookState state, IEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (State, StateSince) = (state, happened.Timestamp);
    }
}

/// <summary>Whether anything is sent to a webhook.</summary>
public enum WebhookState
{
    /// <summary>It is told of notices.</summary>
    Enabled,

    /// <summary>It failed again and again: notices wait until a person enables it.</summary>
    Disabled,

    /// <summary>It is over.</summary>
    Ended,
}
