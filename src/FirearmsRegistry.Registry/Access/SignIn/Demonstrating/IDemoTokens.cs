namespace FirearmsRegistry.Registry.Access.SignIn.Demonstrating;

/// <summary>Signed-in persons for the demo: only <c>--demo</c> may call this, on its own database.</summary>
public interface IDemoTokens
{
    /// <summary>
    /// Creates one person per role and writes an 8-hour access token for each to a file that only its owner can read,
    /// one line <c>REGISTRAR_TOKEN=…</c> per role, and <c>SECOND_STATISTICIAN_TOKEN=…</c>. A second call writes new tokens for the same persons.
    /// </summary>
    /// <param name="path">The file; missing folders are made.</param>
    /// <param name="cancellation">Cancels the work.</param>
    Task WriteAsync(string path, CancellationToken cancellation);

    /// <summary>An access token for the demo person with this role code, valid for the given time.</summary>
    /// <param name="role">A role code such as <c>registrar</c>.</param>
    /// <param name="lifetime">From now until it expires.</param>
    /// <param name="cancellation">Cancels the work.</param>
    Task<string> ForRoleAsync(string role, TimeSpan lifetime, CancellationToken cancellation);

    /// <summary>An access token for the second of the demo's statisticians, who reviews what the first one drafts.</summary>
    /// <param name="lifetime">From now until it expires.</param>
    /// <param name="cancellation">Cancels the work.</param>
    Task<string> ForSecondStatisticianAsync(TimeSpan lifetime, CancellationToken cancellation);

    /// <summary>The demo person with this role, as the human behind the records that the demo loads.</summary>
    /// <param name="role">A role of people.</param>
    /// <param name="cancellation">Cancels the work.</param>
    Task<Actor> ActorAsync(Role role, CancellationToken cancellation);
}
