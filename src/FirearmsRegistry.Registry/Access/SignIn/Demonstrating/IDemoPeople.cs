namespace FirearmsRegistry.Registry.Access.SignIn.Demonstrating;

/// <summary>Passwords and second factors for the demo's persons: only <c>--demo</c> may call this, on its own database.</summary>
public interface IDemoPeople
{
    /// <summary>
    /// Gives each person a random password and an authenticator's key and writes them to a file that only its owner can read. Where the
    /// file still fits, it stays as it is, and whoever is signed in stays so.
    /// </summary>
    /// <param name="path">The file; missing folders are made.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <exception cref="InvalidOperationException">The server is not one on loopback.</exception>
    Task WriteAsync(string path, CancellationToken cancellation);
}
