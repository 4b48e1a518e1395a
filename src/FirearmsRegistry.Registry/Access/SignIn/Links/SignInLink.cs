namespace FirearmsRegistry.Registry.Access.SignIn.Links;

/// <summary>A one-time link, known only at the moment when it is made.</summary>
/// <param name="Link">The address to open, secret included.</param>
/// <param name="ExpiresAt">When it stops working.</param>
internal sealed record SignInLink(Uri Link, DateTimeOffset ExpiresAt);
