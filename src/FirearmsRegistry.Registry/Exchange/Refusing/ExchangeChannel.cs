namespace FirearmsRegistry.Registry.Exchange.Refusing;

/// <summary>How a document came to the door.</summary>
public enum ExchangeChannel
{
    /// <summary>From another registry over HTTPS.</summary>
    Registry,

    /// <summary>A file that a contact point handed in.</summary>
    File,

    /// <summary>A question for a mark by its hash.</summary>
    MarkQuestion,
}
