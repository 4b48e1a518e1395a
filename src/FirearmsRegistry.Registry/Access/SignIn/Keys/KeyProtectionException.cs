namespace FirearmsRegistry.Registry.Access.SignIn.Keys;

/// <summary>The key ring cannot be used with the certificates that are configured; the message tells the server's operator how to mend it.</summary>
public sealed class KeyProtectionException(string message, Exception? cause = null) : Exception(message, cause);
