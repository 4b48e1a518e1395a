namespace FirearmsRegistry.EmbeddedPostgres;

/// <summary>The private PostgreSQL could not be started, or ended for good. The message is written for the administrator.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problem">What kind of trouble it is.</param>
    /// <param name="message">What happened and what to do, for an administrator.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EmbeddedPostgresException(EmbeddedPostgresProblem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>What kind of trouble it is.</summary>
    public EmbeddedPostgresProblem Problem { get; }
}
