namespace FirearmsRegistry.Registry.Access.SignIn.Sessions;

/// <summary>A browser in which a person is or was signed in. No address is kept: where somebody works is told by the access log where it must be.</summary>
internal sealed class BrowserSessionRow
{
    /// <summary>The session, as its cookie names it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid UserId { get; init; }

    /// <summary>When name and password, or a passkey, were given; a renewed cookie does not change it.</summary>
    public required DateTimeOffset SignedInAt { get; init; }

    /// <summary>When the browser was last heard of, to within some minutes.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Browser and system in two words, by which the person knows it again.</summary>
    public required string Program { get; init; }

    /// <summary>When it was ended; null while it counts.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
