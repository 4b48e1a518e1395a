namespace FirearmsRegistry.Registry.Shared.Outgoing;

/// <summary>What came of a request to another server.</summary>
/// <param name="Outcome">Whether there was an answer, or why not.</param>
/// <param name="Status">The HTTP status, where there was one.</param>
/// <param name="Body">The body, or the beginning of one that is too large; hostile until it was checked.</param>
/// <param name="MediaType">What the body says it is.</param>
internal sealed record OutgoingAnswer(OutgoingOutcome Outcome, int? Status = null, ReadOnlyMemory<byte> Body = default, string? MediaType = null)
{
    /// <summary>Whether the other server took the request: answered whole, with a status of success. A redirect is none.</summary>
    public bool IsSuccess => Outcome == OutgoingOutcome.Answered && Status is >= 200 and < 300;
}

/// <summary>Why there is an answer or none.</summary>
public enum OutgoingOutcome
{
    /// <summary>The server answered; its status says what.</summary>
    Answered,

    /// <summary>The server answered with a longer body than is read.</summary>
    AnswerTooLarge,

    /// <summary>The address is not on the administrator's list: nothing was sent.</summary>
    NotAllowed,

    /// <summary>The name stands for an address that is never connected to: nothing was sent.</summary>
    AddressRefused,

    /// <summary>Nobody answers there, the certificate is not trusted, or the line broke.</summary>
    NoConnection,

    /// <summary>No complete answer came in time.</summary>
    TimedOut,
}
