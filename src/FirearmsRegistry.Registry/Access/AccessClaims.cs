namespace FirearmsRegistry.Registry.Access;

/// <summary>The claims of an access token that this registry gives a meaning of its own.</summary>
public static class AccessClaims
{
    /// <summary>
    /// Present (value <c>true</c>) only when a person signed in to obtain the token. A token from client credentials alone
    /// never carries it, so it cannot record a fact attributed to a person.
    /// </summary>
    public const string Human = Actor.HumanClaim;

    /// <summary>A role code, such as <c>registrar</c>; one claim per role.</summary>
    public const string Role = "role";

    /// <summary>The client program that asked for the token.</summary>
    public const string ClientId = "client_id";

    /// <summary>
    /// Which sign-in of the account the token belongs to: it changes with a sign-out, a new password or a second factor, and a token with
    /// another one is refused.
    /// </summary>
    public const string SignIn = "fr_sign_in";

    /// <summary>How the person proved who he is (RFC 8176): <c>pwd</c>, <c>otp</c>.</summary>
    public const string AuthenticationMethod = "amr";

    /// <summary>Only in the pages' cookie: which session of a browser it is. One that is not on record, or was ended, counts for nothing.</summary>
    public const string Session = "fr_session";
}
